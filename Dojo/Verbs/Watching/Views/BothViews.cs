using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>Tells two views: the terminal and the page.</summary>
internal sealed class BothViews(IWatchView first, IWatchView second) : IWatchView
{
    private readonly IWatchView[] _views = [first, second];

    public void Begin(Kata kata, int? seed) => Each(view => view.Begin(kata, seed));

    public void Take(Judgement judgement, Reply reply) => Each(view => view.Take(judgement, reply));

    public void End(Judgement judgement) => Each(view => view.End(judgement));

    public void Show(IRenderable drawing, int focus = 0) => Each(view => view.Show(drawing, focus));

    public void Tell(IRenderable drawing) => Each(view => view.Tell(drawing));

    public void ShowSolution(Kata kata) => Each(view => view.ShowSolution(kata));

    public void ShowGrowth(Growth growth) => Each(view => view.ShowGrowth(growth));

    public void Say(string sentence) => Each(view => view.Say(sentence));

    public void Scroll(int rows) => Each(view => view.Scroll(rows));

    public void Refuse(string sentence) => Each(view => view.Refuse(sentence));

    public void Tick() => Each(view => view.Tick());

    private void Each(Action<IWatchView> tell)
    {
        foreach (var view in _views) tell(view);
    }
}
