using System;
using System.Collections.Generic;

namespace Etudes.Graph;

/// <summary>Spreading breadth first from all sources at once: the cells enter one queue in the order of their
/// distance, so that the first way to a cell is a shortest one.</summary>
/// <remarks>
/// Time: O(rows × columns). Space: O(rows × columns).
/// Source: <see href="https://doi.org/10.1109/TEC.1961.5219222">Lee 1961</see>.
/// </remarks>
public abstract partial class GridSpread
{
    private const int Unreached = -1;

    private static readonly (int Down, int Right)[] s_steps = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    /// <inheritdoc/>
    public static int[][] Distances(string[] grid)
    {
        var distances = new int[grid.Length][];
        var queue = new Queue<(int Row, int Column)>();
        for (int row = 0; row < grid.Length; row++)
        {
            if (grid[row].Length != grid[0].Length) throw new ArgumentException("two rows differ in length", nameof(grid));
            distances[row] = new int[grid[row].Length];
            for (int column = 0; column < grid[row].Length; column++)
            {
                distances[row][column] = AtFirst(grid[row][column]);
                if (distances[row][column] == 0) queue.Enqueue((row, column));
            }
        }
        while (queue.TryDequeue(out var at))
            foreach (var (down, right) in s_steps)
            {
                var (row, column) = (at.Row + down, at.Column + right);
                if ((uint)row >= (uint)grid.Length || (uint)column >= (uint)grid[row].Length) continue;
                if (grid[row][column] == '#' || distances[row][column] != Unreached) continue;
                distances[row][column] = distances[at.Row][at.Column] + 1;
                queue.Enqueue((row, column));
            }
        return distances;
    }

    private static int AtFirst(char cell) => cell switch
    {
        'S' => 0,
        '.' or '#' => Unreached,
        _ => throw new ArgumentException($"a cell is {(int)cell}, and no source, open cell or wall", nameof(cell)),
    };
}
