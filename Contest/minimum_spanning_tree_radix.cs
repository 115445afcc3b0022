#:project ../Solutions/Solutions.csproj
// Minimum Spanning Tree: https://judge.yosupo.jp/problem/minimum_spanning_tree, by a radix sort of the weights
// Input: n m, then m lines "a b c": an edge between a and b of weight c. The graph is connected.
// Output: the least total weight, then a line with the indices of the edges.
// Limits: 1 <= n <= 500,000, n - 1 <= m <= 500,000, 0 <= c <= 10^9.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(1, 500_000), m = input.Int(n - 1, 500_000);
    var edges = input.Edges(m, n, 0, 1_000_000_000);
    var (tree, total) = RadixKruskal.Forest(n, edges);
    if (tree.Length < n - 1) throw new ArgumentException("the graph is not connected");
    output.WriteLine(total);
    output.WriteLine(tree);
});
