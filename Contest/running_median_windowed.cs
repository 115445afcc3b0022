#:project ../Solutions/Solutions.csproj
// Running median, with a window of sorted values between two heaps
// Input: n, then n values.
// Output: after each value, a line with the two middles of the values so far; a single middle
// stands twice.
// Limits: 0 <= n <= 10,000,000, values of 32 bits.
using Etudes.Heap;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int[] values = input.Ints(input.Int(0, 10_000_000));
    input.End(); // the output may be too long to be held back
    var median = new WindowedMedian();
    foreach (int value in values)
    {
        median.Add(value);
        output.WriteLine(median.Lower, median.Upper);
    }
});
