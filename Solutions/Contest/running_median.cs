#:project ../Solutions.csproj
// Running median
// Input: n, then n values of 32 bits. 0 <= n <= 10,000,000.
// Output: after each value a line, the lower and the upper of the two middles of the values so far, the same where one is in the middle.
using Etudes.Heap;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(0, 10_000_000);
    var median = new RunningMedian();
    while (n-- > 0)
    {
        median.Add(input.Int());
        output.WriteLine(median.Lower, median.Upper);
    }
});
