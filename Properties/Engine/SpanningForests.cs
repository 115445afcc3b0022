using System.Numerics;

namespace Etudes.Engine;

/// <summary>The oracle of the forests: all of them, by trying every subset of the edges.</summary>
public static class SpanningForests
{
    /// <summary>The total weight of every spanning forest; there is at least one.</summary>
    public static IEnumerable<long> Totals(SmallGraph graph)
    {
        int components = graph.ComponentCount;
        return from subset in Enumerable.Range(0, 1 << graph.Edges.Length)
               where BitOperations.PopCount((uint)subset) == graph.Vertices - components
               let chosen = Enumerable.Range(0, graph.Edges.Length).Where(i => (subset >> i & 1) == 1).ToArray()
               // n - components edges that leave no more components than all edges do close no cycle.
               where graph.Components(chosen).Distinct().Count() == components
               select chosen.Sum(i => graph.Edges[i].Weight);
    }
}
