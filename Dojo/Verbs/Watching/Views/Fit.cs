namespace Etudes.Dojo;

/// <summary>What is left out where a window is too small.</summary>
internal static class Fit
{
    private const string LeftOut = " ...";

    /// <summary>
    /// As much as there is room for. The first block comes first, since it is the one to mend; then
    /// what was asked for by a key; then the other blocks, the last ones first, for they sum up.
    /// </summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="blocks">The lines of a verdict, law by law.</param>
    /// <param name="shown">What a key asked for, below them.</param>
    /// <param name="top">The first of its lines that is wanted; becomes the one that is given.</param>
    public static IEnumerable<string> Into(int rows, IReadOnlyList<string[]> blocks, string[] shown, ref int top)
    {
        rows = Math.Max(rows, 1);
        string[] first = blocks.Count > 0 ? Cut(blocks[0], rows) : [];
        shown = Part(shown, rows - first.Length, ref top);
        int left = rows - first.Length - shown.Length;
        List<string[]> rest = [];
        foreach (string[] block in blocks.Skip(1).Reverse())
        {
            if (block.Length > left)
            {
                if (left > 0) rest.Add([LeftOut]);
                break;
            }
            rest.Add(block);
            left -= block.Length;
        }
        return [.. first, .. rest.AsEnumerable().Reverse().SelectMany(block => block), .. shown];
    }

    private static string[] Part(string[] lines, int rows, ref int top)
    {
        top = Math.Clamp(top, 0, Math.Max(0, lines.Length - rows));
        string[] part = [.. lines.Skip(top).Take(Math.Max(0, rows))];
        if (part.Length > 1 && top > 0) part[0] = LeftOut;
        if (part.Length > 1 && top + part.Length < lines.Length) part[^1] = LeftOut;
        return part;
    }

    private static string[] Cut(string[] lines, int rows) => lines.Length <= rows ? lines : rows > 0 ? [.. lines[..(rows - 1)], LeftOut] : [];
}
