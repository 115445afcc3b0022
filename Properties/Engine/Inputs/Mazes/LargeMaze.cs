using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What hurts some way to spread over a grid: sources of which each is nearer to all of a room than those before, a way that turns at each step, a line, sources everywhere or here and there.</summary>
public enum LargeMazeKind { Shaft, Stairs, Column, Full, Spread }

/// <summary>One large grid of each kind; only for a <see cref="LargeLawAttribute"/>, whose size says how many cells.</summary>
public sealed record LargeMaze(LargeMazeKind Kind, int Cells) : IInput<LargeMaze>
{
    private int Columns => Kind switch { LargeMazeKind.Column => 1, LargeMazeKind.Shaft => 25, _ => (int)Math.Sqrt(Cells) + 7 }; // no square

    private int Rows => Cells / Columns;

    public Maze Draw()
    {
        var random = new Random(Cells);
        return new([.. Enumerable.Range(0, Rows).Select(row => string.Create(Columns, row, (cells, r) =>
        {
            for (int c = 0; c < cells.Length; c++) cells[c] = Cell(r, c, random);
        }))]);
    }

    private char Cell(int row, int column, Random random) => Kind switch
    {
        LargeMazeKind.Shaft => row >= Rows / 2 || column == 0 ? Maze.Open : column == 1 ? Maze.Source : Maze.Wall,
        LargeMazeKind.Column => row < Rows / 2 ? Maze.Source : Maze.Open,
        LargeMazeKind.Full => Maze.Source,
        LargeMazeKind.Spread => random.Next(1000) switch { 0 => Maze.Source, < 350 => Maze.Wall, _ => Maze.Open },
        LargeMazeKind.Stairs when row + column == 0 => Maze.Source,
        _ => (row + column) % 3 == 0 && !IsGap(row, column) ? Maze.Wall : Maze.Open, // stairs
    };

    /// <summary>Every third diagonal is a wall but for one of its ends, the upper and the lower by turns.</summary>
    private bool IsGap(int row, int column) => (row + column) % 2 == 0 ? row == 0 || column == Columns - 1 : column == 0 || row == Rows - 1;

    public override string ToString() => Kind switch
    {
        LargeMazeKind.Shaft => $"{Rows} rows of {Columns} cells, the lower half open, the upper half a source in each row beside a shaft",
        LargeMazeKind.Stairs => $"{Rows} rows of {Columns} cells, from the first one way along all diagonals",
        LargeMazeKind.Column => $"one column of {Rows} cells, the upper half sources",
        LargeMazeKind.Full => $"{Rows} rows of {Columns} sources",
        _ => $"{Rows} rows of {Columns} cells, a third of them walls, every thousandth a source",
    };

    public Shape? Shape => null;

    public IEnumerable<LargeMaze> Smaller() => [];

    public static Gen<LargeMaze> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LargeMaze((LargeMazeKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
