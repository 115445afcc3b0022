using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>All katas, to choose one by the arrows.</summary>
internal sealed class KataMenu(Kata chosen)
{
    /// <summary>So many rows around the chosen one are seen.</summary>
    private const int Around = 4;

    public static Key Key { get; } = new('l', "list", watch => watch.OpenMenu());

    private int _chosen = Kata.All.ToList().IndexOf(chosen);

    public Kata Chosen => Kata.All[_chosen];

    public void Move(int step) => _chosen = Math.Clamp(_chosen + step, 0, Kata.All.Count - 1);

    public void Show(IWatchView view)
    {
        var rows = Kata.All.Select((kata, i) =>
        {
            var state = Progress.Of(kata).State;
            string line = $"{(i == _chosen ? ">" : " ")} {kata.Name,-22} {ProgressText.Of(state),-16} level {kata.Level}";
            return new Text(line, i == _chosen ? new(decoration: Decoration.Bold) : state == State.Green ? new(Color.Green) : Style.Plain);
        });
        view.Show(new Rows([new Text("arrows choose, enter goes there, escape closes", Terminal.Dim), .. rows]), Math.Max(0, _chosen + 1 - Around));
    }
}
