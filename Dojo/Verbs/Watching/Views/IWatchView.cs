using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>Where a watch tells what happens: a screen, a log of lines, or a tool.</summary>
internal interface IWatchView
{
    /// <summary>A check begins.</summary>
    /// <param name="seed">null: the fixed one.</param>
    void Begin(Kata kata, int? seed);

    void Take(Judgement judgement, Reply reply);

    void End(Judgement judgement);

    /// <summary>What a key asked for.</summary>
    /// <param name="focus">The row of it that must be seen.</param>
    void Show(IRenderable drawing, int focus = 0);

    /// <summary>Shows what a key asked for where the page has it nowhere else.</summary>
    void Tell(IRenderable drawing) => Show(drawing);

    void ShowSolution(Kata kata) => Show(Solution.Beside(kata));

    void ShowGrowth(Growth growth) => Show(new Rows(growth.ToTable(), new Text(growth.Sentence)));

    /// <summary>Shows a sentence that also a tool needs.</summary>
    void Say(string sentence) => Show(new Text(sentence));

    /// <summary>Moves what a key asked for, where it is longer than there is room.</summary>
    void Scroll(int rows);

    /// <summary>Something cannot be served; why, in one sentence.</summary>
    void Refuse(string sentence);

    /// <summary>Time goes by, and windows change their size.</summary>
    void Tick();
}
