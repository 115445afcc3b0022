// O(rows x columns) is promised; the grid is swept until nothing changes, so a winding way costs a sweep per bend: 3 columns and 166 000 rows, "S..", "##.", "...", ".##", "...", "##.", ... take about 4 * 10^10 steps.
using System;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    public static int[][] Distances(string[] grid)
    {
        const int Far = int.MaxValue - 1;
        int rows = grid.Length;
        int columns = rows == 0 ? 0 : grid[0].Length;
        var result = new int[rows][];
        for (int r = 0; r < rows; r++)
        {
            if (grid[r].Length != columns)
            {
                throw new ArgumentException("The rows differ in length.", nameof(grid));
            }

            result[r] = new int[columns];
            for (int c = 0; c < columns; c++)
            {
                result[r][c] = grid[r][c] switch
                {
                    'S' => 0,
                    '.' or '#' => Far,
                    _ => throw new ArgumentException("A cell is none of S, . and #.", nameof(grid)),
                };
            }
        }

        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int r = 0; r < rows; r++)   // from above and from the left
            {
                for (int c = 0; c < columns; c++)
                {
                    if (grid[r][c] != '.')
                    {
                        continue;
                    }

                    int near = Math.Min(r > 0 ? result[r - 1][c] : Far, c > 0 ? result[r][c - 1] : Far);
                    if (near + 1 < result[r][c])
                    {
                        result[r][c] = near + 1;
                        changed = true;
                    }
                }
            }

            for (int r = rows - 1; r >= 0; r--)   // from below and from the right
            {
                for (int c = columns - 1; c >= 0; c--)
                {
                    if (grid[r][c] != '.')
                    {
                        continue;
                    }

                    int near = Math.Min(
                        r < rows - 1 ? result[r + 1][c] : Far,
                        c < columns - 1 ? result[r][c + 1] : Far);
                    if (near + 1 < result[r][c])
                    {
                        result[r][c] = near + 1;
                        changed = true;
                    }
                }
            }
        }

        foreach (int[] row in result)
        {
            for (int c = 0; c < columns; c++)
            {
                if (row[c] == Far)
                {
                    row[c] = -1;
                }
            }
        }

        return result;
    }
}
