namespace Etudes.Graph;

public sealed class DisjointSetsWithPotentialsTests : DisjointSetsProperties<SetsOfOneValue>;

public sealed class DisjointSetsWithRollbackTests : DisjointSetsProperties<SetsUndoneInBetween>;

/// <summary>Sets that know differences.</summary>
public interface IPotentials<TSelf> : IDisjointSets<TSelf> where TSelf : IPotentials<TSelf>
{
    bool Union(int x, int y, long difference);

    bool TryDifference(int x, int y, out long difference);
}

/// <summary>What unions tell of values.</summary>
public abstract class PotentialLaws<T> where T : IPotentials<T>
{
    [Law]
    public static void What_is_told_and_what_follows_is_known(WeightedGraph graph)
    {
        int n = graph.Vertices;
        long[] values = [.. Enumerable.Range(0, n).Select(x => graph.Edges.Where(edge => edge.U == x).Sum(edge => edge.Weight % 1000))];
        int[] component = [.. Enumerable.Range(0, n)];
        var sets = T.Of(n);
        foreach (var (u, v, _) in graph.Edges)
        {
            Must.Hold(sets.Union(u, v, values[u] - values[v]), $"Union({u}, {v}, {values[u] - values[v]}) contradicts nothing and should be true but is false");
            component = [.. component.Select(name => name == component[v] ? component[u] : name)];
            for (int x = 0; x < n; x++)
            {
                bool known = sets.TryDifference(u, x, out long difference);
                Must.Be(component[x] == component[u], known, $"after Union({u}, {v}), whether the difference of {u} and {x} is known");
                if (known) Must.Be(values[u] - values[x], difference, $"after Union({u}, {v}), the difference of {u} and {x}");
            }
        }
    }

    [Law]
    public static void A_contradiction_is_refused_and_changes_nothing(WeightedGraph graph)
    {
        var sets = T.Of(graph.Vertices);
        foreach (var (u, v, weight) in graph.Edges)
        {
            long told = weight % 1000;
            bool known = sets.TryDifference(u, v, out long before);
            int count = sets.Count;
            Must.Be(!known || before == told, sets.Union(u, v, told), $"Union({u}, {v}, {told}) where {(known ? $"{before} is known" : "nothing is known")}");
            Must.Hold(sets.TryDifference(u, v, out long after), $"after Union({u}, {v}, {told}) the difference should be known");
            Must.Be(known ? before : told, after, $"after Union({u}, {v}, {told}), the difference");
            Must.Be(known ? count : count - 1, sets.Count, $"after Union({u}, {v}, {told}), Count");
        }
    }

    [Law]
    public static void What_T_cannot_tell_is_an_overflow_and_never_a_wrong_number()
    {
        var sets = T.Of(4);
        sets.Union(0, 1, long.MaxValue);
        sets.Union(2, 3, long.MaxValue);
        Must.Throw<OverflowException>(() => sets.Union(1, 2, 2), "0 less 2 would be beyond 64 bits: Union(1, 2, 2)");
        Must.Be(2, sets.Count, "after the overflow, Count");
        Must.Hold(sets.TryDifference(0, 1, out long difference) && difference == long.MaxValue, "after the overflow, the difference of 0 and 1 should be as before");
        sets.Union(1, 2, 1);
        Must.Throw<OverflowException>(() => sets.TryDifference(0, 3, out _), "0 less 3 is beyond 64 bits: TryDifference(0, 3)");
    }
}

public sealed class PotentialTests : PotentialLaws<SetsOfOneValue>;

/// <summary>Sets whose unions can be undone.</summary>
public interface IRollback<TSelf> : IDisjointSets<TSelf> where TSelf : IRollback<TSelf>
{
    void Rollback(int count);
}

/// <summary>What undoing brings back.</summary>
public abstract class RollbackLaws<T> where T : IRollback<T>
{
    [Law]
    public static void Undoing_brings_back_each_state_before(WeightedGraph graph)
    {
        var sets = T.Of(graph.Vertices);
        Stack<(int Count, int[] Names, int[] Sizes)> before = [];
        foreach (var (u, v, _) in graph.Edges)
        {
            before.Push((sets.Count, Names(), Sizes()));
            sets.Union(u, v);
        }
        while (before.TryPop(out var state))
        {
            sets.Rollback(state.Count);
            Must.Be(state.Count, sets.Count, "after Rollback, Count");
            Must.Be(state.Names, Names(), $"after Rollback({state.Count}), what Find gives");
            Must.Be(state.Sizes, Sizes(), $"after Rollback({state.Count}), what SizeOf gives");
        }

        int[] Names() => [.. Enumerable.Range(0, graph.Vertices).Select(sets.Find)];
        int[] Sizes() => [.. Enumerable.Range(0, graph.Vertices).Select(sets.SizeOf)];
    }

    [Law]
    public static void What_never_was_cannot_be_brought_back()
    {
        var sets = T.Of(3);
        sets.Union(0, 1);
        foreach (int count in (int[])[-1, 1, 4, int.MaxValue]) Must.Throw<ArgumentOutOfRangeException>(() => sets.Rollback(count), $"of 2 sets of 3 numbers, Rollback({count})");
        Must.Be(2, sets.Count, "after refused calls, Count");
    }
}

public sealed class RollbackTests : RollbackLaws<SetsUndoneInBetween>;

/// <summary>Every number has the same value, where no difference is told.</summary>
public sealed class SetsOfOneValue(int n) : IPotentials<SetsOfOneValue>
{
    private readonly DisjointSetsWithPotentials<long> _sets = new(n);

    public static SetsOfOneValue Of(int n) => new(n);

    public int Count => _sets.Count;

    public int Find(int x) => _sets.Find(x);

    public bool Union(int x, int y)
    {
        int before = _sets.Count;
        _sets.Union(x, y, 0);
        return _sets.Count < before;
    }

    public bool Union(int x, int y, long difference) => _sets.Union(x, y, difference);

    public bool TryDifference(int x, int y, out long difference) => _sets.TryDifference(x, y, out difference);

    public bool Same(int x, int y) => _sets.Same(x, y);

    public int SizeOf(int x) => _sets.SizeOf(x);

    public int[][] Groups() => [.. Enumerable.Range(0, n).GroupBy(Find).Select(group => group.ToArray())];
}

/// <summary>Each union is undone once, and done again.</summary>
public sealed class SetsUndoneInBetween(int n) : IRollback<SetsUndoneInBetween>
{
    private readonly DisjointSetsWithRollback _sets = new(n);

    public static SetsUndoneInBetween Of(int n) => new(n);

    public int Count => _sets.Count;

    public int Find(int x) => _sets.Find(x);

    public bool Union(int x, int y)
    {
        int before = _sets.Count;
        _sets.Union(x, y);
        _sets.Rollback(before);
        return _sets.Union(x, y);
    }

    public void Rollback(int count) => _sets.Rollback(count);

    public bool Same(int x, int y) => _sets.Same(x, y);

    public int SizeOf(int x) => _sets.SizeOf(x);

    public int[][] Groups() => [.. Enumerable.Range(0, n).GroupBy(Find).Select(group => group.ToArray())];
}
