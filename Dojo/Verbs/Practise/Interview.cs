using System.CommandLine;
using System.CommandLine.Parsing;

namespace Etudes.Dojo;

/// <summary>An interview with a clock: what is drawn, begun, gone on with, or printed for the interviewer.</summary>
internal static class Interview
{
    private const int UsualMinutes = 45;

    public static Command Make()
    {
        var name = new Argument<string?>("name") { Description = "The kata, or heap, graph or ml; without it any is drawn that is not solved, or was long ago.", Arity = ArgumentArity.ZeroOrOne };
        var minutes = new Option<int?>("--minutes") { Description = $"How long it takes; {UsualMinutes} if not said.", CustomParser = Minutes, HelpName = "45" };
        var level = new Option<int?>("--level") { Description = "A kata of this level, from 1 to 3.", CustomParser = List.Level, HelpName = "2" };
        var goOn = new Option<bool>("--continue") { Description = "Goes on with the interview that was left." };
        var drop = new Option<bool>("--drop") { Description = "Ends the interview that was left, without a card." };
        var sheet = new Option<bool>("--sheet") { Description = "Prints the interviewer's sheet of a kata, as Markdown." };
        var command = new Verb(Wish.Practise, "interview", "kata interview heap --level 2", "an interview with a clock, from the statement to a card of how it went") { name, minutes, level, goOn, drop, sheet };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sheet) && result.GetValue(name) is null) result.AddError("--sheet wants the name of a kata: kata interview TopK --sheet.");
            if (result.GetValue(goOn) && (result.GetValue(name) ?? "") + result.GetResult(minutes) + result.GetResult(level) is not "") result.AddError("--continue goes on with the interview as it was begun; leave the rest out.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            List<string> told = [];
            if (parsed.GetValue(sheet)) await Print(Kata.Named(parsed.GetValue(name)!), cancel);
            else if (parsed.GetValue(drop)) Drop();
            else await Conduct(parsed.GetValue(goOn) ? Kept() : Begun(parsed.GetValue(name), parsed.GetValue(level), parsed.GetValue(minutes) ?? UsualMinutes, told.Add), told, cancel);
        });
        return command;
    }

    /// <param name="told">What was put aside for it.</param>
    private static async Task Conduct(InterviewState state, IReadOnlyList<string> told, CancellationToken cancel)
    {
        using var judges = new Judges();
        await new InterviewRoom(state, judges).Hold(told, cancel);
    }

    private static async Task Print(Kata kata, CancellationToken cancel)
    {
        kata.Judge.Build();
        using var judges = new Judges();
        string sheet = Sheet.Of(kata, await judges.ExaminerOf(kata.Judge).Gallery(kata, cancel));
        if (Terminal.IsInteractive) Terminal.Show(StatementText.Render(sheet, StatementText.Margin));
        else Terminal.Print(sheet);
    }

    /// <exception cref="RefusedException">No interview goes on.</exception>
    private static InterviewState Kept() => InterviewState.Kept() ?? throw new RefusedException("No interview goes on; kata interview begins one.");

    private static void Drop()
    {
        Terminal.Tell($"The interview on {Kept().Kata} is dropped.");
        InterviewState.Forget();
    }

    /// <summary>A kata whose stub and examples are empty; what was there is kept.</summary>
    private static InterviewState Begun(string? name, int? level, int minutes, Action<string> tell)
    {
        if (InterviewState.Kept() is { } left && left.Step != Step.Done && !Terminal.Confirmed($"The interview on {left.Kata} goes on with --continue. Leave it and begin another"))
            throw new RefusedException($"An interview on {left.Kata} goes on: kata interview --continue, or --drop ends it.");
        var kata = name is not null && Kata.Find(name) is { } named ? named : Drawn(name, level);
        Again.Begin(kata, sameClock: false, tell);
        ExamplesFile.BeginAnew(kata, WallClock.Now, tell);
        return new(kata.Name, minutes, WallClock.Now);
    }

    /// <summary>One that is not solved; where all are, one of the least remembered.</summary>
    private static Kata Drawn(string? track, int? level)
    {
        Kata[] katas = [.. Kata.All.Where(kata => (track is null ? kata.Judge == Judge.Main : kata.TrackName.Equals(track, StringComparison.OrdinalIgnoreCase)) && (level is null || kata.Level == level))];
        if (katas.Length == 0) throw track is not null && !Kata.All.Any(kata => kata.TrackName.Equals(track, StringComparison.OrdinalIgnoreCase)) ? Kata.Unknown(track) : new RefusedException("No kata is of that track and level.");
        Kata[] open = [.. katas.Where(kata => !Progress.Of(kata).IsSolved)];
        return open.Length > 0 ? Random.Shared.GetItems(open, 1)[0] : katas.MinBy(kata => Retention.Of(kata)?.RecallOn(WallClock.Today) ?? 0)!;
    }

    private static int? Minutes(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, out int minutes) && minutes is > 0 and <= 600) return minutes;
        result.AddError($"--minutes wants a number from 1 to 600, and '{result.Tokens[0].Value}' is none.");
        return null;
    }
}
