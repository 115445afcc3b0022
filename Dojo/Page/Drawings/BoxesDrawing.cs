using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A map of cells with boxes, their bins, and points over it.</summary>
internal static class BoxesDrawing
{
    /// <summary>So many cells of the map are shown, and so many beside it.</summary>
    private const int Most = 10, Beside = 3;

    public static Drawing Of(BoxesShape shape)
    {
        int rows = Math.Min(shape.Rows, Most), columns = Math.Min(shape.Columns, Most);
        double largest = GridDrawing.LargestOf(shape.Cells ?? []);
        double cell = Math.Max(46, shape.Cells?.SelectMany(row => row).Select(value => RowDrawing.WidthOf(GridDrawing.Word(value))).DefaultIfEmpty().Max() ?? 0);
        BoxShape[] boxes = [.. shape.Boxes.Where(box => double.IsFinite(box.Left + box.Top + box.Right + box.Bottom))];
        PointShape[] points = [.. (shape.Points ?? []).Where(point => double.IsFinite(point.Row + point.Column))];
        double[] across = [0, columns, .. boxes.SelectMany(box => new[] { box.Left, box.Right }), .. points.Select(point => point.Column + 0.5)];
        double[] down = [0, rows, .. boxes.SelectMany(box => new[] { box.Top, box.Bottom }), .. points.Select(point => point.Row + 0.5)];
        double left = Math.Floor(Math.Max(across.Min() - 0.2, -Beside)), top = Math.Floor(Math.Max(down.Min() - 0.2, -Beside));
        double right = Math.Ceiling(Math.Min(across.Max() + 0.2, columns + Beside)), bottom = Math.Ceiling(Math.Min(down.Max() + 0.2, rows + Beside));

        List<XElement> parts = [];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                parts.AddRange(shape.Cells is { } cells ? Number(X(column), Y(row), cells[row][column]) : [Svg.Rect("cell", X(column), Y(row), cell, cell)]);
        foreach (var box in boxes) parts.AddRange(Box(box));
        foreach (var (i, point) in points.Index())
        {
            double x = X(Math.Clamp(point.Column + 0.5, left, right)), y = Y(Math.Clamp(point.Row + 0.5, top, bottom));
            parts.AddRange([Svg.Circle("point", x, y, 9), Svg.Text("index", x, y, $"{i}")]);
        }
        string cut = (rows, columns) == (shape.Rows, shape.Columns) ? "" : $"{rows} x {columns} of {shape.Rows} x {shape.Columns} cells";
        return new((right - left) * cell, (bottom - top) * cell, parts, cut);

        double X(double column) => (column - left) * cell;
        double Y(double row) => (row - top) * cell;

        // Cells of a map are square; a number stands in the upper part, where fewer lines of boxes run.
        IEnumerable<XElement> Number(double x, double y, double value)
        {
            foreach (var part in GridDrawing.Cell(x, y, cell, value, largest, GridDrawing.Word(value)))
            {
                if (part.Name.LocalName == "rect") part.SetAttributeValue("height", cell);
                yield return part;
            }
        }

        IEnumerable<XElement> Box(BoxShape box)
        {
            double x1 = Math.Clamp(Math.Min(box.Left, box.Right), left, right), x2 = Math.Clamp(Math.Max(box.Left, box.Right), left, right);
            double y1 = Math.Clamp(Math.Min(box.Top, box.Bottom), top, bottom), y2 = Math.Clamp(Math.Max(box.Top, box.Bottom), top, bottom);
            yield return Svg.Rect(box.Right < box.Left || box.Bottom < box.Top ? "region inverted" : "region", X(x1), Y(y1), (x2 - x1) * cell, (y2 - y1) * cell);
            for (int i = 1; i < shape.BinsWide; i++)
                if (Between(box.Left, box.Right, i, shape.BinsWide, left, right) is { } x) yield return Svg.Line("bin", X(x), Y(y1), X(x), Y(y2));
            for (int i = 1; i < shape.BinsHigh; i++)
                if (Between(box.Top, box.Bottom, i, shape.BinsHigh, top, bottom) is { } y) yield return Svg.Line("bin", X(x1), Y(y), X(x2), Y(y));
            yield return Svg.Circle("corner", X(x1), Y(y1), 3); // seen even where the box is a point
        }
    }

    /// <summary>The line between two bins; null where it lies outside of what is shown.</summary>
    private static double? Between(double from, double to, int bin, int bins, double least, double most)
    {
        double at = from + (to - from) * bin / bins;
        return at >= least && at <= most ? at : null;
    }
}
