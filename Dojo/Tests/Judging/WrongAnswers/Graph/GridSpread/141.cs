// all rows that nothing reaches are one and the same array, so changing one of the returned rows changes others; each should be the caller's own.
namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        if (grid.Length == 0) return [];
        int rows = grid.Length, columns = grid[0].Length;
        foreach (string row in grid)
        {
            if (row.Length != columns) throw new ArgumentException("The rows differ in length.", nameof(grid));
            if (row.AsSpan().IndexOfAnyExcept('.', '#', 'S') >= 0)
                throw new ArgumentException("A cell is neither open nor a wall nor a source.", nameof(grid));
        }

        // A row is only made when something gets there.
        var result = new int[]?[rows];
        var queue = new Queue<(int Row, int Column)>();
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                if (grid[r][c] == 'S') Reach(r, c, 0);

        while (queue.TryDequeue(out var cell))
        {
            var (r, c) = cell;
            int minute = result[r]![c] + 1;
            if (r > 0) Reach(r - 1, c, minute);
            if (r < rows - 1) Reach(r + 1, c, minute);
            if (c > 0) Reach(r, c - 1, minute);
            if (c < columns - 1) Reach(r, c + 1, minute);
        }

        int[] unreached = Blank();
        return Array.ConvertAll(result, row => row ?? unreached);

        void Reach(int r, int c, int minute)
        {
            if (grid[r][c] == '#') return;
            int[] row = result[r] ??= Blank();
            if (row[c] >= 0) return;
            row[c] = minute;
            queue.Enqueue((r, c));
        }

        int[] Blank()
        {
            int[] row = new int[columns];
            Array.Fill(row, -1);
            return row;
        }
    }
}
