using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A map of cells with its boxes, their bins, and points over it.</summary>
internal sealed class MapDrawing
{
    /// <summary>So many cells of the map are shown, and so many beside it.</summary>
    private const int Most = 10, Beside = 3;
    private const double Margin = 0.2;
    /// <summary>Of a box without width or height nothing would be drawn.</summary>
    private const double Thinnest = 0.1;

    private readonly BoxesShape _shape;
    private readonly int _map, _rows, _columns;
    private readonly (int Number, BoxShape Box)[] _boxes;
    private readonly BoxShape[] _bins;
    private readonly PointShape[] _points;
    private readonly double _cell, _left, _top, _right, _bottom;

    private MapDrawing(BoxesShape shape, int map)
    {
        (_shape, _map) = (shape, map);
        (_rows, _columns) = (Math.Min(shape.Rows, Most), Math.Min(shape.Columns, Most));
        _cell = Math.Max(46, shape.Cells?.SelectMany(row => row).Select(value => RowDrawing.WidthOf(GridDrawing.Word(value))).DefaultIfEmpty().Max() ?? 0);
        _boxes = [.. shape.Boxes.Index().Where(one => IsHere(one.Item))];
        _bins = [.. (shape.Bins ?? []).Where(IsHere)];
        _points = [.. (shape.Points ?? []).Where(point => double.IsFinite(point.Row + point.Column))];
        BoxShape[] all = [.. _boxes.Select(one => one.Box), .. _bins];
        double[] across = [0, _columns, .. all.SelectMany(box => new[] { box.Left, box.Right }), .. _points.Select(point => point.Column + 0.5)];
        double[] down = [0, _rows, .. all.SelectMany(box => new[] { box.Top, box.Bottom }), .. _points.Select(point => point.Row + 0.5)];
        (_left, _right) = (Math.Max(across.Min() - Margin, -Beside), Math.Min(across.Max() + Margin, _columns + Beside));
        (_top, _bottom) = (Math.Max(down.Min() - Margin, -Beside), Math.Min(down.Max() + Margin, _rows + Beside));
    }

    /// <param name="map">Which one of the shape's maps.</param>
    public static Drawing Of(BoxesShape shape, int map) => new MapDrawing(shape, map).Draw();

    private bool IsHere(BoxShape box) => box.Map == _map && double.IsFinite(box.Left + box.Top + box.Right + box.Bottom);

    private Drawing Draw()
    {
        List<XElement> parts = [];
        double largest = GridDrawing.LargestOf(_shape.Cells ?? []);
        for (int row = 0; row < _rows; row++)
            for (int column = 0; column < _columns; column++)
                parts.AddRange(_shape.Cells is { } cells ? Number(X(column), Y(row), cells[_map * _shape.Rows + row][column], largest) : [Svg.Rect("cell", X(column), Y(row), _cell, _cell)]);
        foreach (var (number, box) in _boxes) parts.AddRange(Box(box, number));
        foreach (var bin in _bins) parts.Add(Frame("bin moved", bin));
        foreach (var (i, point) in _points.Index())
        {
            double x = X(Math.Clamp(point.Column + 0.5, _left, _right)), y = Y(Math.Clamp(point.Row + 0.5, _top, _bottom));
            parts.AddRange([Svg.Circle("point", x, y, 9), Svg.Text("index", x, y, $"{i}")]);
        }
        string cut = (_rows, _columns) == (_shape.Rows, _shape.Columns) ? "" : $"{_rows} x {_columns} of {_shape.Rows} x {_shape.Columns} cells";
        return new((_right - _left) * _cell, (_bottom - _top) * _cell, parts, cut);
    }

    private double X(double column) => (column - _left) * _cell;

    private double Y(double row) => (row - _top) * _cell;

    // Cells of a map are square; a number stands in the upper part, where fewer lines of boxes run.
    private IEnumerable<XElement> Number(double x, double y, double value, double largest)
    {
        foreach (var part in GridDrawing.Cell(x, y, _cell, value, largest, GridDrawing.Word(value)))
        {
            if (part.Name.LocalName == "rect") part.SetAttributeValue("height", _cell);
            yield return part;
        }
    }

    private IEnumerable<XElement> Box(BoxShape box, int number)
    {
        var (x1, y1, x2, y2) = InSight(box);
        bool isPoint = (x1, y1) == (x2, y2);
        if (!isPoint) yield return Frame(box.Right < box.Left || box.Bottom < box.Top ? "region inverted" : "region", box);
        for (int i = 1; i < _shape.BinsWide && _shape.Bins is null && !isPoint; i++)
            if (Between(box.Left, box.Right, i, _shape.BinsWide, _left, _right) is { } x) yield return Svg.Line("bin", X(x), Y(y1), X(x), Y(y2));
        for (int i = 1; i < _shape.BinsHigh && _shape.Bins is null && !isPoint; i++)
            if (Between(box.Top, box.Bottom, i, _shape.BinsHigh, _top, _bottom) is { } y) yield return Svg.Line("bin", X(x1), Y(y), X(x2), Y(y));
        yield return Svg.Circle("corner", X(x1), Y(y1), 3); // seen even where the box is a point
        if (_shape.Boxes.Count > 1) yield return Svg.Text("index number", X(x1) + 9, Y(y1) + 9, $"{number}");
    }

    private XElement Frame(string kind, BoxShape box)
    {
        var (x1, y1, x2, y2) = InSight(box);
        return Svg.Rect(kind, X(x1), Y(y1), Math.Max(Thinnest, (x2 - x1) * _cell), Math.Max(Thinnest, (y2 - y1) * _cell));
    }

    /// <summary>As much of a box as is shown, the right way round.</summary>
    private (double X1, double Y1, double X2, double Y2) InSight(BoxShape box) =>
        (Math.Clamp(Math.Min(box.Left, box.Right), _left, _right), Math.Clamp(Math.Min(box.Top, box.Bottom), _top, _bottom),
            Math.Clamp(Math.Max(box.Left, box.Right), _left, _right), Math.Clamp(Math.Max(box.Top, box.Bottom), _top, _bottom));

    /// <summary>The line between two bins; null where it lies outside of what is shown.</summary>
    private static double? Between(double from, double to, int bin, int bins, double least, double most)
    {
        double at = from + (to - from) * bin / bins;
        return at >= least && at <= most ? at : null;
    }
}
