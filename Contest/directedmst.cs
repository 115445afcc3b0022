#:project ../Solutions/Solutions.csproj
// Directed MST: https://judge.yosupo.jp/problem/directedmst
// Input: n m s, then m lines "a b c": an edge from a to b of weight c. Every vertex can be reached from s.
// Output: the least total weight of a tree whose edges lead away from s, then a line with the parent of each vertex, s for s.
// Limits: 1 <= n <= 200,000, n - 1 <= m <= 200,000, 0 <= c <= 10^9.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(1, 200_000), m = input.Int(n - 1, 200_000), s = input.Int(0, n - 1);
    var edges = input.Edges(m, n, 0, 1_000_000_000);
    if (Arborescence.Of(n, edges, s) is not var (tree, total)) throw new ArgumentException($"{s} does not reach all vertices");
    var parents = new int[n];
    parents[s] = s;
    foreach (int i in tree) parents[edges[i].V] = edges[i].U;
    output.WriteLine(total);
    output.WriteLine(parents);
});
