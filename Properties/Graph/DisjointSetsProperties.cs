namespace Etudes.Graph;

public abstract class DisjointSetsProperties<T> : DisjointSetsLaws<T> where T : IDisjointSets<T>
{
    private const int Few = 8;

    public enum Op { [Takes(Operand.Index, Operand.Index)] Union, [Takes(Operand.Index, Operand.Index)] Same, [Takes(Operand.Index)] Size, Count, Groups }

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
                case Op.Count: Must.Be(name.Distinct().Count(), sets.Count, "Count"); break;
                default: MustBeGroups(Enumerable.Range(0, Few).ToLookup(number => name[number]), sets.Groups()); break;
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
        int[] component = graph.Components();
        MustBeGroups(Enumerable.Range(0, graph.Vertices).ToLookup(x => component[x]), Joined(graph).Groups());
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
    public static void A_set_keeps_its_name_until_it_is_joined_to_another(WeightedGraph graph)
    {
        var sets = T.Of(graph.Vertices);
        foreach (var (u, v, _) in graph.Edges)
        {
            int[] before = Names(sets, graph.Vertices);
            bool joined = sets.Union(u, v);
            for (int x = 0; x < graph.Vertices; x++)
                if (!joined || before[x] != before[u] && before[x] != before[v])
                    Must.Be(before[x], sets.Find(x), $"as before Union({u}, {v}), which did not join the set of {x}: Find({x})");
        }
    }

    [Law(MaxTest = 100)]
    public static void A_number_outside_throws_and_changes_nothing(WeightedGraph graph)
    {
        int n = graph.Vertices;
        var sets = Joined(graph);
        int[] names = Names(sets, n), sizes = Sizes(sets, n);
        foreach (int x in (int[])[-1, n, int.MinValue, int.MaxValue])
        {
            Given.As(nameof(x), x);
            Must.Throw<ArgumentOutOfRangeException>(() => sets.Find(x), $"of {n} numbers, Find({x})");
            Must.Throw<ArgumentOutOfRangeException>(() => sets.SizeOf(x), $"of {n} numbers, SizeOf({x})");
            foreach (var (one, other) in ((int, int)[])[(x, x), (0, x), (x, 0), (n - 1, x), (x, n - 1)])
            {
                Must.Throw<ArgumentOutOfRangeException>(() => sets.Same(one, other), $"of {n} numbers, Same({one}, {other})");
                Must.Throw<ArgumentOutOfRangeException>(() => sets.Union(one, other), $"of {n} numbers, Union({one}, {other})");
            }
        }
        Must.Be(graph.ComponentCount, sets.Count, "after refused calls, Count");
        Must.Be(names, Names(sets, n), "after refused calls, what Find gives");
        Must.Be(sizes, Sizes(sets, n), "after refused calls, what SizeOf gives");
    }

    [Law]
    public static void A_negative_number_of_numbers_throws()
    {
        foreach (int n in (int[])[-1, int.MinValue]) Must.Throw<ArgumentOutOfRangeException>(() => T.Of(Given.As(nameof(n), n)), $"Of({n})");
    }

    [Law]
    public static void The_groups_belong_to_the_caller(WeightedGraph graph)
    {
        int[] component = graph.Components();
        var sets = Joined(graph);
        var groups = sets.Groups();
        foreach (int[] group in groups) Array.Fill(group, -1);
        Array.Clear(groups);
        MustBeGroups(Enumerable.Range(0, graph.Vertices).ToLookup(x => component[x]), sets.Groups());
        for (int x = 0; x < graph.Vertices; x++) Must.Be(component.Count(name => name == component[x]), sets.SizeOf(x), $"after the groups were overwritten, SizeOf({x})");
    }

