#:project ../Solutions/Solutions.csproj
// Shortest Path: https://judge.yosupo.jp/problem/shortest_path, up to the target alone
// Input: n m s t, then m lines "a b c": an edge from a to b of weight c.
// Output: -1 if no path leads from s to t; else the length of a shortest one and how many edges it has, then the edges in order,
// each on a line.
// Limits: 2 <= n <= 500,000, 1 <= m <= 500,000, 0 <= c <= 10^9.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(2, 500_000), m = input.Int(1, 500_000), s = input.Int(0, n - 1), t = input.Int(0, n - 1);
    var paths = ShortestPaths<long>.From(n, input.Edges(m, n, 0, 1_000_000_000), s, target: t);
    if (!paths.TryDistance(t, out long length) || paths.PathTo(t) is not { } path)
    {
        output.WriteLine(-1);
        return;
    }
    output.WriteLine(length, path.Length - 1);
    for (int i = 1; i < path.Length; i++) output.WriteLine(path[i - 1], path[i]);
});
