// a grid without sources gets one row of -1 that stands in the result again and again; breaks "each row of the result is an array of the caller's own": Distances(["..", ".."]) returns the same array twice, and writing to one row changes the other.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        var rows = grid.Length;
        var columns = rows == 0 ? 0 : grid[0].Length;
        var result = new int[rows][];
        var queue = new Queue<(int Row, int Column)>();
        for (var r = 0; r < rows; r++)
        {
            if (grid[r].Length != columns) throw new ArgumentException("Rows differ in length.", nameof(grid));
            result[r] = new int[columns];
            for (var c = 0; c < columns; c++)
            {
                switch (grid[r][c])
                {
                    case 'S':
                        queue.Enqueue((r, c));
                        break;
                    case '.' or '#':
                        result[r][c] = -1;
                        break;
                    default:
                        throw new ArgumentException("A cell is none of S, . and #.", nameof(grid));
                }
            }
        }

        if (queue.Count == 0)
        {
            // nothing spreads
            var untouched = new int[columns];
            Array.Fill(untouched, -1);
            Array.Fill(result, untouched);
            return result;
        }

        while (queue.TryDequeue(out var cell))
        {
            var (r, c) = cell;
            var minute = result[r][c] + 1;
            Reach(r - 1, c, minute);
            Reach(r + 1, c, minute);
            Reach(r, c - 1, minute);
            Reach(r, c + 1, minute);
        }

        return result;

        void Reach(int r, int c, int minute)
        {
            if (r < 0 || r >= rows || c < 0 || c >= columns || grid[r][c] != '.' || result[r][c] >= 0) return;
            result[r][c] = minute;
            queue.Enqueue((r, c));
        }
    }
}
