namespace Etudes.Engine;

/// <summary>How alike a mistake and an answer fail, law by law. Those that the answer breaks come first: most mistakes differ there.</summary>
internal sealed class Comparison
{
    private readonly Behaviour _answer;
    private readonly Queue<Law> _laws;
    private double _sum;
    private int _either;
    private int _left; // laws that the answer breaks

    public Comparison(Mistake mistake, IEnumerable<Law> laws, Behaviour answer)
    {
        (Mistake, _answer, _laws) = (mistake, answer, new(laws.OrderByDescending(answer.Breaks)));
        _left = _laws.Count(answer.Breaks);
    }

    public Mistake Mistake { get; }

    /// <summary>The law to be compared next; null after the last.</summary>
    public Law? Next => _laws.TryPeek(out var law) ? law : null;

    /// <summary>
    /// From 0 to 1: each law that either of them breaks counts by how alike its failing cases are, and the mean decides. Before the
    /// end it is what it can still become.
    /// </summary>
    public double Agreement => _either + _left == 0 ? 0 : (_sum + _left) / (_either + _left);

    /// <param name="failures">How the mistake fails the next law.</param>
    public void Add(Dictionary<int, Said> failures)
    {
        var law = _laws.Dequeue();
        if (_answer.Breaks(law)) _left--;
        if (_answer.Agreement(law, failures) is not { } alike) return;
        _sum += alike;
        _either++;
    }
}
