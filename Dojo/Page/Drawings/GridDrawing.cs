using System.Globalization;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>Numbers in rows, on a scale of colours.</summary>
internal static class GridDrawing
{
    private const int Most = 12;
    private const double Side = 20;

    /// <param name="mark">The class of a frame around what is marked.</param>
    public static Drawing Of(GridShape grid, string mark = "mark frame")
    {
        int rows = grid.Rows.Count, columns = grid.Rows.Select(row => row.Count).DefaultIfEmpty().Max();
        if (rows == 0 || columns == 0) return new(60, 20, [Svg.Text("word", 0, 10, "empty")]);
        var look = grid.Marked.FirstOrDefault() ?? new(0, 0);
        var (top, left) = (First(look.Row, rows), First(look.Column, columns));
        var (bottom, right) = (Math.Min(rows, top + Most), Math.Min(columns, left + Most));
        double largest = LargestOf(grid.Rows), width = WidthOf(grid, top, bottom, left, right);

        List<XElement> parts = [.. Enumerable.Range(left, right - left).Select(column => Svg.Text("place", Side + (column - left + 0.5) * width, 8, $"{column}"))], marks = [];
        for (int row = top; row < bottom; row++)
        {
            double y = Side + (row - top) * Svg.RowHeight;
            parts.Add(Svg.Text("place", 8, y + Svg.RowHeight / 2, $"{row}"));
            for (int column = left; column < Math.Min(right, grid.Rows[row].Count); column++)
            {
                double x = Side + (column - left) * width, value = grid.Rows[row][column];
                bool isMarked = grid.Marked.Contains(new(row, column)), isHidden = grid.Hidden?.Contains(new(row, column)) == true;
                parts.AddRange(Cell(x, y, width, value, largest, isMarked ? Exact(value) : Word(value)));
                if (isHidden) parts.Add(Svg.Rect("hidden", x, y, width, Svg.RowHeight));
                if (isMarked) marks.Add(Svg.Rect(mark, x, y, width, Svg.RowHeight));
            }
        }
        var (wide, high) = ((right - left) * width, (bottom - top) * Svg.RowHeight);
        return new(Side + wide, Side + high, [.. parts, .. Blocks(grid.Block, top, bottom, left, right, width), .. marks],
            (bottom - top, right - left) == (rows, columns) ? "" : $"rows {top} to {bottom - 1} of {rows}, columns {left} to {right - 1} of {columns}");
    }

    /// <summary>A number on its colour: one for those above 0, another for those below, the stronger the larger.</summary>
    public static IEnumerable<XElement> Cell(double x, double y, double width, double value, double largest, string word)
    {
        XElement[] plain = [Svg.Rect("cell", x, y, width, Svg.RowHeight), Svg.Text("item", x + width / 2, y + Svg.RowHeight / 2, word)];
        if (value == 0 || !double.IsFinite(value)) return plain;
        var colour = Svg.Rect(value < 0 ? "negative" : "positive", x, y, width, Svg.RowHeight);
        colour.Add(new XAttribute("fill-opacity", Math.Round(0.5 * Math.Abs(value) / largest, 2).ToString(CultureInfo.InvariantCulture)));
        return [colour, .. plain];
    }

    /// <summary>Four digits are enough to compare by.</summary>
    public static string Word(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>What is looked at may differ late; the sentence has all digits.</summary>
    private static string Exact(double value) => value.ToString("G8", CultureInfo.InvariantCulture);

    /// <summary>The largest of the numbers without their signs.</summary>
    public static double LargestOf(IReadOnlyList<IReadOnlyList<double>> rows) => rows.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();

    /// <summary>What is looked at stands in the middle where not all fits.</summary>
    private static int First(int look, int count) => count <= Most ? 0 : Math.Clamp(look - Most / 2, 0, count - Most);

    private static double WidthOf(GridShape grid, int top, int bottom, int left, int right)
    {
        var words = from row in Enumerable.Range(top, bottom - top)
                    from column in Enumerable.Range(left, Math.Clamp(grid.Rows[row].Count - left, 0, right - left))
                    let value = grid.Rows[row][column]
                    select grid.Marked.Contains(new(row, column)) ? Exact(value) : Word(value);
        return words.Select(RowDrawing.WidthOf).DefaultIfEmpty().Max();
    }

    /// <summary>The lines between patches.</summary>
    private static IEnumerable<XElement> Blocks(int side, int top, int bottom, int left, int right, double width)
    {
        if (side == 0) yield break;
        for (int row = top; row <= bottom; row++)
            if (row % side == 0) yield return Svg.Line("block", Side, Side + (row - top) * Svg.RowHeight, Side + (right - left) * width, Side + (row - top) * Svg.RowHeight);
        for (int column = left; column <= right; column++)
            if (column % side == 0) yield return Svg.Line("block", Side + (column - left) * width, Side, Side + (column - left) * width, Side + (bottom - top) * Svg.RowHeight);
    }
}
