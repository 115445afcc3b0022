// rows of different lengths must throw ArgumentException; only the number of all cells is compared, so ["S.", "...", "."] gives the distances of a 3 x 2 grid instead.
using System;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        int rows = grid.Length;
        int columns = rows == 0 ? 0 : grid[0].Length;
        string cells = string.Concat(grid);
        if (cells.Length != (long)rows * columns)
        {
            throw new ArgumentException("The rows differ in length.", nameof(grid));
        }

        var distance = new int[cells.Length];
        var queue = new int[cells.Length];
        int tail = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            switch (cells[i])
            {
                case 'S':
                    queue[tail++] = i;
                    break;
                case '.':
                case '#':
                    distance[i] = -1;
                    break;
                default:
                    throw new ArgumentException("A cell is none of S, . and #.", nameof(grid));
            }
        }

        for (int head = 0; head < tail; head++)
        {
            int i = queue[head];
            int column = i % columns;
            if (i >= columns)
            {
                Visit(i - columns, distance[i] + 1);
            }

            if (i + columns < cells.Length)
            {
                Visit(i + columns, distance[i] + 1);
            }

            if (column > 0)
            {
                Visit(i - 1, distance[i] + 1);
            }

            if (column < columns - 1)
            {
                Visit(i + 1, distance[i] + 1);
            }
        }

        var result = new int[rows][];
        for (int r = 0; r < rows; r++)
        {
            result[r] = distance[(r * columns)..((r + 1) * columns)];
        }

        return result;

        void Visit(int i, int minute)
        {
            if (cells[i] == '.' && distance[i] < 0)
            {
                distance[i] = minute;
                queue[tail++] = i;
            }
        }
    }
}
