#:project ../Solutions/Solutions.csproj
// The k largest
// Input: n k, then n values.
// Output: their count, which is less than k if n is, then a line with them in descending order.
// Limits: 0 <= n, k <= 10,000,000, values of 32 bits.
using Etudes.Heap;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(0, 10_000_000), k = input.Int(0, 10_000_000);
    int[] values = input.Ints(n);
    input.End(); // the output may be too long to be held back
    int[] largest = TopK.Largest(values, k);
    output.WriteLine(largest.Length);
    output.WriteLine(largest);
});
