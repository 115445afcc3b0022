#:project ../Solutions/Solutions.csproj
// Double-Ended Priority Queue: https://judge.yosupo.jp/problem/double_ended_priority_queue
// Input: n q, then n values, then q lines: "0 x" adds x, "1" takes out the least value, "2" the greatest.
// Output: what is taken out, each on a line.
// Limits: 0 <= n <= 500,000, 1 <= q <= 500,000, values from -10^9 to 10^9; nothing is taken out of an empty queue.
using Etudes.Heap;
using Etudes.IO;

return FastIO.Run(static (input, output) =>
{
    int n = input.Int(0, 500_000), q = input.Int(1, 500_000);
    var queue = IntervalHeap<int>.Empty(Comparer<int>.Default);
    foreach (int x in input.Ints(n, -1_000_000_000, 1_000_000_000)) queue.Push(x);
    while (q-- > 0)
    {
        int query = input.Int(0, 2);
        if (query == 0) queue.Push(input.Int(-1_000_000_000, 1_000_000_000));
        else output.WriteLine(query == 1 ? queue.PopMin() : queue.PopMax());
    }
});
