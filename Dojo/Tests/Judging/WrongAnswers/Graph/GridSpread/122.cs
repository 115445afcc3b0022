// the rows are joined to one string, of which only the length is compared with rows * columns; breaks "Rows of different lengths throw ArgumentException": ["..", ".", "..."] has 6 = 3 * 2 cells and passes.
using System;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        var rows = grid.Length;
        var columns = rows == 0 ? 0 : grid[0].Length;
        var cells = string.Concat(grid);
        if (cells.Length != (long)rows * columns) throw new ArgumentException("Rows differ in length.", nameof(grid));

        var minute = new int[cells.Length];
        var queue = new int[cells.Length];
        int head = 0, tail = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            switch (cells[i])
            {
                case 'S':
                    queue[tail++] = i;
                    break;
                case '.' or '#':
                    minute[i] = -1;
                    break;
                default:
                    throw new ArgumentException("A cell is none of S, . and #.", nameof(grid));
            }
        }

        while (head < tail)
        {
            var i = queue[head++];
            var column = i % columns;
            if (i >= columns) Reach(i - columns, i);
            if (i + columns < cells.Length) Reach(i + columns, i);
            if (column > 0) Reach(i - 1, i);
            if (column + 1 < columns) Reach(i + 1, i);
        }

        var result = new int[rows][];
        for (var r = 0; r < rows; r++) result[r] = minute.AsSpan(r * columns, columns).ToArray();
        return result;

        void Reach(int i, int from)
        {
            if (cells[i] != '.' || minute[i] >= 0) return;
            minute[i] = minute[from] + 1;
            queue[tail++] = i;
        }
    }
}
