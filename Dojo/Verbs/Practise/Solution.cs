using System.CommandLine;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>The reference answer, once it can do no harm, with what yours does otherwise.</summary>
internal static class Solution
{
    /// <summary>Where two files stand side by side: room for lines of half of it.</summary>
    private const int WideEnough = 130;

    public static Key Key { get; } = new('s', "solution", watch => Press(watch));

    public static Command Make()
    {
        var name = Verbs.One();
        name.Description = "The kata; without it that of the folder you stand in, or the one in hand if you say yes.";
        var giveUp = new Option<bool>("--give-up") { Description = "Show it although the kata is not green; this is recorded." };
        var command = new Verb(Wish.Practise, "solution", "kata solution TopK", "the reference answer and what yours does otherwise, once yours is green") { name, giveUp };
        command.SetAction(parsed =>
        {
            if (Verbs.Confirmed(parsed.GetValue(name), "solution", "Show the solution of") is { } kata) Show(kata, parsed.GetValue(giveUp));
        });
        return command;
    }

    /// <summary>Who presses the key twice gives up.</summary>
    private static void Press(Watch watch)
    {
        if (!watch.IsRepeated && !Progress.Of(watch.Kata).MayBeTold) watch.Tell(new Text($"{watch.Kata.Name} is not green yet; s once more gives up and shows the solution"));
        else
        {
            if (!Progress.Of(watch.Kata).MayBeTold) LearnerLog.Learner.Append(new GivenUp(watch.Kata.Name));
            watch.ShowSolution();
        }
    }

    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    private static void Show(Kata kata, bool giveUp)
    {
        string reference = kata.ReadAnswer(); // before a log tells that it was shown
        if (!Progress.Of(kata).MayBeTold)
        {
            if (!giveUp) throw new RefusedException($"{kata.Name} is not green yet; kata solution {kata.Name} --give-up shows the solution all the same, and is recorded.");
            LearnerLog.Learner.Append(new GivenUp(kata.Name));
        }
        if (Terminal.IsInteractive) Terminal.Show(Beside(kata));
        else Terminal.Print($"{reference}\n");
    }

    /// <summary>Both files with their differences marked, side by side where there is room.</summary>
    public static Rows Beside(Kata kata)
    {
        string yours = File.Exists(Kata.Full(kata.Stub)) ? Kata.Read(kata.Stub) : "", reference = kata.ReadAnswer();
        if (Terminal.Width < WideEnough)
            return new([new Text($"- {kata.Stub}", Terminal.Bad), new Text($"+ {kata.Answer}", Terminal.Good),
                .. InlineDiffBuilder.Diff(yours, reference).Lines.Select(line => new Text($"{Mark(line)} {line.Text}", StyleOf(line)))]);
        var sides = SideBySideDiffBuilder.Diff(yours, reference);
        var table = new Table { Border = TableBorder.None, Expand = true };
        foreach (string path in (string[])[kata.Stub, kata.Answer]) table.AddColumn(new TableColumn(new Text(path, Terminal.Dim)) { Width = Terminal.Width / 2 - 2 });
        foreach (var (mine, its) in sides.OldText.Lines.Zip(sides.NewText.Lines)) table.AddRow(Side(mine, "-"), Side(its, "+"));
        return new(table);
    }

    private static Text Side(DiffPiece line, string mark) =>
        new($"{(line.Type == ChangeType.Unchanged ? " " : line.Type == ChangeType.Imaginary ? "" : mark)} {line.Text}", mark == "-" ? StyleOf(line, Terminal.Bad) : StyleOf(line, Terminal.Good));

    private static string Mark(DiffPiece line) => line.Type switch { ChangeType.Deleted => "-", ChangeType.Inserted => "+", _ => " " };

    private static Style StyleOf(DiffPiece line) => StyleOf(line, line.Type == ChangeType.Deleted ? Terminal.Bad : Terminal.Good);

    private static Style StyleOf(DiffPiece line, Style changed) => line.Type == ChangeType.Unchanged ? Style.Plain : new(changed.Foreground);
}
