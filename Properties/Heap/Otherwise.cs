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
    /// <summary>Looks at all keys each time, so that it alone decides which of those that tie comes first.</summary>
    public abstract class Looking<TSelf>(bool largerFirst) : IIndexedHeap<TSelf> where TSelf : Looking<TSelf>, new()
    {
        private readonly Dictionary<int, long> _priorities = [];
        private int _n;

        public static TSelf Of(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            return new() { _n = n };
        }

        public int Count => _priorities.Count;

        public bool Contains(int key)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)key, (uint)_n, nameof(key));
            return _priorities.ContainsKey(key);
        }

        public long PriorityOf(int key) => Contains(key) ? _priorities[key] : throw new InvalidOperationException("The key is not in.");

        public void Push(int key, long priority)
        {
            if (Contains(key)) throw new InvalidOperationException("The key is in already.");
            _priorities[key] = priority;
        }

        public void Decrease(int key, long priority)
        {
            if (priority > PriorityOf(key)) throw new ArgumentException("The new priority is higher.");
            _priorities[key] = priority;
        }

        public (int Key, long Priority) Peek()
        {
            if (Count == 0) throw new InvalidOperationException("No key is in.");
            var (key, priority) = _priorities.OrderBy(pair => pair.Value).ThenBy(pair => largerFirst ? -pair.Key : pair.Key).First();
            return (key, priority);
        }

        public (int Key, long Priority) Pop()
        {
            var top = Peek();
            _priorities.Remove(top.Key);
            return top;
        }
    }

    public sealed class SmallerFirst() : Looking<SmallerFirst>(largerFirst: false);

    public sealed class LargerFirst() : Looking<LargerFirst>(largerFirst: true);
}

public static class TopFrequentOtherwise
{
    public abstract class EarlierFirst : ITopFrequent, ITopFrequentByOrder
    {
        public static int[] Most(IEnumerable<int> stream, int k) => TopFrequent.Most(stream, k);

        public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull => Numbered(stream, k, order, laterFirst: false);
    }

    public abstract class LaterFirst : ITopFrequent, ITopFrequentByOrder
    {
        public static int[] Most(IEnumerable<int> stream, int k) => TopFrequent.Most(stream, k);

        public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull => Numbered(stream, k, order, laterFirst: true);
    }

    private static T[] Numbered<T>(IEnumerable<T> stream, int k, IComparer<T> order, bool laterFirst) where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var arrivals = new Arrivals<T>(order, laterFirst);
        return TopFrequent.Most(stream.Select(Number), k, Comparer<T>.Create((x, y) => arrivals.Compare((x, numbers[x]), (y, numbers[y]))));

        T Number(T value)
        {
            numbers.TryAdd(value, numbers.Count);
            return value;
        }
    }
}

public static class SortedPairsOtherwise
{
    public abstract class EarlierFirst : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) => Sorted(first, second, k, pair => (pair.I, pair.J));
    }

    public abstract class LaterFirst : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) => Sorted(first, second, k, pair => (-pair.J, -pair.I));
    }

    /// <summary>Sorts all sums that may be among the smallest.</summary>
    private static (int I, int J, long Sum)[] Sorted(IReadOnlyList<int> first, IReadOnlyList<int> second, int k, Func<(int I, int J, long Sum), (int, int)> ties)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var pairs = first.Take(k).SelectMany((x, i) => second.Take(k).Select((y, j) => (I: i, J: j, Sum: (long)x + y)));
        return [.. pairs.OrderBy(pair => pair.Sum).ThenBy(ties).Take(k)];
    }
}

public static class MeetingRoomsOtherwise
{
    /// <summary>Of the rooms that are free, takes the first.</summary>
    public abstract class LowestFree : IMeetingRooms
    {
        public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings) => OfFree(meetings, free => free.Min);
    }

    /// <summary>Of the rooms that are free, takes the last.</summary>
    public abstract class HighestFree : IMeetingRooms
    {
        public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings) => OfFree(meetings, free => free.Max);
    }

    /// <summary>The rooms are counted from the other end of the corridor.</summary>
    public abstract class Backwards : IMeetingRooms
    {
        public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
        {
            var (rooms, roomOf) = MeetingRooms.Assign(meetings);
            return (rooms, Array.ConvertAll(roomOf, room => rooms - 1 - room));
        }
    }

    private static (int Rooms, int[] RoomOf) OfFree((int Start, int End)[] meetings, Func<SortedSet<int>, int> choice)
    {
        if (meetings.Any(meeting => meeting.End < meeting.Start)) throw new ArgumentException("A meeting ends before it begins.");
        var (taken, free, rooms, roomOf) = (new PriorityQueue<int, int>(), new SortedSet<int>(), 0, new int[meetings.Length]);
        foreach (int i in Enumerable.Range(0, meetings.Length).OrderBy(i => meetings[i]))
        {
            while (taken.TryPeek(out _, out int end) && end <= meetings[i].Start) free.Add(taken.Dequeue());
            if (free.Count == 0) free.Add(rooms++);
            free.Remove(roomOf[i] = choice(free));
            taken.Enqueue(roomOf[i], meetings[i].End);
        }
        return (rooms, roomOf);
    }
}
