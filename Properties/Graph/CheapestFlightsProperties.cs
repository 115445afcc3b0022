namespace Etudes.Graph;

/// <summary>The laws of cheapest ways; what is refused, what is the caller's, many ways, rounds and edges.</summary>
public abstract class CheapestFlightsProperties<T> : CheapestWayLaws<T> where T : ICheapestFlights
{
    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var edges = roads.Copy();
        int last = roads.Vertices - 1;
        const int K = 3;
        foreach (int i in ChangedInPlace.EachEdge(edges, () => T.Price(roads.Vertices, edges, 0, last, K)))
        {
            var changed = Given.As(nameof(roads), roads with { Edges = [.. edges] });
            Compare(Prices(changed, K), changed, edges, 0, [last], K, $"after edge {i} of the array was changed,");
        }
    }

    [Law(MaxTest = 100)]
    public static void Negative_weights_and_whatever_is_outside_are_refused(Roads roads, int k)
    {
        int n = roads.Vertices;
        Refused(new(-1, []), 0, 0, k, "of -1 vertices");
        foreach (int outside in (int[])[-1, n, int.MinValue, int.MaxValue])
        {
            Refused(roads, outside, Math.Max(0, n - 1), k, $"from {outside}");
            Refused(roads, 0, outside, k, $"to {outside}");
            if (n == 0) continue;
            Refused(roads with { Edges = [.. roads.Edges, (outside, n - 1, 1)] }, 0, n - 1, k, $"with the edge {outside}>{n - 1}:1");
            Refused(roads with { Edges = [.. roads.Edges, (n - 1, outside, 1)] }, 0, 0, k, $"with the edge {n - 1}>{outside}:1");
        }
        if (n == 0) return;
        foreach (int wrong in (int[])[-1, int.MinValue])
            foreach (int target in (int[])[0, n - 1]) Refused(roads, 0, target, wrong, $"with k = {wrong}");
        foreach (var (u, v, weight) in ((int, int, long)[])[(n - 1, 0, -1), (n - 1, n - 1, -1), (0, n - 1, long.MinValue)])
            foreach (int target in (int[])[0, n - 1])
            {
                var negative = Given.As(nameof(roads), roads with { Edges = [.. roads.Edges, (u, v, weight)] });
                var copy = negative.Copy();
                Must.Throw<ArgumentException>(() => T.Price(n, copy, Given.As("source", 0), Given.As("target", target), Given.As(nameof(k), k)), $"Price with the edge {u}>{v}:{weight}");
                Must.LeaveAlone(negative.Edges, copy);
            }

        static void Refused(Roads wrong, int source, int target, int k, string what)
        {
            var copy = Given.As(nameof(roads), wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.Price(wrong.Vertices, copy, Given.As(nameof(source), source), Given.As(nameof(target), target), Given.As(nameof(k), k)), $"Price {what}");
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    /// <summary>Two edges to each vertex from the one before it, the dear one first: whoever goes on with every price that is lower than
    /// those before goes on with 2^40 of them.</summary>
    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void Ways_that_meet_are_gone_on_with_only_once()
    {
        const int Rungs = 40;
        var ladder = Given.As("roads", new Roads(Rungs + 1, [.. from v in Enumerable.Range(0, Rungs)
                                                              from dear in (int[])[1, 0]
                                                              select (v, v + 1, dear * (1L << Rungs - v))]));
        foreach (int k in (int[])[Rungs - 1, Rungs, int.MaxValue])
            Must.Be(k < Rungs ? null : 0, Ask(ladder, ladder.Copy(), 0, Rungs, k), $"from 0 to {Rungs} with k = {k}, Price");
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int, long)[] few = [(0, 1, 0)];
        var roads = Given.As("roads", new Roads(5, [(2, 3, 1), (3, 4, 2), (2, 4, 9)])); // vertices that no call meets in between
        foreach (int k in (int[])[1, 2])
            foreach (bool asks in ManyCalls.OneByOne())
                if (asks) Must.Be(k == 1 ? 9 : 3, Ask(roads, roads.Copy(), 2, 4, k), $"after many calls, from 2 to 4 with k = {k}, Price");
                else T.Price(2, few, 0, 1, 1);
    }

    /// <summary>Of 100 000 vertices: u n + v, or v n + u, of two edges is the same in 32 bits.</summary>
    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void Edges_that_32_bits_do_not_tell_apart_are_two()
    {
        const int N = 100_000, U = 42_950, V = 32_704; // U N = 2^32 + V
        var roads = new Roads(N, [(0, V, 5), (U, 0, 1), (V, 0, 7), (0, U, 2)]);
        foreach (var (u, v, weight) in roads.Edges)
            Must.Be(weight, T.Price(N, roads.Copy(), Given.As("source", u), Given.As("target", v), Given.As("k", 1)), $"of {roads}, from {u} to {v} with k = 1, Price");
    }

    /// <summary>A path of cheap edges, written down from its end, a dear edge from each vertex to all behind it, and all of them many times.</summary>
    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void A_k_beyond_n_minus_1_takes_no_more_rounds_however_many_edges_there_are()
    {
        const int N = 20, Times = 300;
        (int, int, long)[] edges = [.. from v in Enumerable.Range(0, N) from u in Enumerable.Range(0, v) from _ in Enumerable.Range(0, Times) select (u, v, v == u + 1 ? 1L : 2L * N)];
        Array.Reverse(edges);
        foreach (int k in (int[])[1, N - 2, N - 1, N, int.MaxValue])
            Must.Be(k < N - 1 ? 2L * N : N - 1, T.Price(N, [.. edges], Given.As("source", 0), Given.As("target", N - 1), Given.As("k", k)),
                $"of {Times} edges v>v+1:1 for each v < {N - 1}, and as many v>w:{2 * N} for each w beyond, with k = {k}, Price");
    }

    [LargeLaw(200_000)]
    public static void A_round_passes_once_over_many_edges(LargeGraph graph)
    {
        const int K = 10;
        int n = graph.Vertices, source = Given.As("source", graph.At(0));
        Given.As("k", K);
        var edges = graph.Edges();
        var least = new Dictionary<int, long> { [source] = 0 };
        var leaving = edges.ToLookup(edge => edge.U);
        var last = least;
        for (int round = 0; round < K; round++)
        {
            Dictionary<int, long> now = [];
            foreach (var (u, price) in last)
                foreach (var (_, v, weight) in leaving[u])
                    if (price + weight < Math.Min(least.GetValueOrDefault(v, long.MaxValue), now.GetValueOrDefault(v, long.MaxValue))) now[v] = price + weight;
            foreach (var (v, price) in now) least[v] = price;
            last = now;
        }
        int[] far = [.. last.Keys.Order().Take(2)]; // whom the last edge brings nearer
        foreach (int target in far.Concat([source, graph.At(K + 1), graph.At(n - 1)]).Distinct())
            Must.Be(least.TryGetValue(target, out long price) ? price : null, T.Price(n, [.. edges], source, Given.As("target", target), K), $"from {source} to {target} with k = {K}, Price");
    }
}

public sealed class CheapestFlightsTests : CheapestFlightsProperties<CheapestFlights>;
