namespace Etudes.Dojo;

/// <summary>A small counterexample drawn in letters, below the words.</summary>
internal static class Sketch
{
    /// <summary>Nothing where there is nothing small to draw, or no room for it.</summary>
    /// <param name="width">How many columns there are.</param>
    public static IReadOnlyList<string> Of(Verdict verdict, int width)
    {
        string[] lines = [.. Lines(verdict).Select(line => $" {line}".TrimEnd())];
        return lines.All(line => line.Length <= width) ? lines : [];
    }

    private static IEnumerable<string> Lines(Verdict verdict)
    {
        if (verdict is { Expected.Shape: GridShape expected, Actual.Shape: GridShape actual }) return GridSketch.Of(expected, actual);
        return verdict.Arguments.Select(argument => argument.Shape).FirstOrDefault(shape => shape is GraphShape or StepsShape { AsHeap: true }) switch
        {
            GraphShape graph => GraphSketch.Of(graph),
            StepsShape steps => HeapSketch.Of(steps),
            _ => [],
        };
    }
}
