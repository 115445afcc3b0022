using System.Globalization;

namespace Etudes.Dojo;

/// <summary>Two small grids side by side, what is looked at in brackets.</summary>
internal static class GridSketch
{
    private const int Most = 6;
    private const string Between = "    ";

    public static IEnumerable<string> Of(GridShape expected, GridShape actual)
    {
        if (expected.Rows.Count != actual.Rows.Count || new[] { expected, actual }.Any(IsLarge)) return [];
        string[] right = Rows(expected), given = Rows(actual);
        int width = Math.Max("should be".Length, right.Max(row => row.Length));
        return right.Zip(given).Prepend(("should be", "is")).Select(pair => $"{pair.Item1.PadRight(width)}{Between}{pair.Item2}");
    }

    private static bool IsLarge(GridShape grid) => grid.Rows.Count is 0 or > Most || grid.Rows.Any(row => row.Count > Most) || grid.Rows.Sum(row => row.Count) < 2; // one number is in the sentence

    private static string[] Rows(GridShape grid)
    {
        var words = grid.Rows.Select((row, i) => row.Select((value, j) => grid.Marked.Contains(new(i, j)) ? $"[{Word(value)}]" : $" {Word(value)} ").ToArray()).ToArray();
        int width = words.SelectMany(row => row).Max(word => word.Length);
        return [.. words.Select(row => string.Concat(row.Select(word => word.PadLeft(width))))];
    }

    private static string Word(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
