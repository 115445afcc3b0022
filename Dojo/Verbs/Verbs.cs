using System.CommandLine;
using System.CommandLine.Parsing;

namespace Etudes.Dojo;

/// <summary>What can be typed after kata. Exit codes: 0 done, 1 not green, 2 a call that cannot be served, 70 a mistake of ours.</summary>
internal static class Verbs
{
    private const int NotServed = 2, OurMistake = 70, Interrupted = 130;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Errors.Count > 0 ? Refuse(Sentence(parsed)) : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (RefusedException refused) { return Refuse(refused.Message); }
        catch (TypeInitializationException e) when (e.InnerException is FormatException setting) { return Refuse(setting.Message); } // KATA_SEED
        catch (OperationCanceledException) { return Interrupted; } // Ctrl-C
        catch (Exception e)
        {
            bool debug = Environment.GetEnvironmentVariable("KATA_DEBUG") is { Length: > 0 };
            Terminal.Aside(debug ? e.ToString() : $"kata has made a mistake: {e.GetBaseException().Message} (KATA_DEBUG=1 shows where)");
            return OurMistake;
        }
    }

    private static RootCommand Root()
    {
        RootCommand root = new("Etudes: from saving a file to a verdict in a tenth of a second. Alone it watches the next kata that is not green.")
        {
            Watch.Make(), Check.Make(), List.Make(), Hint.Make(), Debug.Make(), Statement.Make(), Open.Make(), Solution.Make(),
            Diff.Make(), Again.Make(), History.Make(), Reset.Make(), Bench.Make(), Paste.Make(),
        };
        root.SetAction((_, cancel) => Watch.Run(cancel));
        return root;
    }

    /// <summary>A verb that wants the name of one kata and nothing else.</summary>
    public static Command OfOne(string verb, string words, Action<Kata> act)
    {
        var name = One();
        var command = new Command(verb, words) { name };
        command.SetAction(parsed => act(Kata.Named(parsed.GetRequiredValue(name))));
        return command;
    }

    public static Argument<string> One() => new("name") { Description = "The kata." };

    public static Option<bool> Json() => new("--json") { Description = "For tools." };

    private static int Refuse(string sentence)
    {
        Terminal.Aside(sentence);
        return NotServed;
    }

    /// <summary>What is wrong with a call, in one sentence.</summary>
    private static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        string line = command is RootCommand ? "kata" : $"kata {command.Name}";
        if (parsed.UnmatchedTokens is not [var token, ..])
            return !parsed.Errors[0].Message.StartsWith("Required argument") ? parsed.Errors[0].Message
                : parsed.Errors[0].SymbolResult is OptionResult flag ? $"{flag.Option.Name} wants a value; {line} --help tells more."
                : $"{line} wants the name of a kata; kata list shows them all.";
        if (token.StartsWith('-')) return $"'{token}' is no flag of {line}; {line} --help lists them.";
        if (command is not RootCommand) return $"'{token}' is one word too many for {line}; {line} --help tells more.";
        return $"'{token}' is no verb of kata; did you mean {NearestName.To(token, command.Subcommands.Select(verb => verb.Name)).First()}? kata --help lists them.";
    }
}
