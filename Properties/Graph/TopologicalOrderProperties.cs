namespace Etudes.Graph;

public abstract class TopologicalOrderProperties<T> where T : ITopologicalOrder
{
    [Law]
    public static void Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward(Arrows arrows)
    {
        var edges = arrows.Copy();
        var told = T.Of(arrows.Vertices, edges);
        if (arrows.IsAcyclic()) IsOrder(arrows, told, "");
        else Must.Be(null, told.Order, "the edges make a cycle: Order");
        Must.LeaveAlone(arrows.Edges, edges);
    }

    [Law]
    public static void Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice(Arrows arrows)
    {
        var edges = arrows.Copy();
        var told = T.Of(arrows.Vertices, edges);
        if (!arrows.IsAcyclic()) IsCycle(arrows, told, "");
        else Must.Be(null, told.Cycle, "there is an order: Cycle");
        Must.LeaveAlone(arrows.Edges, edges);
    }

    [Law]
    public static void An_edge_from_each_vertex_of_an_order_to_the_next_leaves_only_that_order(Arrows arrows)
    {
        if (T.Of(arrows.Vertices, arrows.Copy()).Order is not { } order) return;
        int[] only = IsOrder(arrows, (order, null), "");
        var chained = arrows with { Edges = [.. only.Zip(only.Skip(1)).Reverse(), .. arrows.Edges] };
        Must.Be(only, T.Of(chained.Vertices, Given.As(nameof(arrows), chained).Copy()).Order, $"with edges along {Show.Of(only)}, Order");
    }

