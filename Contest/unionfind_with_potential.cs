#:project ../Solutions/Solutions.csproj
// Unionfind with Potential: https://judge.yosupo.jp/problem/unionfind_with_potential
// Input: n q, then q lines: "0 u v x" tells that a[u] = a[v] + x modulo 998244353, "1 u v" asks for a[u] - a[v].
// Output: for each line that tells 1, or 0 if it contradicts those before: then it does not count. For each question the
// difference modulo 998244353, or -1 if it is not known. Each on a line.
// Limits: 1 <= n, q <= 200,000, 0 <= x < 998244353.
using Etudes.Graph;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    const int Prime = 998_244_353;
    int n = input.Int(1, 200_000), q = input.Int(1, 200_000);
    var sets = new DisjointSetsWithPotentials<long>(n); // of at most q known differences each sum fits a long
    while (q-- > 0)
    {
        int query = input.Int(0, 1), u = input.Int(0, n - 1), v = input.Int(0, n - 1);
        long told = query == 0 ? input.Int(0, Prime - 1) : 0;
        bool known = sets.TryDifference(u, v, out long difference);
        if (query == 1) output.WriteLine(known ? (difference % Prime + Prime) % Prime : -1);
        else if (known) output.WriteLine((difference - told) % Prime == 0 ? 1 : 0);
        else output.WriteLine(sets.Union(u, v, told) ? 1 : 0);
    }
});
