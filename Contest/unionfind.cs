#:project ../Solutions/Solutions.csproj
// Unionfind: https://judge.yosupo.jp/problem/unionfind
// Input: n q, then q lines: "0 u v" joins two vertices, "1 u v" asks whether they are connected.
// Output: 1 or 0 for each question, on a line.
// Limits: 1 <= n, q <= 200,000.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(1, 200_000), q = input.Int(1, 200_000);
    var sets = new DisjointSets(n);
    while (q-- > 0)
    {
        int query = input.Int(0, 1), u = input.Int(0, n - 1), v = input.Int(0, n - 1);
        if (query == 0) sets.Union(u, v);
        else output.WriteLine(sets.Same(u, v) ? 1 : 0);
    }
});
