using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>What can be typed after kata. Exit codes: 0 done, 1 not green, 2 a call that cannot be served, 70 a mistake of ours.</summary>
internal static class Verbs
{
    private const int OurMistake = 70;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Errors.Count > 0 ? Screen.Refuse(Sentence(parsed)) : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (RefusedException refused) { return Screen.Refuse(refused.Message); }
        catch (TypeInitializationException e) when (e.InnerException is FormatException setting) { return Screen.Refuse(setting.Message); } // KATA_SEED
        catch (OperationCanceledException) { return 130; } // Ctrl-C
        catch (Exception e)
        {
            bool debug = Environment.GetEnvironmentVariable("KATA_DEBUG") is { Length: > 0 };
            Screen.Aside(debug ? e.ToString() : $"kata has made a mistake: {e.GetBaseException().Message} (KATA_DEBUG=1 shows where)");
            return OurMistake;
        }
    }

    private static RootCommand Root()
    {
        RootCommand root = new("Etudes: from saving a file to a verdict in a tenth of a second. Alone it watches the next kata that is not green.")
        {
            Watching(), Checking(), Listed(),
            OfOne("hint", "One hint more each time, of three.", Help.Hint),
            OfOne("statement", "Shows the statement.", kata => Screen.Show(Statement.Of(kata))),
            Opening(), Solution(),
            OfOne("diff", "Your answer beside the reference, once it is green or given up.", Help.Diff),
            OfOne("again", "Puts the attempt aside and begins a new one from a fresh stub.", Attempts.Again),
            OfOne("history", "The attempts, with date, time taken, state and file.", Attempts.History),
            Resetting(),
            Benching(),
            Pasting(),
        };
        root.SetAction((_, cancel) => Watch(null, cancel));
        return root;
    }

    private static Argument<string> One() => new("name") { Description = "The kata." };

    private static Command OfOne(string verb, string words, Action<Kata> act)
    {
        var name = One();
        var command = new Command(verb, words) { name };
        command.SetAction(parsed => act(Kata.Named(parsed.GetRequiredValue(name))));
        return command;
    }

    private static Command Watching()
    {
        var name = new Argument<string?>("name") { Description = "The kata; without it the next one that is not green.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("watch", "Checks a kata on every save.") { name };
        command.SetAction((parsed, cancel) => Watch(parsed.GetValue(name), cancel));
        return command;
    }

    private static async Task<int> Watch(string? name, CancellationToken cancel)
    {
        using var desk = new Desk();
        using var watch = new Watch(desk, name is null ? Kata.NextUnsolved ?? Kata.All[0] : Kata.Named(name));
        await watch.Run(cancel);
        return 0;
    }

    private static Command Checking()
    {
        var names = new Argument<string[]>("name") { Description = "The katas; without one the next that is not green.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All katas, so that their states are true." };
        var fresh = new Option<bool>("--fresh") { Description = "Other inputs than usual." };
        var seed = new Option<int?>("--seed")
        {
            Description = "The inputs of this seed.",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, out int value)) return value;
                result.AddError($"--seed wants an integer, and '{result.Tokens[0].Value}' is none.");
                return null;
            },
        };
        var json = Json();
        var command = new Command("check", "Gives the verdict once; exit code 0 only if every kata asked for is green.") { names, all, fresh, seed, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetValue(names) is { Length: > 0 }) result.AddError("--all checks every kata; leave the names out.");
            if (result.GetValue(fresh) && result.GetResult(seed) is not null) result.AddError("--fresh draws a seed; leave --seed out.");
        });
        command.SetAction((parsed, cancel) =>
        {
            int? start = parsed.GetValue(fresh) ? Random.Shared.Next() : parsed.GetValue(seed);
            return new Round(start, parsed.GetValue(fresh), parsed.GetValue(json)).Check(parsed.GetValue(names)!, parsed.GetValue(all), cancel);
        });
        return command;
    }

    private static Command Listed()
    {
        var json = Json();
        var command = new Command("list", "All katas with state, level, attempts and best time.") { json };
        command.SetAction(parsed => Listing.Print(parsed.GetValue(json)));
        return command;
    }

    private static Command Opening()
    {
        var name = One();
        var command = new Command("open", "Prints the paths of a kata; $VISUAL or $EDITOR opens its stub.") { name };
        command.SetAction(parsed => Editor.Open(Kata.Named(parsed.GetRequiredValue(name))));
        return command;
    }

    private static Command Solution()
    {
        var name = One();
        var giveUp = new Option<bool>("--give-up") { Description = "Show it although the kata is not green; this is recorded." };
        var command = new Command("solution", "Shows the reference answer, once yours is green.") { name, giveUp };
        command.SetAction(parsed => Help.Solution(Kata.Named(parsed.GetRequiredValue(name)), parsed.GetValue(giveUp)));
        return command;
    }

    private static Command Resetting()
    {
        var name = One();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new Command("reset", "Gives a fresh stub for the same attempt; what it replaces is kept.") { name, yes };
        command.SetAction(parsed => Attempts.Reset(Kata.Named(parsed.GetRequiredValue(name)), parsed.GetValue(yes)));
        return command;
    }

    private static Command Benching()
    {
        var name = One();
        var command = new Command("bench", "Your answer, the reference and the everyday alternative side by side, and how the time grows.") { name };
        command.SetAction((parsed, cancel) => Bench.Run(Kata.Named(parsed.GetRequiredValue(name)), cancel));
        return command;
    }

    private static Command Pasting()
    {
        var name = new Argument<string?>("name") { Description = "An answer, or a faster variant of one.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "A program that uses answers.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("paste", "One file that compiles alone, for a contest: an answer, or a program with the answers it uses, and what they need.") { name, file };
        command.Validators.Add(result =>
        {
            bool hasName = result.GetValue(name) is not null, hasFile = result.GetValue(file) is not null;
            if (hasName == hasFile || !hasFile && result.GetResult(file) is not null) result.AddError("kata paste wants the name of an answer, or --file and the path of a program.");
        });
        command.SetAction(parsed => Screen.Print(parsed.GetValue(file) is { } path ? Paste.Program(path) : Paste.Answer(parsed.GetValue(name)!)));
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "For tools." };

    /// <summary>What is wrong with a call, in one sentence.</summary>
    private static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        string line = command is RootCommand ? "kata" : $"kata {command.Name}";
        if (parsed.UnmatchedTokens is not [var token, ..])
            return parsed.Errors[0].Message.StartsWith("Required argument") ? $"{line} wants the name of a kata; kata list shows them all." : parsed.Errors[0].Message;
        if (token.StartsWith('-')) return $"'{token}' is no flag of {line}; {line} --help lists them.";
        if (command is not RootCommand) return $"'{token}' is one word too many for {line}; {line} --help tells more.";
        return $"'{token}' is no verb of kata; did you mean {Nearest.To(token, command.Subcommands.Select(verb => verb.Name)).First()}? kata --help lists them.";
    }
}
