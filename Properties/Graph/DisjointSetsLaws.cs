namespace Etudes.Graph;

/// <summary>What can be asked of all numbers, and whether it is right.</summary>
public abstract class DisjointSetsLaws<T> where T : IDisjointSets<T>
{
    protected static void MustBeGroups(ILookup<int, int> expected, int[][] actual)
    {
        var groups = Must.Read(actual, "Groups()");
        foreach (var (i, group) in expected.Take(groups.Length).Index()) Must.Be(group, groups[i], $"Groups()[{i}]");
        Must.Be(expected.Count, groups.Length, "Groups().Length");
    }

    protected static int[] Names(T sets, int n) => [.. Enumerable.Range(0, n).Select(sets.Find)];

    protected static int[] Sizes(T sets, int n) => [.. Enumerable.Range(0, n).Select(sets.SizeOf)];

    protected static T Joined(WeightedGraph graph)
    {
        var sets = T.Of(graph.Vertices);
        foreach (var (u, v, _) in graph.Edges) sets.Union(u, v);
        return sets;
    }
}
