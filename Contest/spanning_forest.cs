#:project ../Solutions/Solutions.csproj
// Minimum spanning forest of a graph that need not be connected
// Input: n m, then m lines "a b w": an edge between a and b of weight w.
// Output: how many components there are and the least total weight, then a line with the indices of the edges.
// Limits: 0 <= n, m <= 500,000, weights and total of 64 bits.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(0, 500_000), m = input.Int(0, 500_000);
    var (forest, total) = Kruskal.Forest(n, input.Edges(m, n));
    output.WriteLine(n - forest.Length, total);
    output.WriteLine(forest);
});
