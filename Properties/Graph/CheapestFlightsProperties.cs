namespace Etudes.Graph;

public abstract class CheapestFlightsProperties<T> where T : ICheapestFlights
{
    private static readonly Int128 s_none = Int128.MaxValue;

    [Law]
    public static void The_price_is_that_of_joining_shorter_ways_to_longer_ones(Roads roads, int k)
    {
        var edges = roads.Copy();
        Compare(roads, edges, k, "");
        Must.LeaveAlone(roads.Edges, edges);
    }

    [Law(MaxTest = 100)]
    public static void A_dear_way_of_few_edges_goes_on_where_a_cheap_one_of_many_may_not(Roads roads)
    {
        int n = roads.Vertices;
        var leaps = roads.Edges.Select(edge => (U: Math.Min(edge.U, edge.V), V: Math.Max(edge.U, edge.V))).Where(edge => edge.U < edge.V)
            .Select(edge => (edge.U, edge.V, (long)(edge.V - edge.U) * (edge.V - edge.U))); // dearer than as many steps
        var detours = Given.As(nameof(roads), roads with { Edges = [.. leaps, .. Enumerable.Range(1, Math.Max(0, n - 1)).Select(v => (v - 1, v, 1L))] });
        for (int k = 1; k < Math.Min(n, 6); k++)
        {
            var prices = Prices(detours, k);
            for (int target = 0; target < n; target++) Compare(prices[0, target], detours, detours.Copy(), 0, target, k, "");
        }
    }

    [Law]
    public static void One_edge_more_is_never_dearer_and_beyond_n_minus_1_never_cheaper(Roads roads)
    {
        int n = roads.Vertices;
        foreach (var (source, target) in Pairs(n).Take(30))
        {
            long? before = null;
            foreach (int k in (int[])[.. Enumerable.Range(0, Math.Min(n, 8)), n - 1])
            {
                long? now = Ask(roads, roads.Copy(), source, target, k);
                Must.Hold(before is null || now <= before, $"from {source} to {target} with k = {k}, Price should be at most {Show.Of(before)}, as with fewer edges, but is {Show.Of(now)}");
                before = now;
            }
            foreach (int k in (int[])[n, n + 1, int.MaxValue])
                Must.Be(before, Ask(roads, roads.Copy(), source, target, k), $"from {source} to {target} with k = {k} instead of {n - 1}, Price");
        }
    }

    [Law]
    public static void Only_a_least_sum_beyond_64_bits_overflows(Roads roads, int k)
    {
        var heavy = Given.As(nameof(roads), roads with { Edges = [.. roads.Edges.Select(edge => edge with { Weight = Heavy(edge.Weight) })] });
        Compare(heavy, heavy.Copy(), k, "");
    }

    [Law]
    public static void Prices_beyond_2_to_the_60_are_told_apart_to_the_last_unit(Roads roads, int k)
    {
        if (roads.Vertices == 0 || k == int.MaxValue) return;
        int source = roads.Vertices;
        var near = roads.Edges.Select(edge => edge with { Weight = edge.Weight % 8 });
        var far = Given.As(nameof(roads), new Roads(source + 1, [.. near, (source, 0, 1L << 60)]));
        var prices = Prices(far, k);
        foreach (int target in Enumerable.Range(0, source).Take(10)) Compare(prices[source, target], far, far.Copy(), source, target, k, "");
    }

    [Law]
    public static void The_way_back_along_edges_turned_round_costs_as_much(Roads roads, int k)
    {
        var turned = roads with { Edges = [.. roads.Edges.Reverse().Select(edge => (edge.V, edge.U, edge.Weight))] };
        foreach (var (source, target) in Pairs(roads.Vertices).Take(20))
        {
            long? there = Ask(Given.As(nameof(roads), roads), roads.Copy(), source, target, k);
            Must.Be(there, Ask(Given.As(nameof(roads), turned), turned.Copy(), target, source, k), $"from {target} to {source} with all edges turned round and k = {k}, Price");
        }
    }

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
            Compare(Prices(changed, K)[0, last], changed, edges, 0, last, K, $"after edge {i} of the array was changed,");
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

    private static void Compare(Roads roads, (int U, int V, long Weight)[] edges, int k, string when)
    {
        var prices = Prices(roads, k);
        foreach (var (source, target) in Pairs(roads.Vertices)) Compare(prices[source, target], roads, edges, source, target, k, when);
    }

    private static void Compare(Int128 price, Roads roads, (int U, int V, long Weight)[] edges, int source, int target, int k, string when)
    {
        string what = $"{when} from {source} to {target} with k = {k}, Price".Trim();
        if (price == s_none || price <= long.MaxValue) Must.Be(price == s_none ? null : (long?)price, Ask(roads, edges, source, target, k), what);
        else Must.Throw<OverflowException>(() => Ask(roads, edges, source, target, k), what);
    }

    private static long? Ask(Roads roads, (int U, int V, long Weight)[] edges, int source, int target, int k) =>
        T.Price(roads.Vertices, edges, Given.As(nameof(source), source), Given.As(nameof(target), target), Given.As(nameof(k), k));

    /// <summary>All pairs of a few vertices; of many, some from each.</summary>
    private static IEnumerable<(int Source, int Target)> Pairs(int n) =>
        from source in Enumerable.Range(0, n)
        from target in n <= 6 ? Enumerable.Range(0, n) : ((int[])[source, (source + 1) % n, n - 1 - source, 0]).Distinct()
        select (source, target);

    /// <summary>Between any two vertices the least sum of at most k edges: that of k / 2 and k / 2 or one more, joined wherever they may meet.</summary>
    private static Int128[,] Prices(Roads roads, int k)
    {
        int n = roads.Vertices;
        if (k >= n) k = n; // more edges meet a vertex twice
        var prices = new Int128[n, n];
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++) prices[u, v] = u == v ? 0 : s_none;
        if (k == 0) return prices;
        if (k > 1)
        {
            var half = Prices(roads, k / 2);
            return Joined(half, k % 2 == 0 ? half : Joined(half, Prices(roads, 1)));
        }
        foreach (var (u, v, weight) in roads.Edges)
            if (weight < prices[u, v]) prices[u, v] = weight;
        return prices;
    }

    private static Int128[,] Joined(Int128[,] first, Int128[,] second)
    {
        int n = first.GetLength(0);
        var joined = (Int128[,])first.Clone();
        for (int u = 0; u < n; u++)
            for (int over = 0; over < n; over++)
                if (first[u, over] != s_none)
                    for (int v = 0; v < n; v++)
                        if (second[over, v] != s_none && first[u, over] + second[over, v] < joined[u, v]) joined[u, v] = first[u, over] + second[over, v];
        return joined;
    }

    private static long Heavy(long weight) => (weight % 3) switch { 0 => weight, 1 => 1L << 62, _ => long.MaxValue };
}

public sealed class CheapestFlightsTests : CheapestFlightsProperties<CheapestFlights>;
