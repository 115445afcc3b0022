namespace Etudes.Graph;

/// <summary>Steps from the nearest source, round walls.</summary>
public static class GridSpreadExamples
{
    [Example]
    public static void One_source_spreads_four_ways() =>
        Must.Be([[2, 1, 2], [1, 0, 1], [2, 1, 2]],
            GridSpread.Distances(["...", ".S.", "..."]), "the distances");

    [Example]
    public static void The_nearest_of_several_sources_counts() =>
        Must.Be([[0, 1, 2, 2, 1, 0, 1]], GridSpread.Distances(["S....S."]), "the distances");

    [Example]
    public static void A_later_source_may_be_nearer() =>
        Must.Be([[0, 1, 1], [1, 1, 0]], GridSpread.Distances(["S..", "..S"]), "the distances");

    [Example]
    public static void A_way_round_walls_is_longer() =>
        Must.Be([[0, -1, 8, 9], [1, -1, 7, 8], [2, -1, 6, 7], [3, 4, 5, 6]],
            GridSpread.Distances(["S#..", ".#..", ".#..", "...."]), "the distances");

    [Example]
    public static void A_way_may_go_down_up_and_down_again() =>
        Must.Be([[0, -1, 6, 7, 8], [1, -1, 5, -1, 9], [2, 3, 4, -1, 10]],
            GridSpread.Distances(["S#...", ".#.#.", "...#."]), "the distances");

    [Example]
    public static void What_walls_enclose_is_out_of_reach() =>
        Must.Be([[0, -1, -1], [1, -1, -1], [2, 3, -1]],
            GridSpread.Distances(["S#.", ".##", "..#"]), "the distances");

    [Example]
    public static void A_wall_is_out_of_reach_beside_a_source() =>
        Must.Be([[-1, 0, -1]], GridSpread.Distances(["#S#"]), "the distances");

    [Example]
    public static void No_step_leads_from_a_row_into_the_next() =>
        Must.Be([[-1, -1, 0], [-1, -1, -1]],
            GridSpread.Distances([".#S", "..#"]), "the distances");

    [Example]
    public static void Corners_are_not_crossed() =>
        Must.Be([[0, -1], [-1, -1]], GridSpread.Distances(["S#", "#."]), "the distances");

    [Example]
    public static void Without_a_source_all_is_out_of_reach() =>
        Must.Be([[-1, -1], [-1, -1]], GridSpread.Distances(["..", "#."]), "the distances");

    [Example]
    public static void A_grid_may_be_empty()
    {
        Must.Be(0, GridSpread.Distances([]).Length, "the rows of no grid");
        Must.Be([[], []], GridSpread.Distances(["", ""]), "two rows without cells");
    }

    [Example]
    public static void One_column_is_a_grid() =>
        Must.Be([[1], [0], [1], [2], [-1], [-1]],
            GridSpread.Distances([".", "S", ".", ".", "#", "."]), "the distances");

    [Example]
    public static void Rows_of_different_lengths_are_refused()
    {
        Must.Throw<ArgumentException>(() => GridSpread.Distances(["S.", "..."]), "a longer row");
        Must.Throw<ArgumentException>(() => GridSpread.Distances(["S.", "."]), "a shorter row");
        Must.Throw<ArgumentException>(() => GridSpread.Distances(["S.", "...", ".."]),
            "a longer row between others");
    }

    [Example]
    public static void Other_characters_are_refused_even_out_of_reach()
    {
        Must.Throw<ArgumentException>(() => GridSpread.Distances(["S#x"]), "an x");
        Must.Throw<ArgumentException>(() => GridSpread.Distances(["s."]), "a small s");
        Must.Throw<ArgumentException>(() => GridSpread.Distances(["S #"]), "a blank");
    }

    [Example]
    public static void Rows_are_arrays_of_their_own()
    {
        int[][] distances = GridSpread.Distances(["..", "..", "S."]);
        distances[0][0] = 9;
        Must.Be([[1, 2], [0, 1]], distances[1..], "the other rows");
        Must.Be([[-1, -1]], Changed(GridSpread.Distances(["..", ".."]))[1..], "a row of -1");
    }

    [Example]
    public static void The_grid_is_left_as_it_was()
    {
        string[] grid = ["S..", ".#."];
        GridSpread.Distances(grid);
        Must.Be(["S..", ".#."], grid, "the grid afterwards");
    }

    private static int[][] Changed(int[][] distances)
    {
        distances[0][1] = 9;
        return distances;
    }
}
