namespace Etudes.Engine;

/// <summary>Numbers in rows, of one length or not.</summary>
/// <param name="Marked">The numbers to look at.</param>
/// <param name="Block">The side of the patches that the numbers are cut into; 0 where they are not.</param>
/// <param name="Hidden">The numbers that a mask hides.</param>
public sealed record GridShape(IReadOnlyList<IReadOnlyList<double>> Rows, IReadOnlyList<CellShape> Marked, int Block = 0, IReadOnlyList<CellShape>? Hidden = null) : Shape
{
    public static GridShape? Of(IEnumerable<IReadOnlyList<double>> rows, params CellShape[] marked)
    {
        IReadOnlyList<double>[] some = [.. rows.Take(TooMany)];
        return some.Length == TooMany || some.Sum(row => (long)row.Count) >= TooMany ? null : new(some, marked);
    }
}

public sealed record CellShape(int Row, int Column);

/// <summary>Boxes and points over a map of cells.</summary>
/// <param name="Cells">What the map holds, row by row, and after it what further maps of its size hold; null where that is not shown.</param>
/// <param name="BinsHigh">Into so many rows each box is divided.</param>
/// <param name="BinsWide">And into so many columns.</param>
/// <param name="Bins">Where the bins lie which do not divide their boxes evenly; null where all do.</param>
/// <param name="Points">Where a map is read: at a whole number is the middle of a cell.</param>
public sealed record BoxesShape(int Rows, int Columns, IReadOnlyList<BoxShape> Boxes, IReadOnlyList<IReadOnlyList<double>>? Cells = null,
    int BinsHigh = 1, int BinsWide = 1, IReadOnlyList<BoxShape>? Bins = null, IReadOnlyList<PointShape>? Points = null) : Shape;

/// <summary>A box in cells from the upper left corner of the grid; one may be inverted, or reach beyond the grid.</summary>
/// <param name="Map">On which of several maps, from 0.</param>
public sealed record BoxShape(double Left, double Top, double Right, double Bottom, int Map = 0);

public sealed record PointShape(double Row, double Column);
