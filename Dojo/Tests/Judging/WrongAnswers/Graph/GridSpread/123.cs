// sweeps over the grid forwards and backwards until nothing changes, which is fast for open grids, corridors and square mazes but takes a sweep per turn where a way winds through a narrow strip; breaks "O(rows x columns)": 3 rows of 166666 columns, columns 0, 2, 4, ... open in all rows, the odd ones open at the bottom and at the top by turns, S at the top left, take more than 40000 pairs of sweeps.
using System;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        const int Far = int.MaxValue - 1;
        var rows = grid.Length;
        var columns = rows == 0 ? 0 : grid[0].Length;
        var result = new int[rows][];
        for (var r = 0; r < rows; r++)
        {
            if (grid[r].Length != columns) throw new ArgumentException("Rows differ in length.", nameof(grid));
            result[r] = new int[columns];
            for (var c = 0; c < columns; c++)
            {
                result[r][c] = grid[r][c] switch
                {
                    'S' => 0,
                    '.' or '#' => Far,
                    _ => throw new ArgumentException("A cell is none of S, . and #.", nameof(grid)),
                };
            }
        }

        // the distance transform: from above and left, then from below and right
        bool changed;
        do
        {
            changed = false;
            for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                if (r > 0) Relax(r, c, result[r - 1][c]);
                if (c > 0) Relax(r, c, result[r][c - 1]);
            }

            for (var r = rows - 1; r >= 0; r--)
            for (var c = columns - 1; c >= 0; c--)
            {
                if (r + 1 < rows) Relax(r, c, result[r + 1][c]);
                if (c + 1 < columns) Relax(r, c, result[r][c + 1]);
            }
        }
        while (changed);

        foreach (var row in result) row.AsSpan().Replace(Far, -1);
        return result;

        void Relax(int r, int c, int from)
        {
            if (grid[r][c] == '#' || from == Far || from + 1 >= result[r][c]) return;
            result[r][c] = from + 1;
            changed = true;
        }
    }
}