    [Law]
    public static void Two_of_them_share_nothing(WeightedGraph graph)
    {
        var (joined, apart) = (T.Of(graph.Vertices), T.Of(graph.Vertices));
        foreach (var (u, v, _) in graph.Edges) joined.Union(u, v);
        for (int x = 0; x < graph.Vertices; x++) Must.Be(1, apart.SizeOf(x), $"nothing of the second was joined: SizeOf({x})");
        int[] sizes = Sizes(joined, graph.Vertices);
        _ = T.Of(graph.Vertices);
        for (int x = 0; x < graph.Vertices; x++) Must.Be(sizes[x], joined.SizeOf(x), $"after a third was made, SizeOf({x}) of the first");
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_questions_the_next_answer_is_as_right_as_the_first()
    {
        var sets = T.Of(Given.As("n", 18));
        for (int x = 2; x < 18; x++) sets.Union(x, x - 2); // the even and the odd ones
        foreach (int ask in ManyCalls.Order(32))
        {
            int number = 2 + ask % 16, other = ask < 32 ? number % 2 : 1 - number % 2;
            var (x, y) = ask < 0 ? (0, 1) : ask / 16 % 2 == 0 == ask < 32 ? (number, other) : (other, number); // marks are made from either side
            bool same = sets.Same(x, y);
            if (same != (x % 2 == y % 2)) Must.Be(!same, same, $"after many questions, Same({x}, {y})");
            int groups = sets.Groups().Length;
            if (groups != 2) Must.Be(2, groups, "after many questions, Groups().Length");
        }
    }

    [LargeLaw(300_000)]
    public static void Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots(LargeGraph graph)
    {
        var (forth, back) = (T.Of(graph.Vertices), T.Of(graph.Vertices));
        int sets = graph.Vertices;
        foreach (var (u, v, _) in graph.Edges())
        {
            if (forth.Union(u, v)) sets--;
            back.Union(v, u);
            if (forth.Count != sets) Must.Be(sets, forth.Count, $"{graph.Vertices - sets} unions joined two sets: Count");
        }
        if (graph.Kind != GraphKind.Random) Must.Be(1, sets, "after all unions, Count");
        for (int x = 0; x < graph.Vertices; x += 8) // all of them would keep a slow answer busy long after the deadline
        {
            int size = graph.Kind == GraphKind.Random ? back.SizeOf(x) : graph.Vertices;
            if (forth.SizeOf(x) != size) Must.Be(size, forth.SizeOf(x), $"after all unions, SizeOf({x})");
        }
    }

    [LargeLaw(300_000)]
    public static void Three_hundred_thousand_numbers_are_soon_asked_for_their_groups_and_sets(HardGraph graph)
    {
        var sets = T.Of(graph.Vertices);
        foreach (var (u, v, _) in graph.Edges()) sets.Union(u, v);
        int pairs = graph.Kind == HardKind.Pairs ? graph.Pairs : 0; // x and x + pairs are joined then, and from 2 * pairs on each is alone
        for (int x = 0; x < (pairs > 0 ? pairs : graph.Vertices); x += 8)
        {
            int other = x + Math.Max(1, pairs);
            Must.Hold(sets.Same(x, other), $"{x} and {other} were joined: Same({x}, {other}) should be true but is false");
            if (pairs > 0) Must.Hold(!sets.Same(x, 2 * pairs), $"{2 * pairs} was not joined: Same({x}, {2 * pairs}) should be false but is true");
        }
        var groups = Must.Read(sets.Groups(), "Groups()");
        Must.Be(graph.Vertices - graph.Least().Count, groups.Length, "Groups().Length");
        for (int i = 0; i < groups.Length; i++)
        {
            var expected = pairs == 0 ? Enumerable.Range(0, graph.Vertices) : i < pairs ? [i, i + pairs] : [i + pairs];
            if (!groups[i].SequenceEqual(expected)) Must.Be(expected, groups[i], $"Groups()[{i}]");
        }
    }
}

public sealed class DisjointSetsTests : DisjointSetsProperties<DisjointSets>;
