using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Etudes.Dojo;

/// <summary>What can be typed after kata. Exit codes: 0 done, 1 not green, 2 a call that cannot be served, 70 a mistake of ours.</summary>
internal static class Verbs
{
    private const int NotServed = 2, OurMistake = 70, Interrupted = 130;

    private static readonly Option<bool> s_plain = new("--plain") { Description = "No colours, and nothing that moves the cursor.", Recursive = true };

    public static async Task<int> Run(string[] args)
    {
        try
        {
            Sdk.MustBeHere();
            _ = Deadline.Times; // a worker that reads it first cannot say what is wrong
            var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.GetValue(s_plain)) Terminal.BePlain();
            return Fault(parsed) is { } fault ? Refuse(fault) : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (RefusedException refused) { return Refuse(refused.Message); }
        catch (TypeInitializationException e) when (e.InnerException is FormatException setting) { return Refuse(setting.Message); } // KATA_SEED, KATA_DEADLINES
        catch (FormatException setting) when (setting.Message.StartsWith("KATA_")) { return Refuse(setting.Message); }
        catch (OperationCanceledException) { return Interrupted; } // Ctrl-C
        catch (Exception e)
        {
            bool debug = Environment.GetEnvironmentVariable("KATA_DEBUG") is { Length: > 0 };
            Terminal.Aside(debug ? e.ToString() : $"kata has made a mistake: {e.GetBaseException().Message} (KATA_DEBUG=1 shows where)");
            return OurMistake;
        }
    }

    /// <summary>All of them, in the order in which help shows them.</summary>
    public static IReadOnlyList<Verb> All => [.. Root().Subcommands.OfType<Verb>()];

    private static RootCommand Root()
    {
        var name = One();
        name.Description = "The kata to watch.";
        RootCommand root = new("A verdict on your answer a tenth of a second after each save.")
        {
            name, s_plain,
            WatchVerb.Make(), Check.Make(), Examples.Make(), Hint.Make(), Debug.Make(), Solution.Make(), Again.Make(),
            Interview.Make(), Due.Make(), Note.Make(),
            TeamDojo.Make(),
            List.Make(), Read.Make(), History.Make(),
            JudgeProgram.Make(), Paste.Make(), Bench.Make(),
            Doctor.Make(),
        };
        var page = new PageFlags();
        page.AddTo(root);
        root.SetAction((parsed, cancel) => WatchVerb.Run(parsed.GetValue(name), page.Of(parsed), cancel));
        root.Options.OfType<HelpOption>().Single().Action = new Help();
        return root;
    }

    /// <summary>A kata's name; without it the kata in hand is meant.</summary>
    public static Argument<string?> One()
    {
        var name = new Argument<string?>("name") { Description = "The kata; without it the kata in hand.", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(_ => Kata.All.Select(kata => new CompletionItem(kata.Name)));
        return name;
    }

    /// <summary>The kata that is named, else the one in hand.</summary>
    /// <exception cref="RefusedException">It is no kata.</exception>
    public static Kata Chosen(string? name) => name is null ? InHand.Now : Kata.Named(name);

    /// <summary>
    /// The same for what reveals or replaces something: a kata that is neither named nor the
    /// folder's is asked for.
    /// </summary>
    /// <param name="question">What would be done, "Show the solution of", say.</param>
    /// <returns>Null where the answer is no.</returns>
    /// <exception cref="RefusedException">It is no kata, or nobody can be asked.</exception>
    public static Kata? Confirmed(string? name, string verb, string question)
    {
        if (name is not null) return Kata.Named(name);
        if (InHand.OfFolder is { } kata) return kata;
        if (!Terminal.IsInteractive) throw new RefusedException($"{InHand.Now.Name} is in hand; name it to be sure: kata {verb} {InHand.Now.Name}.");
        return Terminal.Confirm($"{question} {InHand.Now.Name}?") ? InHand.Now : null;
    }

    public static Option<bool> Json() => new("--json") { Description = "For tools." };

    private static int Refuse(string sentence)
    {
        Terminal.Aside(sentence);
        return NotServed;
    }

    /// <summary>What is wrong with a call, in one sentence; null where nothing is.</summary>
    private static string? Fault(ParseResult parsed)
    {
        if (parsed.Action is Help) return null;
        var command = parsed.CommandResult.Command;
        string line = LineOf(command);
        if (command.Subcommands.Count > 0 && command is Verb && parsed.UnmatchedTokens.Count == 0) return $"{line} wants one of {string.Join(", ", command.Subcommands.Select(part => part.Name))}; {line} --help tells of them.";
        var words = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(word => word.Value);
        if (words.Concat(parsed.UnmatchedTokens).FirstOrDefault(word => word.StartsWith('-')) is { } flag)
            return command is RootCommand ? $"'{flag}' is no flag of kata alone; kata watch --help and its like list the flags of a verb." : $"'{flag}' is no flag of {line}; {line} --help lists them.";
        if (parsed.Errors.Count == 0) return null;
        if (parsed.UnmatchedTokens is not [var token, ..])
            return !parsed.Errors[0].Message.StartsWith("Required argument") ? parsed.Errors[0].Message
                : parsed.Errors[0].SymbolResult is OptionResult option ? $"{option.Option.Name} wants a value; {line} --help tells more."
                : $"{line} wants a value; {line} --help tells more.";
        return command is RootCommand && words.FirstOrDefault() is { } first && Kata.Find(first) is null ? NoWord(first).Message
            : $"'{token}' is one word too many for {line}; {line} --help tells more.";
    }

    /// <summary>What one types for a command: kata dojo host.</summary>
    private static string LineOf(Symbol command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{LineOf(parent)} {command.Name}" : "kata";

    /// <summary>A word behind kata that is neither a verb nor a kata.</summary>
    public static RefusedException NoWord(string word)
    {
        var words = All.Select(verb => verb.Name).Concat(Kata.All.Select(kata => kata.Name));
        return new($"'{word}' is neither a verb nor a kata; did you mean {string.Join(", ", NearestName.To(word, words))}? kata --help and kata list show them all.");
    }
}

/// <summary>What one comes to the command for.</summary>
internal enum Wish { Practise, Together, Look, Compete, SetUp }

/// <summary>A verb, with what help says of it.</summary>
/// <param name="example">A call of it as one would type it.</param>
internal sealed class Verb(Wish wish, string name, string example, string words) : Command(name, words)
{
    public Wish Wish { get; } = wish;
    public string Example { get; } = example;
}
