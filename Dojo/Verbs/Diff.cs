using System.CommandLine;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>The learner's answer beside the reference.</summary>
internal static class Diff
{
    /// <summary>Where two files stand side by side: room for lines of half of it.</summary>
    private const int WideEnough = 130;

    public static Command Make() => Verbs.OfOne("diff", "Your answer beside the reference, once it is green or given up.", Show);

    /// <summary>Both files, side by side where there is room.</summary>
    /// <exception cref="RefusedException">Neither green nor given up.</exception>
    private static void Show(Kata kata)
    {
        Solution.MustBeDone(kata);
        if (!Terminal.IsInteractive || Terminal.Width < WideEnough)
        {
            foreach (var (path, text) in ((string, string)[])[(kata.Stub, Kata.Read(kata.Stub)), (kata.Answer, kata.ReadAnswer())])
            {
                Terminal.Tell(path, Terminal.Dim);
                Terminal.Tell(text);
            }
            return;
        }
        var table = new Table { Border = TableBorder.None, Expand = true };
        foreach (string path in (string[])[kata.Stub, kata.Answer]) table.AddColumn(new TableColumn(new Text(path, Terminal.Dim)) { Width = Terminal.Width / 2 - 2 });
        table.AddRow(new Text(Kata.Read(kata.Stub)), new Text(kata.ReadAnswer()));
        Terminal.Show(table);
    }
}
