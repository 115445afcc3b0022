#:project ../Solutions/Solutions.csproj
// The k smallest
// Input: n k, then n values.
// Output: their count, which is less than k if n is, then a line with them in ascending order.
// Limits: 0 <= n, k <= 10,000,000, values of 32 bits.
using Etudes.Heap;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(0, 10_000_000), k = input.Int(0, 10_000_000);
    int[] smallest = BottomK.Smallest(input.Ints(n), k);
    output.WriteLine(smallest.Length);
    output.WriteLine(smallest);
});
