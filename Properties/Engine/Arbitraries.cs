using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>
/// What the parameters of a law may be, each with its generator and its shrinker. FsCheck's own generators are never used:
/// their integers stay within +-100, where no sum overflows and no cap is seen.
/// </summary>
public static class Arbitraries
{
    /// <summary>An <c>int</c> is a count or an index: never negative, mostly small, now and then far too large.</summary>
    public static Arbitrary<int> Count() => Arb.From(
        Gen.Frequency((6, Gen.Choose(0, 5)), (2, Gen.Choose(0, 40)), (2, Gen.Choose(100, 700)), (1, Gen.Constant(int.MaxValue))),
        count => Shrink.Number(Math.Min(count, 1000))); // not through 2^30, where arrays of that size fill the memory

    /// <summary>A <c>long</c> is a weight or a difference of weights, up to a trillion.</summary>
    public static Arbitrary<long> Weight() => Arb.From(Numbers.Any(40).Select(number => number * 500L), Shrink.Number);

    public static Arbitrary<Values> Values() => Arb.From(Engine.Values.Generator, values => values.Smaller());

    public static Arbitrary<Steps<TOp>> Steps<TOp>() where TOp : struct, Enum =>
        Arb.From(Engine.Steps<TOp>.Generator, steps => steps.Smaller());

    public static Arbitrary<Streams> Streams() => Arb.From(Engine.Streams.Generator, streams => streams.Smaller());

    public static Arbitrary<Workload> Workload() => Arb.From(Engine.Workload.Generator, work => work.Smaller());

    public static Arbitrary<LargeWorkload> LargeWorkload() => Engine.LargeWorkload.Generator.ToArbitrary();

    public static Arbitrary<Graph> Graph() => Graphs.Arbitrary((vertices, edges) => new Graph(vertices, edges), Graphs.Vertices);

    public static Arbitrary<SmallGraph> SmallGraph() => Graphs.Arbitrary((vertices, edges) => new SmallGraph(vertices, edges), Graphs.FewVertices);

    public static Arbitrary<Digraph> Digraph() => Engine.Digraph.Arbitrary((vertices, edges) => new Digraph(vertices, edges), Graphs.Vertices);

    public static Arbitrary<Roads> Roads() => Engine.Digraph.Arbitrary((vertices, edges) => new Roads(vertices, edges), Graphs.Vertices, positive: true);

    public static Arbitrary<SmallDigraph> SmallDigraph() => Engine.Digraph.Arbitrary((vertices, edges) => new SmallDigraph(vertices, edges),
        Gen.Frequency((1, Graphs.FewVertices), (3, Gen.Choose(8, 10))));

    public static Arbitrary<LargeGraph> LargeGraph() => Engine.LargeGraph.Generator.ToArbitrary();

    /// <summary>All parameters of a law as one value, shrunk one at a time.</summary>
    internal static Arbitrary<object[]> Arguments(IArbMap map, ParameterInfo[] parameters)
    {
        var each = parameters.Select(parameter => map.ArbFor(parameter.ParameterType)).ToArray();
        return Arb.From(Gen.CollectToArray(each.Select(arbitrary => arbitrary.Generator)), arguments =>
            from i in Enumerable.Range(0, each.Length)
            from smaller in each[i].Shrinker(arguments[i])
            select arguments.Select((argument, j) => j == i ? smaller : argument).ToArray());
    }
}
