namespace Etudes.Graph;

public abstract class GridSpreadProperties<T> where T : IGridSpread
{
    [Law]
    public static void The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes(Maze grid)
    {
        string[] rows = grid.Copy();
        Must.Be(Model(grid), T.Distances(rows), "Distances");
        Must.LeaveAlone(grid.Rows, rows);
    }

    [Law]
    public static void A_cell_is_as_far_as_from_the_nearest_source_alone(Maze grid)
    {
        int[][] nearest = [.. grid.Rows.Select(row => row.Select(_ => -1).ToArray())];
        foreach (var source in grid.Cells.Where(cell => grid.Rows[cell.Row][cell.Column] == Maze.Source).Take(20))
        {
            var alone = grid.With((row, column) => grid.Rows[row][column] == Maze.Source && (row, column) != source ? Maze.Open : grid.Rows[row][column]);
            int[][] distances = Rows(alone, T.Distances(Given.As(nameof(grid), alone).Copy()));
            foreach (var (row, column) in grid.Cells)
                if (distances[row][column] >= 0 && !(nearest[row][column] >= 0 && nearest[row][column] <= distances[row][column])) nearest[row][column] = distances[row][column];
        }
        if (grid.Cells.Count(cell => grid.Rows[cell.Row][cell.Column] == Maze.Source) <= 20)
            Must.Be(nearest, T.Distances(Given.As(nameof(grid), grid).Copy()), "Distances");
    }

    [Law]
    public static void Rows_for_columns_give_the_same_distances(Maze grid)
    {
        if (grid.Columns == 0) return;
        int[][] distances = Rows(grid, T.Distances(grid.Copy()));
        var turned = Given.As(nameof(grid), grid.Turned());
        Must.Be(Enumerable.Range(0, grid.Columns).Select(column => distances.Select(row => row[column]).ToArray()), T.Distances(turned.Copy()), "with rows for columns, Distances");
    }

