// Decrease ignores a higher priority silently instead of throwing.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly SortedSet<(long Priority, int Key)> queue = new();
    private readonly Dictionary<int, long> priorities = new();
    private readonly int n;

    private IndexedHeap(int n) { this.n = n; }

    public static IndexedHeap Of(int n)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
        return new(n);
    }

    public int Count => queue.Count;

    public bool Contains(int key)
    {
        if ((uint)key >= (uint)n) throw new ArgumentOutOfRangeException(nameof(key));
        return priorities.ContainsKey(key);
    }

    public long PriorityOf(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException();
        return priorities[key];
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException();
        priorities.Add(key, priority);
        queue.Add((priority, key));
    }

    public void Decrease(int key, long priority)
    {
        long old = PriorityOf(key);
        if (priority >= old) return;
        queue.Remove((old, key));
        queue.Add((priority, key));
        priorities[key] = priority;
    }

    public (int Key, long Priority) Peek()
    {
        if (queue.Count == 0) throw new InvalidOperationException();
        var (priority, key) = queue.Min;
        return (key, priority);
    }

    public (int Key, long Priority) Pop()
    {
        var (key, priority) = Peek();
        queue.Remove((priority, key));
        priorities.Remove(key);
        return (key, priority);
    }
}
