using Etudes.Heap;
using static Etudes.Origin;

namespace Etudes;

/// <summary>Tasks for heaps. A checksum multiplies by 31 before it adds, so that the order counts.</summary>
internal static class HeapRaces
{
    public static Race Medians(string name, string order, double atMost) => new(name, 10_000_000, n =>
    {
        int[] numbers = Inputs.Numbers(n, order);
        return
        [
            new(Cpp, "two std::priority_queue", () => Native.running_median(numbers, n)),
            new(Answer, nameof(RunningMedian), () =>
            {
                var median = new RunningMedian();
                long sum = 0;
                foreach (int number in numbers)
                {
                    median.Add(number);
                    sum = 31 * (31 * sum + median.Lower) + median.Upper;
                }
                return sum;
            }),
            new(Variant, nameof(WindowedMedian), () =>
            {
                var median = new WindowedMedian();
                long sum = 0;
                foreach (int number in numbers)
                {
                    median.Add(number);
                    sum = 31 * (31 * sum + median.Lower) + median.Upper;
                }
                return sum;
            }, atMost),
        ];
    });

    public static Race Largest(string name, string order, Func<int, int> share, double atMost) => new(name, 10_000_000, n =>
    {
        var (numbers, k) = (Inputs.Numbers(n, order), share(n));
        return
        [
            new(Cpp, "std::partial_sort_copy", () =>
            {
                var largest = new int[k];
                Native.top_by_partial_sort(numbers, n, largest, k);
                return Checksum(largest);
            }),
            new(Cpp, "std::nth_element of a copy", () =>
            {
                var largest = new int[k];
                Native.top_by_nth_element(numbers, n, largest, k);
                return Checksum(largest);
            }),
            new(Cpp, "std::priority_queue of k", () =>
            {
                var largest = new int[k];
                Native.top_by_queue(numbers, n, largest, k);
                return Checksum(largest);
            }),
            new(Framework, "PriorityQueue of k", () =>
            {
                var queue = new PriorityQueue<int, int>(k);
                foreach (int number in numbers)
                    if (queue.Count < k) queue.Enqueue(number, number);
                    else if (number > queue.Peek()) queue.DequeueEnqueue(number, number);
                var largest = new int[k];
                while (queue.Count > 0) largest[queue.Count - 1] = queue.Dequeue();
                return Checksum(largest);
            }),
            new(Framework, "OrderDescending, Take", () => Checksum([.. numbers.OrderDescending().Take(k)])),
            new(Framework, "Array.Sort of a copy", () =>
            {
                int[] sorted = [.. numbers];
                Array.Sort(sorted);
                int[] largest = sorted[^k..];
                Array.Reverse(largest);
                return Checksum(largest);
            }),
            new(Answer, nameof(TopK), () => Checksum(TopK.Largest(numbers, k))),
            new(Variant, nameof(ThresholdTopK), () => Checksum(ThresholdTopK.Largest(numbers, k)), atMost),
        ];
    });

    public static Race Sorting(string name) => new(name, 1_000_000, n =>
    {
        int[] numbers = Inputs.Numbers(n, "random");
        return
        [
            new(Framework, "PriorityQueue", () =>
            {
                var queue = new PriorityQueue<int, int>();
                foreach (int number in numbers) queue.Enqueue(number, number);
                long sum = 0;
                while (queue.Count > 0) sum = 31 * sum + queue.Dequeue();
                return sum;
            }),
            new(Cpp, "std::priority_queue", () => Native.push_then_pop(numbers, n)),
            new(Answer, nameof(MinHeap<int>), () =>
            {
                var heap = MinHeap<int>.Empty(Comparer<int>.Default);
                foreach (int number in numbers) heap.Push(number);
                long sum = 0;
                while (heap.Count > 0) sum = 31 * sum + heap.Pop();
                return sum;
            }),
            new(Variant, "FourAryHeap", () =>
            {
                var heap = new FourAryHeap<int, Ascending>();
                foreach (int number in numbers) heap.Push(number);
                long sum = 0;
                while (heap.Count > 0) sum = 31 * sum + heap.Pop();
                return sum;
            }, 0.7),
        ];
    }, Framework);

    /// <summary>Events that are each followed by a later one, as in a simulation or in Dijkstra's algorithm.</summary>
    public static Race Events(string name) => new(name, 1_000_000, n =>
    {
        int[] numbers = Inputs.Numbers(2 * n, "random");
        int[] times = [.. numbers[..n].Select(number => number >>> 2)], delays = [.. numbers[n..].Select(number => number >>> 12)];
        return
        [
            new(Framework, "PriorityQueue", () =>
            {
                var queue = new PriorityQueue<int, int>();
                foreach (int time in times) queue.Enqueue(time, time);
                long sum = 0;
                foreach (int delay in delays)
                {
                    int now = queue.Dequeue();
                    sum = 31 * sum + now;
                    queue.Enqueue(now + delay, now + delay);
                }
                return sum;
            }),
            new(Cpp, "std::priority_queue", () => Native.pop_and_push(times, n, delays)),
            new(Answer, nameof(MinHeap<int>), () =>
            {
                var heap = MinHeap<int>.Empty(Comparer<int>.Default);
                foreach (int time in times) heap.Push(time);
                long sum = 0;
                foreach (int delay in delays)
                {
                    int now = heap.Pop();
                    sum = 31 * sum + now;
                    heap.Push(now + delay);
                }
                return sum;
            }),
            new(Variant, "FourAryHeap", () =>
            {
                var heap = new FourAryHeap<int, Ascending>();
                foreach (int time in times) heap.Push(time);
                long sum = 0;
                foreach (int delay in delays)
                {
                    int now = heap.Pop();
                    sum = 31 * sum + now;
                    heap.Push(now + delay);
                }
                return sum;
            }, 0.7),
        ];
    }, Framework);

    private static long Checksum(int[] numbers)
    {
        long sum = 0;
        foreach (int number in numbers) sum = 31 * sum + number;
        return sum;
    }
}
