namespace Etudes.Loop;

/// <summary>What was measured, in one checkout or in two by turns.</summary>
public sealed class Figures(Checkout[] checkouts)
{
    private readonly OrderedDictionary<string, List<double>[]> _values = [];

    /// <summary>Measures in each checkout; which of two begins changes with the turn.</summary>
    /// <param name="measure">Gets what adds a value to a figure.</param>
    public void Take(int turn, Action<Checkout, Action<string, double>> measure)
    {
        for (int i = 0; i < checkouts.Length; i++)
        {
            int which = (i + turn) % checkouts.Length;
            measure(checkouts[which], (figure, value) =>
            {
                _values.TryAdd(figure, [[], []]);
                _values[figure][which].Add(value);
            });
        }
    }

    /// <summary>Prints a line per figure.</summary>
    public void Tell()
    {
        foreach (var (figure, values) in _values)
        {
            double median = At(values[0], 0.5), other = At(values[1], 0.5);
            Console.WriteLine($"{figure}: {median:f3} in the median of {values[0].Count}, " + (checkouts.Length > 1
                ? $"against {other:f3}, ratio {median / other:f2}"
                : $"90th percentile {At(values[0], 0.9):f3}, highest {values[0].Max():f3}"));
        }
    }

    private static double At(List<double> values, double part) => values.Order().ElementAtOrDefault((int)(part * (values.Count - 1)));
}