    [Law]
    public static void What_the_caller_does_with_the_grid_and_the_rows_changes_no_answer(Maze grid)
    {
        string[] rows = grid.Copy();
        int[][] expected = Model(grid), first = Rows(grid, T.Distances(rows)), other = Rows(grid, T.Distances([.. grid.Rows.Reverse()]));
        Must.Be(expected, first, "after a call with the rows in the opposite order, the Distances of before");
        for (int row = 0; row < first.Length; row++)
        {
            Array.Fill(first[row], -7);
            Array.Fill(other[row], -7);
            Must.Be(expected.Skip(row + 1), first.Skip(row + 1), $"after changing row {row} of the Distances, the rows behind it");
        }
        Must.Be(expected, T.Distances(rows), "after changing the Distances of before, Distances");
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new string(row % 2 == 0 ? Maze.Wall : Maze.Source, grid.Columns);
            var changed = Given.As(nameof(grid), new Maze([.. rows]));
            Must.Be(Model(changed), T.Distances(rows), $"after row {row} of the array was changed, Distances");
        }
    }

    [Law(MaxTest = 100)]
    public static void Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are(Maze grid)
    {
        for (int row = 0; row < grid.Rows.Length; row++)
        {
            Refused(row, grid.Rows[row] + Maze.Open, "one cell more");
            Refused(row, grid.Rows[row] + new string(Maze.Wall, grid.Columns + 1), "more than twice as many cells");
            if (grid.Columns == 0) continue;
            Refused(row, grid.Rows[row][1..], "one cell less");
            Refused(row, "", "no cell");
            foreach (char wrong in " s0*\0\uFF0EXo\u012E\u0153")
                foreach (int column in (int[])[0, grid.Columns / 2, grid.Columns - 1])
                    Refused(row, $"{grid.Rows[row][..column]}{wrong}{grid.Rows[row][(column + 1)..]}", $"a cell {(int)wrong}");
        }

        for (int row = 1; row < grid.Rows.Length && grid.Columns > 0; row++) // as many cells as a grid has
            RowsRefused([.. grid.Rows.Select((other, i) => i == row ? other + Maze.Open : i == row - 1 ? other[1..] : other)], $"a cell of row {row - 1} moved to row {row}");

        void Refused(int row, string text, string what)
        {
            if (grid.Rows.Length == 1 && text.Length != grid.Columns) return; // a row alone may have any length
            RowsRefused([.. grid.Rows.Select((other, i) => i == row ? text : other)], $"{what} in row {row}");
        }

        void RowsRefused(string[] rows, string what)
        {
            string[] copy = [.. Given.As(nameof(grid), new Maze(rows)).Rows];
            Must.Throw<ArgumentException>(() => T.Distances(copy), $"Distances with {what}");
            Must.LeaveAlone(rows, copy);
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        string[] few = ["S."];
        foreach (string row in (string[])["..S...", "..#.S#"]) // cells that no call meets in between
        {
            var grid = Given.As("grid", new Maze([row]));
            int[][] expected = Model(grid);
            foreach (bool asks in ManyCalls.OneByOne())
                if (asks) Must.Be(expected, T.Distances([row]), "after many calls, Distances");
                else T.Distances(few);
        }
    }

    [LargeLaw(500_000)]
    public static void Half_a_million_cells_are_reached_in_linear_time(LargeMaze large)
    {
        var grid = large.Draw();
        int[][] distances = Rows(grid, T.Distances(grid.Copy()));
        foreach (var (row, column) in grid.Cells)
        {
            char cell = grid.Rows[row][column];
            int distance = distances[row][column];
            int least = int.MaxValue; // of the neighbours that are reached
            foreach (var (r, c) in Neighbours(grid, row, column))
                if (distances[r][c] >= 0 && distances[r][c] < least) least = distances[r][c];
            int expected = cell == Maze.Source ? 0 : cell == Maze.Wall || least == int.MaxValue ? -1 : least + 1;
            if (distance != expected) throw new LawBroken($"Distances[{row}][{column}] should be {expected}, its neighbours being {(least == int.MaxValue ? "out of reach" : $"{least} or farther")}, but is {distance}");
        }
    }

    /// <summary>As many rows as the grid has, and in each as many distances.</summary>
    private static int[][] Rows(Maze grid, int[][]? distances)
    {
        int[][] rows = Must.Read(distances, "Distances");
        Must.Be(grid.Rows.Length, rows.Length, "the number of rows of Distances");
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row] is null) throw new LawBroken($"Distances[{row}] should be a row but is null");
            Must.Be(grid.Columns, rows[row].Length, $"the length of Distances[{row}]");
        }
        return rows;
    }

    /// <summary>Round after round each cell is one farther than the nearest of its neighbours, as long as that brings one nearer.</summary>
    private static int[][] Model(Maze grid)
    {
        const int Far = int.MaxValue / 2;
        int[][] distances = [.. grid.Rows.Select(row => row.Select(cell => cell == Maze.Source ? 0 : Far).ToArray())];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var (row, column) in grid.Cells)
                foreach (var (r, c) in Neighbours(grid, row, column))
                    if (grid.Rows[row][column] == Maze.Open && distances[r][c] + 1 < distances[row][column])
                        (distances[row][column], changed) = (distances[r][c] + 1, true);
        }
        return [.. distances.Select(row => row.Select(distance => distance == Far ? -1 : distance).ToArray())];
    }

    private static IEnumerable<(int Row, int Column)> Neighbours(Maze grid, int row, int column)
    {
        if (row > 0) yield return (row - 1, column);
        if (row + 1 < grid.Rows.Length) yield return (row + 1, column);
        if (column > 0) yield return (row, column - 1);
        if (column + 1 < grid.Columns) yield return (row, column + 1);
    }
}

public sealed class GridSpreadTests : GridSpreadProperties<GridSpread>;
