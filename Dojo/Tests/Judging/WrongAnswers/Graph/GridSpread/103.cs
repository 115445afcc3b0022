// each row of the result is an array of the caller's own; without any source all rows are one and the same array: for ["..", ".."] a change of result[0][0] also changes result[1][0].
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        int rows = grid.Length;
        int columns = rows == 0 ? 0 : grid[0].Length;
        var queue = new Queue<(int Row, int Column)>();
        for (int r = 0; r < rows; r++)
        {
            if (grid[r].Length != columns)
            {
                throw new ArgumentException("The rows differ in length.", nameof(grid));
            }

            for (int c = 0; c < columns; c++)
            {
                switch (grid[r][c])
                {
                    case 'S':
                        queue.Enqueue((r, c));
                        break;
                    case '.' or '#':
                        break;
                    default:
                        throw new ArgumentException("A cell is none of S, . and #.", nameof(grid));
                }
            }
        }

        var result = new int[rows][];
        var unreached = new int[columns];
        Array.Fill(unreached, -1);
        if (queue.Count == 0)
        {
            Array.Fill(result, unreached);   // nothing spreads
            return result;
        }

        for (int r = 0; r < rows; r++)
        {
            result[r] = (int[])unreached.Clone();
        }

        foreach (var (r, c) in queue)
        {
            result[r][c] = 0;
        }

        while (queue.TryDequeue(out var cell))
        {
            int minute = result[cell.Row][cell.Column] + 1;
            Visit(cell.Row - 1, cell.Column, minute);
            Visit(cell.Row + 1, cell.Column, minute);
            Visit(cell.Row, cell.Column - 1, minute);
            Visit(cell.Row, cell.Column + 1, minute);
        }

        return result;

        void Visit(int r, int c, int minute)
        {
            if (r < 0 || r >= rows || c < 0 || c >= columns || grid[r][c] == '#' || result[r][c] >= 0)
            {
                return;
            }

            result[r][c] = minute;
            queue.Enqueue((r, c));
        }
    }
}
