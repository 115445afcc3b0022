namespace Etudes.Graph;

/// <summary>The cheapest way of few enough edges.</summary>
public static class CheapestFlightsExamples
{
    private static readonly (int U, int V, long Weight)[] s_flights =
        [(0, 1, 100), (1, 2, 100), (2, 3, 100), (0, 3, 500), (1, 3, 350)];

    [Example]
    public static void More_edges_may_be_cheaper()
    {
        Must.Be(500L, Price(4, s_flights, 0, 3, 1), "one flight");
        Must.Be(450L, Price(4, s_flights, 0, 3, 2), "two flights");
        Must.Be(300L, Price(4, s_flights, 0, 3, 3), "three flights");
        Must.Be(300L, Price(4, s_flights, 0, 3, int.MaxValue), "any number of flights");
    }

    [Example]
    public static void A_dear_way_of_few_edges_may_be_the_one_that_goes_on() =>
        Must.Be(14L, Price(4, [(0, 1, 1), (1, 2, 1), (0, 2, 9), (2, 3, 5)], 0, 3, 2),
            "two flights");

    [Example]
    public static void The_order_of_the_edges_does_not_matter()
    {
        Must.Be(null, Price(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1)], 0, 3, 2), "forward");
        Must.Be(null, Price(4, [(2, 3, 1), (1, 2, 1), (0, 1, 1)], 0, 3, 2), "backward");
        Must.Be(3L, Price(4, [(2, 3, 1), (1, 2, 1), (0, 1, 1)], 0, 3, 3), "with one more");
    }

    [Example]
    public static void Fewer_edges_than_allowed_are_enough() =>
        Must.Be(2L, Price(3, [(0, 2, 2), (0, 1, 5), (1, 2, 5)], 0, 2, 2), "two flights");

    [Example]
    public static void Who_is_there_stays()
    {
        Must.Be(0L, Price(2, [(0, 1, 3), (1, 0, 3), (1, 1, 2)], 1, 1, 0), "no flight");
        Must.Be(0L, Price(2, [(0, 1, 3), (1, 0, 3), (1, 1, 2)], 1, 1, 5), "five flights");
        Must.Be(null, Price(2, [(0, 1, 3)], 0, 1, 0), "no flight to elsewhere");
    }

    [Example]
    public static void Edges_run_one_way_only() =>
        Must.Be(null, Price(2, [(1, 0, 3)], 0, 1, 1), "against the edge");

    [Example]
    public static void Of_parallel_edges_the_cheapest_counts() =>
        Must.Be(2L, Price(2, [(0, 1, 5), (0, 1, 2), (0, 1, 9)], 0, 1, 1), "one flight");

    [Example]
    public static void All_vertices_may_be_on_the_way() =>
        Must.Be(0L, Price(3, [(1, 2, 0), (0, 1, 0)], 0, 2, 2), "two flights for nothing");

    [Example]
    public static void The_largest_price_fits()
    {
        Must.Be(long.MaxValue, Price(3, [(0, 1, long.MaxValue - 1), (1, 2, 1)], 0, 2, 2),
            "2^63 - 1");
        Must.Be(3_000_000_000L, Price(3, [(0, 1, 1_500_000_000), (1, 2, 1_500_000_000)], 0, 2, 2),
            "beyond 32 bits");
    }

    [Example]
    public static void A_price_beyond_64_bits_is_refused() =>
        Must.Throw<OverflowException>(
            () => Price(3, [(0, 1, long.MaxValue), (1, 2, 1)], 0, 2, 2), "2^63");

    [Example]
    public static void A_dearer_way_may_overflow()
    {
        (int, int, long)[] flights =
            [(0, 1, long.MaxValue), (1, 2, long.MaxValue), (0, 2, long.MaxValue)];
        Must.Be(long.MaxValue, Price(3, flights, 0, 2, 2), "the direct one");
    }

    [Example]
    public static void A_negative_weight_is_refused_even_out_of_reach()
    {
        Must.Throw<ArgumentException>(() => Price(3, [(0, 1, 1), (2, 1, -1)], 0, 1, 1), "-1");
        Must.Throw<ArgumentException>(() => Price(2, [(0, 1, -1)], 0, 0, 0), "-1, and no flight");
    }

    [Example]
    public static void Whatever_is_outside_is_refused()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => Price(2, [], 0, 1, -1), "k = -1");
        Must.Throw<ArgumentOutOfRangeException>(() => Price(-1, [], 0, 0, 1), "n = -1");
        Must.Throw<ArgumentOutOfRangeException>(() => Price(2, [], 2, 0, 1), "the source 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => Price(2, [], 0, 2, 1), "the target 2 of two");
        Must.Throw<ArgumentOutOfRangeException>(() => Price(2, [(0, 2, 1)], 0, 1, 1), "an end 2");
        Must.Throw<ArgumentOutOfRangeException>(() => Price(2, [(2, 0, 1)], 0, 0, 0), "a begin 2");
    }

    [Example]
    public static void The_edges_are_left_as_they_were()
    {
        (int, int, long)[] flights = [(1, 2, 3), (0, 1, 4)];
        Must.Be(7L, Price(3, flights, 0, 2, 2), "two flights");
        Must.Be([(1, 2, 3L), (0, 1, 4L)], flights, "the edges afterwards");
    }

    private static long? Price(
        int n, (int U, int V, long Weight)[] edges, int from, int to, int k) =>
        CheapestFlights.Price(n, edges, from, to, k);
}
