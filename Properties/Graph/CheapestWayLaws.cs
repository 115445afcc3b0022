namespace Etudes.Graph;

/// <summary>What makes a price the least of ways of few enough edges, whichever algorithm found it.</summary>
public abstract class CheapestWayLaws<T> where T : ICheapestFlights
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
            Compare(Prices(detours, k), detours, detours.Copy(), 0, Enumerable.Range(0, n), k, "");
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
        Compare(Prices(far, k), far, far.Copy(), source, Enumerable.Range(0, source).Take(10), k, "");
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

    private static void Compare(Roads roads, (int U, int V, long Weight)[] edges, int k, string when)
    {
        var prices = Prices(roads, k);
        foreach (var pairs in Pairs(roads.Vertices).GroupBy(pair => pair.Source, pair => pair.Target)) Compare(prices, roads, edges, pairs.Key, pairs, k, when);
    }

    /// <summary>Asks for the prices from one vertex, and notes them for whoever draws the graph.</summary>
    protected static void Compare(Int128[,] prices, Roads roads, (int U, int V, long Weight)[] edges, int source, IEnumerable<int> targets, int k, string when)
    {
        Dictionary<int, long?> found = [];
        roads.Note(new(source, v => VertexNotes.Word(prices[source, v] == s_none ? null : prices[source, v]), v => found.TryGetValue(v, out long? price) ? VertexNotes.Word(price) : ""));
        foreach (int target in targets)
        {
            var price = prices[source, target];
            string what = $"{when} from {source} to {target} with k = {k}, Price".Trim();
            if (price > long.MaxValue && price != s_none) Must.Throw<OverflowException>(() => Ask(roads, edges, source, target, k), what);
            else Must.Be(price == s_none ? null : (long?)price, found[target] = Ask(roads, edges, source, target, k), what);
        }
    }

    protected static long? Ask(Roads roads, (int U, int V, long Weight)[] edges, int source, int target, int k) =>
        T.Price(roads.Vertices, edges, Given.As(nameof(source), source), Given.As(nameof(target), target), Given.As(nameof(k), k));

    /// <summary>All pairs of a few vertices; of many, some from each.</summary>
    private static IEnumerable<(int Source, int Target)> Pairs(int n) =>
        from source in Enumerable.Range(0, n)
        from target in n <= 6 ? Enumerable.Range(0, n) : ((int[])[source, (source + 1) % n, n - 1 - source, 0]).Distinct()
        select (source, target);

    /// <summary>Between any two vertices the least sum of at most k edges: that of k / 2 and k / 2 or one more, joined wherever they may meet.</summary>
    protected static Int128[,] Prices(Roads roads, int k)
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
