#:project ../Solutions.csproj
// Minimum spanning forest
// Input: n m, then m lines a b w, an edge between a and b of weight w, of 64 bits. 0 <= n, m <= 500,000; connected or not.
// Output: the number of components and the least total weight, then a line with the indices of the edges, one tree for each component.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(0, 500_000), m = input.Int(0, 500_000);
    var (forest, total) = Kruskal.Forest(n, input.Edges(m, n));
    output.WriteLine(n - forest.Length, total);
    output.WriteLine(forest);
});
