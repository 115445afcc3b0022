using System.Diagnostics;
using System.Globalization;
using Etudes.Graph;
using Etudes.Heap;

namespace Etudes;

/// <summary>How long a kata's answer takes as its input doubles, for the kata command: a line "n seconds" for each n.</summary>
internal static class Growth
{
    private const int Least = 1 << 10, Most = 1 << 22, Tries = 5;
    private const double Enough = 0.25; // seconds

    private static readonly Comparer<int> s_order = Comparer<int>.Default;

    private static readonly Dictionary<string, Func<int, Action>> s_work = new()
    {
        [nameof(TopK)] = Numbers(numbers => TopK.Largest(numbers, 100)),
        [nameof(BottomK)] = Numbers(numbers => BottomK.Smallest(numbers, 100)),
        [nameof(TopFrequent)] = Numbers(numbers => TopFrequent.Most(numbers, 100)),
        [nameof(Heapsort)] = Numbers(numbers => Heapsort.Sort([.. numbers], s_order)),
        [nameof(SlidingMedian)] = Numbers(numbers => SlidingMedian.Medians(numbers, numbers.Length / 2)),
        [nameof(MergeSorted)] = Numbers(numbers => MergeSorted.Merge([.. numbers.Chunk(numbers.Length / 64).Select(chunk => chunk.Order())], s_order).Count()),
        [nameof(SortedPairs)] = n =>
        {
            int[] numbers = Inputs.Numbers(n, "ascending");
            return () => SortedPairs.Smallest(numbers, numbers, n);
        },
        [nameof(MeetingRooms)] = n =>
        {
            var meetings = Array.ConvertAll(Inputs.Numbers(n, "random"), number => (number / 2, number / 2 + 10_000_000));
            return () => MeetingRooms.Assign(meetings);
        },
        [nameof(MinHeap<int>)] = Numbers(numbers =>
        {
            var heap = MinHeap<int>.Empty(s_order);
            foreach (int number in numbers) heap.Push(number);
            while (heap.Count > 0) heap.Pop();
        }),
        [nameof(MaxHeap<int>)] = Numbers(numbers =>
        {
            var heap = MaxHeap<int>.Empty(s_order);
            foreach (int number in numbers) heap.Push(number);
            while (heap.Count > 0) heap.Pop();
        }),
        [nameof(IntervalHeap<int>)] = Numbers(numbers =>
        {
            var heap = IntervalHeap<int>.Empty(s_order);
            foreach (int number in numbers) heap.Push(number);
            while (heap.Count > 1) _ = (heap.PopMin(), heap.PopMax());
        }),
        [nameof(RunningMedian)] = Numbers(numbers =>
        {
            var median = new RunningMedian();
            foreach (int number in numbers) median.Add(number);
        }),
        [nameof(IndexedHeap)] = Numbers(numbers =>
        {
            var heap = IndexedHeap.Of(numbers.Length);
            for (int key = 0; key < numbers.Length; key++) heap.Push(key, numbers[key]);
            for (int key = 0; key < numbers.Length; key++) heap.Decrease(key, numbers[key] - (1L << 33));
            while (heap.Count > 0) heap.Pop();
        }),
        [nameof(DisjointSets)] = Graphs((n, edges) =>
        {
            var sets = DisjointSets.Of(n);
            foreach (var (u, v, _) in edges) sets.Union(u, v);
        }),
        [nameof(ForestCheck)] = n =>
        {
            var tree = Inputs.Graph(n, n - 1);
            return () => ForestCheck.IsSpanningTree(n, tree);
        },
        [nameof(SpanningForest)] = Graphs((n, edges) => SpanningForest.Edges(n, edges)),
        [nameof(Kruskal)] = Graphs((n, edges) => Kruskal.Forest(n, edges)),
        [nameof(Prim)] = Graphs((n, edges) => Prim.Forest(n, edges)),
        [nameof(Boruvka)] = Graphs((n, edges) => Boruvka.Forest(n, edges)),
        [nameof(MaximumSpanningForest)] = Graphs((n, edges) => MaximumSpanningForest.Forest(n, edges)),
        [nameof(SecondBestTree)] = Graphs((n, edges) => SecondBestTree.Weight(n, edges)),
        [nameof(Arborescence)] = Graphs((n, edges) => Arborescence.Of(n, edges, 0)),
        [nameof(Dijkstra)] = Graphs((n, edges) => Dijkstra.From(n, edges, 0)),
        [nameof(TopologicalOrder)] = n =>
        {
            var edges = Inputs.Forward(n, 4 * n, cycle: false);
            return () => TopologicalOrder.Of(n, edges);
        },
        [nameof(GridSpread)] = n =>
        {
            string[] grid = Inputs.Grid((int)Math.Sqrt(n), 10);
            return () => GridSpread.Distances(grid);
        },
        [nameof(CheapestFlights)] = Graphs((n, edges) => CheapestFlights.Price(n, edges, 0, n - 1, 10)),
        [nameof(BottleneckPath)] = Graphs((n, edges) =>
        {
            var paths = BottleneckPath.Of(n, edges);
            foreach (var (u, v, _) in edges) paths.Between(u, v);
        }),
    };

    public static void Print(string kata)
    {
        for (int n = Least; n <= Most; n *= 2)
        {
            double seconds = Fastest(s_work[kata](n));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{n} {seconds:r}"));
            if (seconds > Enough && n > 2 * Least) break; // three points are the least that show a slope
        }
    }

    private static double Fastest(Action work) => Enumerable.Range(0, Tries).Min(_ =>
    {
        long began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    });

    /// <summary>On n numbers.</summary>
    private static Func<int, Action> Numbers(Action<int[]> work) => n =>
    {
        int[] numbers = Inputs.Numbers(n, "random");
        return () => work(numbers);
    };

    /// <summary>On n vertices and 4 n edges.</summary>
    private static Func<int, Action> Graphs(Action<int, (int U, int V, long Weight)[]> work) => n =>
    {
        var edges = Inputs.Graph(n, 4 * n);
        return () => work(n, edges);
    };
}
