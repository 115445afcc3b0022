using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>A grid of open cells '.', walls '#' and sources 'S', in rows of one length: ["S.#", "..."].</summary>
public sealed record Maze(string[] Rows) : IInput<Maze>
{
    public const char Open = '.', Wall = '#', Source = 'S';

    public int Columns => Rows.Length > 0 ? Rows[0].Length : 0;

    /// <summary>A fresh array, the answer's to spoil.</summary>
    public string[] Copy() => [.. Rows];

    /// <summary>All cells, row by row.</summary>
    public IEnumerable<(int Row, int Column)> Cells => from row in Enumerable.Range(0, Rows.Length) from column in Enumerable.Range(0, Rows[row].Length) select (row, column);

    /// <summary>Another grid of as many rows and columns.</summary>
    public Maze With(Func<int, int, char> cell) =>
        new([.. Rows.Select((row, r) => string.Concat(row.Select((_, c) => cell(r, c))))]);

    /// <summary>Rows become columns, which also changes how many there are.</summary>
    public Maze Turned() => new([.. Enumerable.Range(0, Columns).Select(c => string.Concat(Rows.Select(row => row[c])))]);

    public override string ToString() => $"[{Show.Join(", ", Rows.Select(row => $"\"{row}\""))}]";

    string IDrawn.Literal => $"new Maze([{string.Join(", ", Rows.Select(row => $"\"{row}\""))}])";

    /// <summary>A wall is -1 and hidden; sources are marked.</summary>
    public Shape? Shape => GridShape.Of(Rows.Select(row => (IReadOnlyList<double>)[.. row.Select(cell => cell == Wall ? -1.0 : 0)]), Places(Source)) is { } grid
        ? grid with { Hidden = Places(Wall) } : null;

    private CellShape[] Places(char kind) => [.. Cells.Where(cell => Rows[cell.Row][cell.Column] == kind).Select(cell => new CellShape(cell.Row, cell.Column))];

    /// <summary>Without some rows or columns; then with a wall or a source less.</summary>
    public IEnumerable<Maze> Smaller()
    {
        foreach (string[] rows in Shrink.List(Rows, _ => [])) yield return new(rows);
        foreach (int[] kept in Shrink.List([.. Enumerable.Range(0, Columns)], (int _) => []))
            yield return new([.. Rows.Select(row => string.Concat(kept.Select(column => row[column])))]);
        foreach (var at in Cells.Where(cell => Rows[cell.Row][cell.Column] != Open))
            yield return With((row, column) => (row, column) == at ? Open : Rows[row][column]);
    }

    /// <summary>Small ones above all: lines, empty ones, without walls and full of them, without sources and full of them, and long ways round walls.</summary>
    public static Gen<Maze> Generator { get; } = Gen.Sized(size =>
        from rows in Side(size)
        from columns in Side(size)
        from walls in Gen.Elements(0, 0, 20, 40, 60)
        from sources in Gen.Elements(0, 2, 5, 10, 30, 100)
        from winding in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from turned in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue)
        let grid = winding ? Winding(rows, columns, seed) : Drawn(rows, columns, walls, sources, new Random(seed))
        select turned ? grid.Turned() : grid);

    private static Gen<int> Side(int size) => Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Constant(1)), (12, Gen.Choose(2, 5)), (4, Gen.Choose(2, Math.Max(2, size / 3))));

    /// <param name="walls">How many of a hundred cells are walls.</param>
    /// <param name="sources">The same of the others; 2 stands for just one.</param>
    private static Maze Drawn(int rows, int columns, int walls, int sources, Random random)
    {
        var grid = Blank(rows, columns).With((_, _) => random.Next(100) < walls ? Wall : sources != 2 && random.Next(100) < sources ? Source : Open);
        return sources == 2 && rows * columns > 0 ? WithSource(grid, random) : grid;
    }

    /// <summary>One way along all rows, there and back, from a source anywhere on it.</summary>
    private static Maze Winding(int rows, int columns, int seed)
    {
        var grid = Blank(rows, columns).With((row, column) => row % 2 == 1 && column != (row % 4 == 1 ? columns - 1 : 0) ? Wall : Open);
        return rows * columns > 0 ? WithSource(grid, new Random(seed)) : grid;
    }

    private static Maze WithSource(Maze grid, Random random)
    {
        var at = (random.Next(grid.Rows.Length), random.Next(grid.Columns));
        return grid.With((row, column) => (row, column) == at ? Source : grid.Rows[row][column]);
    }

    private static Maze Blank(int rows, int columns) => new([.. Enumerable.Repeat(new string(Open, columns), rows)]);
}
