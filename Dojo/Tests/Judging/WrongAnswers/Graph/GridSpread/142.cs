// O(rows x columns) is broken: the grid is swept to and fro until nothing changes, and a winding way (a narrow serpentine or a staircase) needs as many sweeps as it has turns, O(cells^2).
namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    private const int Far = int.MaxValue - 1;

    public static int[][] Distances(string[] grid)
    {
        int rows = grid.Length, columns = rows == 0 ? 0 : grid[0].Length;
        int[][] minutes = new int[rows][];
        for (int r = 0; r < rows; r++)
        {
            if (grid[r].Length != columns) throw new ArgumentException("The rows differ in length.", nameof(grid));
            minutes[r] = new int[columns];
            for (int c = 0; c < columns; c++)
            {
                minutes[r][c] = grid[r][c] switch
                {
                    'S' => 0,
                    '.' => Far,
                    '#' => -1,
                    _ => throw new ArgumentException($"Unknown cell '{grid[r][c]}'.", nameof(grid)),
                };
            }
        }

        for (bool changed = true; changed;)
        {
            changed = false;
            // Down and to the right, then up and to the left.
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++)
                {
                    if (r > 0) changed |= Step(ref minutes[r][c], minutes[r - 1][c]);
                    if (c > 0) changed |= Step(ref minutes[r][c], minutes[r][c - 1]);
                }
            }
            for (int r = rows - 1; r >= 0; r--)
            {
                for (int c = columns - 1; c >= 0; c--)
                {
                    if (r < rows - 1) changed |= Step(ref minutes[r][c], minutes[r + 1][c]);
                    if (c < columns - 1) changed |= Step(ref minutes[r][c], minutes[r][c + 1]);
                }
            }
        }

        foreach (int[] row in minutes)
            for (int c = 0; c < columns; c++)
                if (row[c] == Far) row[c] = -1;
        return minutes;
    }

    private static bool Step(ref int cell, int neighbour)
    {
        if (neighbour < 0 || neighbour + 1 >= cell) return false;
        cell = neighbour + 1;
        return true;
    }
}
