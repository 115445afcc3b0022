namespace Etudes.Heap;

// Right answers that choose otherwise than the reference among items that tie. An example that a
// learner writes must hold for them too.

/// <summary>Items with the number of their arrival, which decides where they tie.</summary>
internal sealed class Arrivals<T>(IComparer<T> order, bool laterFirst) : IComparer<(T Item, int Number)>
{
    public int Compare((T Item, int Number) x, (T Item, int Number) y) =>
        order.Compare(x.Item, y.Item) is not 0 and var sign ? sign : laterFirst ? y.Number.CompareTo(x.Number) : x.Number.CompareTo(y.Number);
}

public static class TopKOtherwise
{
    public abstract class EarlierFirst : ITopK, ITopKByOrder
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => TopK.Largest(stream, k);

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => Numbered(stream, k, order, laterFirst: true);
    }

    public abstract class LaterFirst : ITopK, ITopKByOrder
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => TopK.Largest(stream, k);

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => Numbered(stream, k, order, laterFirst: false);
    }

    private static T[] Numbered<T>(IEnumerable<T> stream, int k, IComparer<T> order, bool laterFirst) =>
        [.. TopK.Largest(stream.Select((item, i) => (Item: item, Number: i)), k, new Arrivals<T>(order, laterFirst)).Select(pair => pair.Item)];
}

public static class HeapsortOtherwise
{
    public abstract class EarlierFirst : IHeapsort
    {
        public static void Sort<T>(T[] items, IComparer<T> order) => Numbered(items, order, laterFirst: false);
    }

    public abstract class LaterFirst : IHeapsort
    {
        public static void Sort<T>(T[] items, IComparer<T> order) => Numbered(items, order, laterFirst: true);
    }

    private static void Numbered<T>(T[] items, IComparer<T> order, bool laterFirst)
    {
        var numbered = items.Select((item, i) => (Item: item, Number: i)).ToArray();
        Heapsort.Sort(numbered, new Arrivals<T>(order, laterFirst));
        for (int i = 0; i < items.Length; i++) items[i] = numbered[i].Item;
    }
}

public static class MinHeapOtherwise
{
    public abstract class Numbered<TSelf>(bool laterFirst) : IMinHeap<TSelf, int> where TSelf : Numbered<TSelf>, new()
    {
        private MinHeap<(int Item, int Number)> _heap = null!;
        private int _pushed;

        public static TSelf Empty(IComparer<int> order) => From([], order);

        public static TSelf From(IEnumerable<int> items, IComparer<int> order)
        {
            var self = new TSelf();
            self.Fill(items, order);
            return self;
        }

        public int Count => _heap.Count;

        public void Push(int item) => _heap.Push((item, _pushed++));

        public int Peek() => _heap.Peek().Item;

        public int Pop() => _heap.Pop().Item;

        private void Fill(IEnumerable<int> items, IComparer<int> order) =>
            _heap = MinHeap<(int, int)>.From(items.Select(item => (item, _pushed++)), new Arrivals<int>(order, laterFirst));
    }

    public sealed class EarlierFirst() : Numbered<EarlierFirst>(laterFirst: false);

    public sealed class LaterFirst() : Numbered<LaterFirst>(laterFirst: true);
}

public static class MaxHeapOtherwise
{
    /// <summary>The largest is the smallest under the turned order.</summary>
    public abstract class Turned<TSelf, THeap> : IMaxHeap<TSelf, int> where TSelf : Turned<TSelf, THeap>, new() where THeap : IMinHeap<THeap, int>
    {
        private THeap _heap = default!;

        public static TSelf Empty(IComparer<int> order) => From([], order);

        public static TSelf From(IEnumerable<int> items, IComparer<int> order) => new() { _heap = THeap.From(items, Comparer<int>.Create((x, y) => order.Compare(y, x))) };

        public int Count => _heap.Count;

        public void Push(int item) => _heap.Push(item);

        public int Peek() => _heap.Peek();

        public int Pop() => _heap.Pop();
    }

    public sealed class EarlierFirst : Turned<EarlierFirst, MinHeapOtherwise.EarlierFirst>;

    public sealed class LaterFirst : Turned<LaterFirst, MinHeapOtherwise.LaterFirst>;
}

public static class IntervalHeapOtherwise
{
    /// <summary>Of items that tie, the ends are those that came first and last, or the other way round.</summary>
    public abstract class Numbered<TSelf>(bool laterFirst) : IIntervalHeap<TSelf, int> where TSelf : Numbered<TSelf>, new()
    {
        private IntervalHeap<(int Item, int Number)> _heap = null!;
        private int _pushed;

        public static TSelf Empty(IComparer<int> order)
        {
            var self = new TSelf();
            self.Use(order);
            return self;
        }

        public int Count => _heap.Count;

        public int Min => _heap.Min.Item;

        public int Max => _heap.Max.Item;

        public void Push(int item) => _heap.Push((item, _pushed++));

        public int PopMin() => _heap.PopMin().Item;

        public int PopMax() => _heap.PopMax().Item;

        private void Use(IComparer<int> order) => _heap = IntervalHeap<(int, int)>.Empty(new Arrivals<int>(order, laterFirst));
    }

    public sealed class EarlierFirst() : Numbered<EarlierFirst>(laterFirst: false);

    public sealed class LaterFirst() : Numbered<LaterFirst>(laterFirst: true);
}

public static class IndexedHeapOtherwise
{
    /// <summary>Of keys that tie, the largest comes first where it was the smallest.</summary>
    public sealed class NumbersKeysFromTheEnd : IIndexedHeap<NumbersKeysFromTheEnd>
    {
        private readonly IndexedHeap _heap;
        private readonly int _n;

        private NumbersKeysFromTheEnd(int n) => (_heap, _n) = (IndexedHeap.Of(n), n);

        public static NumbersKeysFromTheEnd Of(int n) => new(n);

        public int Count => _heap.Count;

        public bool Contains(int key) => _heap.Contains(Turned(key));

        public long PriorityOf(int key) => _heap.PriorityOf(Turned(key));

        public void Push(int key, long priority) => _heap.Push(Turned(key), priority);

        public void Decrease(int key, long priority) => _heap.Decrease(Turned(key), priority);

        public (int Key, long Priority) Peek() => Turned(_heap.Peek());

        public (int Key, long Priority) Pop() => Turned(_heap.Pop());

        /// <summary>A key outside 0..n-1 stays outside.</summary>
        private int Turned(int key) => key < 0 || key >= _n ? key : _n - 1 - key;

        private (int Key, long Priority) Turned((int Key, long Priority) top) => (Turned(top.Key), top.Priority);
    }
}
