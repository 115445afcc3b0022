using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>Half a million unions, against lists of members, the smaller copied into the larger; a path met pair by pair copies the most.</summary>
[MemoryDiagnoser]
public class DisjointSetsBenchmark
{
    private const int Numbers = 1 << 19;

    [Params("random", "pairs")]
    public string Order { get; set; } = "";

    private (int U, int V, long Weight)[] _edges = [];

    [GlobalSetup]
    public void Draw()
    {
        if (Order == "random") _edges = Inputs.Graph(Numbers, Numbers);
        else _edges = [.. from step in Enumerable.Range(0, 19) // pairs, then pairs of pairs, ...
                          from i in Enumerable.Range(0, Numbers >> (step + 1))
                          select (i << (step + 1), (i << (step + 1)) + (1 << step), 0L)];
    }

    [Benchmark(Baseline = true)]
    public int ListsOfMembers()
    {
        int count = Numbers;
        var sets = new List<int>[Numbers];
        for (int x = 0; x < sets.Length; x++) sets[x] = [x];
        foreach (var (u, v, _) in _edges)
        {
            var (large, small) = sets[u].Count < sets[v].Count ? (sets[v], sets[u]) : (sets[u], sets[v]);
            if (large == small) continue;
            large.AddRange(small);
            foreach (int x in small) sets[x] = large;
            count--;
        }
        return count;
    }

    [Benchmark]
    public int UnionFind()
    {
        var sets = DisjointSets.Of(Numbers);
        foreach (var (u, v, _) in _edges) sets.Union(u, v);
        return sets.Count;
    }
}
