namespace Etudes.Graph;

public abstract class DisjointSetsProperties<T> where T : IDisjointSets<T>
{
    private const int Few = 8;

    public enum Op { [Takes(Operand.Index, Operand.Index)] Union, [Takes(Operand.Index, Operand.Index)] Same, [Takes(Operand.Index)] Size, Count }

    [Law]
    public static void Joining_and_asking_in_any_order_answers_as_a_list_of_sets_does(Steps<Op> steps)
    {
        var sets = T.Of(Few);
        int[] name = [.. Enumerable.Range(0, Few)]; // of each number its set
        foreach (var (op, x, y) in steps.Items)
            switch (op)
            {
                case Op.Union:
                    Must.Be(name[x] != name[y], sets.Union(x, y), $"Union({x}, {y})");
                    name = [.. name.Select(set => set == name[y] ? name[x] : set)];
                    break;
                case Op.Same: Must.Be(name[x] == name[y], sets.Same(x, y), $"Same({x}, {y})"); break;
                case Op.Size: Must.Be(name.Count(set => set == name[x]), sets.SizeOf(x), $"SizeOf({x})"); break;
                default: Must.Be(name.Distinct().Count(), sets.Count, "Count"); break;
            }
    }

    [Law]
    public static void Find_names_a_set_by_one_of_its_members(WeightedGraph graph)
    {
        var sets = Joined(graph);
        int[] component = graph.Components();
        for (int x = 0; x < graph.Vertices; x++)
        {
            int found = sets.Find(x);
            Must.Hold(found >= 0 && found < graph.Vertices && component[found] == component[x],
                $"Find({x}) should be a number in the set of {x} but is {found}");
            Must.Be(sets.Find(component[x]), found, $"{x} and {component[x]} are in one set: Find({x})");
        }
    }

    [Law]
    public static void The_groups_are_ascending_and_ordered_by_their_smallest_members(WeightedGraph graph)
    {
        var expected = Enumerable.Range(0, graph.Vertices).ToLookup(x => graph.Components()[x]).ToArray();
        var groups = Must.Read(Joined(graph).Groups(), "Groups()");
        for (int i = 0; i < Math.Min(expected.Length, groups.Length); i++) Must.Be(expected[i], groups[i], $"Groups()[{i}]");
        Must.Be(expected.Length, groups.Length, "Groups().Length");
    }

    [Law]
    public static void Joining_in_another_order_and_the_other_way_round_makes_the_same_sets(WeightedGraph graph)
    {
        var (given, backwards) = (Joined(graph), T.Of(graph.Vertices));
        int joined = graph.Edges.Reverse().Count(edge => backwards.Union(edge.V, edge.U));
        Must.Be(graph.Vertices - joined, given.Count, $"{joined} of the unions backwards joined two sets: Count");
        for (int x = 0; x < graph.Vertices; x++)
            Must.Be(backwards.SizeOf(x), given.SizeOf(x), $"as after the unions backwards, SizeOf({x})");
    }

    [Law]
    public static void Asking_changes_nothing(WeightedGraph graph)
    {
        var (asked, unasked) = (T.Of(graph.Vertices), Joined(graph));
        foreach (var (u, v, _) in graph.Edges)
        {
            asked.Union(u, v);
            int found = asked.Find(u);
            _ = (asked.Groups(), asked.Same(u, 0), asked.Same(v, graph.Vertices - 1), asked.SizeOf(v), asked.Count);
            Must.Be(found, asked.Find(u), $"after Groups, Same, SizeOf and Count were asked, Find({u})");
        }
        Must.Be(unasked.Count, asked.Count, "after being asked after each union, Count");
        for (int x = 0; x < graph.Vertices; x++)
            Must.Be(unasked.Same(0, x), asked.Same(0, x), $"after being asked after each union, Same(0, {x})");
    }

    [Law]
    public static void A_number_outside_throws_and_joins_nothing(WeightedGraph graph)
    {
        int n = graph.Vertices;
        var sets = Joined(graph);
        foreach (int x in (int[])[-1, n, int.MinValue, int.MaxValue]) Must.Given(nameof(x), x, () =>
        {
            Must.Throw<ArgumentOutOfRangeException>(() => sets.Find(x), $"of {n} numbers, Find({x})");
            Must.Throw<ArgumentOutOfRangeException>(() => sets.SizeOf(x), $"of {n} numbers, SizeOf({x})");
            Must.Throw<ArgumentOutOfRangeException>(() => sets.Same(x, x), $"of {n} numbers, Same({x}, {x})");
            Must.Throw<ArgumentOutOfRangeException>(() => sets.Union(x, x), $"of {n} numbers, Union({x}, {x})");
            if (n > 0) Must.Throw<ArgumentOutOfRangeException>(() => sets.Union(0, x), $"of {n} numbers, Union(0, {x})");
        });
        Must.Be(graph.ComponentCount, sets.Count, "Count");
        Must.Throw<ArgumentOutOfRangeException>(() => T.Of(-1), "Of(-1)");
    }

    [Law]
    public static void Two_of_them_share_nothing(WeightedGraph graph)
    {
        var (joined, apart) = (T.Of(graph.Vertices), T.Of(graph.Vertices));
        foreach (var (u, v, _) in graph.Edges) joined.Union(u, v);
        for (int x = 0; x < graph.Vertices; x++) Must.Be(1, apart.SizeOf(x), $"nothing of the second was joined: SizeOf({x})");
        int[] sizes = [.. Enumerable.Range(0, graph.Vertices).Select(joined.SizeOf)];
        _ = T.Of(graph.Vertices);
        for (int x = 0; x < graph.Vertices; x++) Must.Be(sizes[x], joined.SizeOf(x), $"after a third was made, SizeOf({x}) of the first");
    }

    [LargeLaw(250_000)]
    public static void A_quarter_of_a_million_numbers_joined_in_the_worst_orders_stay_near_their_roots(LargeGraph graph)
    {
        var edges = graph.Edges();
        var (forth, back) = (T.Of(graph.Vertices), T.Of(graph.Vertices));
        int joined = 0;
        foreach (var (u, v, _) in edges)
        {
            if (forth.Union(u, v)) joined++;
            back.Union(v, u);
        }
        Must.Be(graph.Vertices - joined, forth.Count, $"{joined} unions joined two sets: Count");
        for (int x = 0; x < graph.Vertices; x += 8) // all of them would keep a slow answer busy long after the deadline
            if (forth.SizeOf(x) != back.SizeOf(x)) Must.Be(back.SizeOf(x), forth.SizeOf(x), $"as after the unions the other way round, SizeOf({x})");
    }

    private static T Joined(WeightedGraph graph)
    {
        var sets = T.Of(graph.Vertices);
        foreach (var (u, v, _) in graph.Edges) sets.Union(u, v);
        return sets;
    }
}

public sealed class DisjointSetsTests : DisjointSetsProperties<DisjointSets>;
