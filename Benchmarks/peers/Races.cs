using Etudes.Graph;
using Etudes.Heap;
using Etudes.IO;
using static Etudes.Origin;

namespace Etudes;

/// <summary>The tasks; their sizes are those of the numbers, or of the edges.</summary>
internal static class Races
{
    public static readonly Race[] All =
    [
        Forest("spanning forest, n = m", m => (m, Inputs.Graph(m, m)), 0.6),
        Forest("spanning forest, complete", Complete, 0.4),
        Prims("Prim, n = m", m => (m, Inputs.Graph(m, m))),
        Prims("Prim, complete", Complete),
        Unions("union-find, random unions"),
        Medians("running median, random", "random", 0.4),
        Medians("running median, ascending", "ascending", 1.0),
        Largest("largest 100, random", "random", _ => 100, 0.6),
        Largest("largest 1 %, random", "random", n => n / 100, 0.6),
        Largest("largest 100, ascending", "ascending", _ => 100, 0.3),
        Largest("largest 1 %, ascending", "ascending", n => n / 100, 0.3),
        Sorting("heap, push all, pop all"),
        Events("heap, pop one, push a later one"),
        Reading("reading edges as text"),
    ];

    private static Race Forest(string name, Func<int, (int, (int U, int V, long Weight)[])> graph, double atMost) => new(name, 499_500, m =>
    {
        var (n, edges) = graph(m);
        var native = Laid(edges);
        var chosen = new int[n];
        return
        [
            new(Cpp, "union-find, std::sort", () => Native.kruskal(n, native, native.Length, chosen)),
            new(Framework, "OrderBy, array of parents", () => Parents.Weight(n, edges.OrderBy(edge => edge.Weight))),
            new(Answer, nameof(Kruskal), () => Kruskal.Forest(n, edges).Total),
            new(Answer, nameof(Boruvka), () => Boruvka.Forest(n, edges).Total),
            new(Variant, nameof(RadixKruskal), () => RadixKruskal.Forest(n, edges).Total, atMost),
        ];
    });

    private static Race Prims(string name, Func<int, (int, (int U, int V, long Weight)[])> graph) => new(name, 499_500, m =>
    {
        var (n, edges) = graph(m);
        var native = Laid(edges);
        var chosen = new int[n];
        return
        [
            new(Cpp, "std::priority_queue", () => Native.prim(n, native, native.Length, chosen)),
            new(Answer, nameof(Prim), () => Prim.Forest(n, edges).Total, 1.5),
        ];
    });

    private static Race Unions(string name) => new(name, 1_000_000, n =>
    {
        var edges = Inputs.Graph(n, n);
        var native = Laid(edges);
        return
        [
            new(Cpp, "union by size, path halving", () => Native.unite_all(n, native, n)),
            new(Answer, nameof(DisjointSets), () =>
            {
                var sets = new DisjointSets(n);
                foreach (var (u, v, _) in edges) sets.Union(u, v);
                return sets.Count;
            }),
        ];
    });

    private static Race Medians(string name, string order, double atMost) => new(name, 10_000_000, n =>
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

    private static Race Largest(string name, string order, Func<int, int> share, double atMost) => new(name, 10_000_000, n =>
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

    private static Race Sorting(string name) => new(name, 1_000_000, n =>
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
    private static Race Events(string name) => new(name, 1_000_000, n =>
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

    private static Race Reading(string name) => new(name, 500_000, m =>
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"edges-{m}.txt");
        Inputs.Write(path, m, Inputs.Graph(m, m));
        int count = 2 + 3 * m;
        return
        [
            new(Cpp, "fread of 64 KB", () => Native.read_numbers(path, count)),
            new(Framework, "ReadLine, Split, Parse", () =>
            {
                using var text = new StreamReader(path);
                long sum = 0;
                while (text.ReadLine() is { } line)
                    foreach (string word in line.Split(' ')) sum = 31 * sum + long.Parse(word);
                return sum;
            }),
            new(Answer, nameof(FastReader), () =>
            {
                using var bytes = File.OpenRead(path);
                var reader = new FastReader(bytes);
                long sum = 0;
                for (int i = 0; i < count; i++) sum = 31 * sum + reader.Long();
                return sum;
            }, 1.0),
        ];
    });

    /// <summary>The complete graph of about m edges.</summary>
    private static (int, (int U, int V, long Weight)[]) Complete(int m)
    {
        int n = (int)Math.Sqrt(2.0 * m) + 1;
        return (n, Inputs.Complete(n));
    }

    private static Native.Edge[] Laid((int U, int V, long Weight)[] edges) =>
        [.. edges.Select(edge => new Native.Edge(edge.U, edge.V, edge.Weight))];

    private static long Checksum(int[] numbers)
    {
        long sum = 0;
        foreach (int number in numbers) sum = 31 * sum + number;
        return sum;
    }
}