    [Law]
    public static void What_the_caller_does_with_the_edges_and_the_arrays_changes_no_answer(Arrows arrows)
    {
        var edges = arrows.Copy();
        var (order, cycle) = T.Of(arrows.Vertices, edges);
        int[]? kept = (order ?? cycle)?.ToArray();
        var turned = T.Of(arrows.Vertices, [.. arrows.Edges.Reverse().Select(edge => (edge.V, edge.U))]);
        Must.Be(kept, order ?? cycle, "after a call with all edges turned round, the array of before");
        foreach (int[]? array in (int[]?[])[order, cycle, turned.Order, turned.Cycle])
            if (array is not null) Array.Fill(array, -1);
        Proves(arrows, T.Of(arrows.Vertices, edges), "after changing the arrays of before,");
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = i % 2 == 0 ? (edges[i].V, edges[i].U) : (edges[i].V, edges[i].V);
            Proves(Given.As(nameof(arrows), arrows with { Edges = [.. edges] }), T.Of(arrows.Vertices, edges), $"after edge {i} of the array was changed,");
        }
    }

    [Law(MaxTest = 100)]
    public static void Whatever_is_outside_throws_even_after_a_cycle(Arrows arrows)
    {
        int n = arrows.Vertices;
        Refused(new(-1, []), "of -1 vertices");
        Refused(new(int.MinValue, []), $"of {int.MinValue} vertices");
        foreach (int outside in (int[])[-1, n, int.MinValue, int.MaxValue])
            foreach (var (u, v) in ((int, int)[])[(outside, n - 1), (n - 1, outside), (outside, outside)])
            {
                Refused(arrows with { Edges = [.. arrows.Edges, (u, v)] }, $"with the edge {u}>{v} at the end");
                Refused(arrows with { Edges = [(u, v), .. arrows.Edges] }, $"with the edge {u}>{v} at first");
            }

        static void Refused(Arrows wrong, string what)
        {
            var copy = Given.As(nameof(arrows), wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.Of(wrong.Vertices, copy), $"Of {what}");
            Must.LeaveAlone(wrong.Edges, copy);
        }
    }

    [Law(MaxTest = 1)]
    public static void Many_paths_lead_to_a_vertex_and_all_are_as_good_as_one()
    {
        const int Rungs = 60;
        (int, int)[] rungs = [.. from v in Enumerable.Range(0, Rungs) from _ in Enumerable.Range(0, 2) select (v, v + 1)];
        foreach ((int, int)[] back in ((int, int)[][])[[], [(Rungs, Rungs - 1)]])
        {
            var arrows = Given.As("arrows", new Arrows(Rungs + 1, [.. rungs, .. back]));
            Proves(arrows, T.Of(arrows.Vertices, arrows.Copy()), "");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int)[] few = [(0, 1)];
        foreach (var arrows in (Arrows[])[new(4, [(3, 2)]), new(4, [(3, 2), (2, 3)])]) // vertices that no call meets in between
            foreach (bool asks in ManyCalls.OneByOne())
                if (asks) Proves(Given.As("arrows", arrows), T.Of(4, arrows.Copy()), "after many calls,");
                else T.Of(2, few);
    }

    [LargeLaw(500_000)]
    public static void Half_a_million_vertices_are_put_in_order_in_linear_time(LargeGraph graph)
    {
        var arrows = new Arrows(graph.Vertices, Array.ConvertAll(graph.Edges(), edge => (edge.U, edge.V)));
        var told = T.Of(arrows.Vertices, arrows.Copy());
        if (graph.Kind == GraphKind.Random) IsCycle(arrows, told, "");
        else IsOrder(arrows, told, "");
    }

    [LargeLaw(700_000)]
    public static void Hubs_many_paths_and_long_cycles_take_no_longer(HardOrder graph)
    {
        var arrows = new Arrows(graph.Vertices, graph.Edges());
        var told = T.Of(arrows.Vertices, arrows.Copy());
        if (graph.IsAcyclic) IsOrder(arrows, told, "");
        else IsCycle(arrows, told, "");
    }

    private static void Proves(Arrows arrows, (int[]? Order, int[]? Cycle) told, string when)
    {
        if (arrows.IsAcyclic()) IsOrder(arrows, told, when);
        else IsCycle(arrows, told, when);
    }

    private static int[] IsOrder(Arrows arrows, (int[]? Order, int[]? Cycle) told, string when)
    {
        string what = $"{when} Order".Trim();
        int[] order = Must.Read(told.Order, what), place = new int[arrows.Vertices];
        Array.Fill(place, -1);
        for (int i = 0; i < order.Length; i++)
        {
            int v = order[i];
            if (v < 0 || v >= place.Length || place[v] >= 0) throw new LawBroken($"{what} should have each vertex once and nothing else but is {Show.Of(order)}");
            place[v] = i;
        }
        if (order.Length < place.Length) throw new LawBroken($"{what} should have all {place.Length} vertices, but vertex {Array.IndexOf(place, -1)} is not in {Show.Of(order)}");
        foreach (var (u, v) in arrows.Edges)
            if (place[u] >= place[v]) throw new LawBroken($"the edge {u}>{v} should lead forward, but {what} is {Show.Of(order)}");
        Must.Be(null, told.Cycle, "there is an order: Cycle");
        return order;
    }

    private static void IsCycle(Arrows arrows, (int[]? Order, int[]? Cycle) told, string when)
    {
        string what = $"{when} Cycle".Trim();
        int[] cycle = Must.Read(told.Cycle, what), next = new int[arrows.Vertices];
        if (cycle.Length == 0) throw new LawBroken($"{what} should have a vertex, but is empty");
        Array.Fill(next, -1);
        for (int i = 0; i < cycle.Length; i++)
        {
            int v = cycle[i];
            if (v < 0 || v >= next.Length) throw new LawBroken($"{what} should have vertices but is {Show.Of(cycle)}");
            if (next[v] >= 0) throw new LawBroken($"{what} should meet no vertex twice but is {Show.Of(cycle)}");
            next[v] = cycle[(i + 1) % cycle.Length];
        }
        int along = arrows.Edges.Where(edge => next[edge.U] == edge.V).Distinct().Count();
        if (along < cycle.Length)
        {
            int missing = cycle.First(u => !arrows.Edges.Contains((u, next[u])));
            throw new LawBroken($"{what} is {Show.Of(cycle)}, but there is no edge {missing}>{next[missing]}");
        }
        Must.Be(null, told.Order, "there is a cycle: Order");
    }
}

public sealed class TopologicalOrderTests : TopologicalOrderProperties<TopologicalOrder>;
