// Decrease looks for the key by walking through the whole heap.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly List<(int Key, long Priority)> items = [];
    private readonly long?[] current;

    private IndexedHeap(int n) => current = new long?[n];

    public static IndexedHeap Of(int n) =>
        n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : new IndexedHeap(n);

    public int Count => items.Count;

    public bool Contains(int key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(key, current.Length);
        return current[key].HasValue;
    }

    public long PriorityOf(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
        return current[key]!.Value;
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("The key is in already.");
        current[key] = priority;
        items.Add((key, priority));
        Rise(items.Count - 1);
    }

    public void Decrease(int key, long priority)
    {
        if (priority > PriorityOf(key)) throw new ArgumentException("Priorities only go down.");
        current[key] = priority;
        int at = items.FindIndex(item => item.Key == key);
        items[at] = (key, priority);
        Rise(at);
    }

    public (int Key, long Priority) Peek() =>
        items.Count > 0 ? items[0] : throw new InvalidOperationException("Empty.");

    public (int Key, long Priority) Pop()
    {
        var first = Peek();
        current[first.Key] = null;
        items[0] = items[^1];
        items.RemoveAt(items.Count - 1);
        Fall();
        return first;
    }

    private void Rise(int i)
    {
        for (int p = (i - 1) / 2; i > 0 && items[i].Priority < items[p].Priority; i = p, p = (i - 1) / 2)
            (items[i], items[p]) = (items[p], items[i]);
    }

    private void Fall()
    {
        for (int i = 0, c = 1; c < items.Count; c = 2 * i + 1)
        {
            if (c + 1 < items.Count && items[c + 1].Priority < items[c].Priority) c++;
            if (items[i].Priority <= items[c].Priority) return;
            (items[i], items[c]) = (items[c], items[i]);
            i = c;
        }
    }
}
