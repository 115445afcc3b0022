// Decrease stores the new priority before it refuses a higher one, so after the ArgumentException the key has the raised priority, and Peek and Pop may give a key that is not of lowest priority.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private const int Out = -1;
    private readonly int[] heap;
    private readonly int[] place;
    private readonly long[] priorities;

    private IndexedHeap(int n)
    {
        heap = new int[n];
        place = new int[n];
        priorities = new long[n];
        Array.Fill(place, Out);
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count { get; private set; }

    public bool Contains(int key)
    {
        if (key < 0 || key >= place.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return place[key] != Out;
    }

    public long PriorityOf(int key)
    {
        MustContain(key);
        return priorities[key];
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("The key is in already.");
        priorities[key] = priority;
        SiftUp(Count++, key);
    }

    public void Decrease(int key, long priority)
    {
        MustContain(key);
        long old = priorities[key];
        priorities[key] = priority;
        if (priority > old) throw new ArgumentException("The new priority is higher.", nameof(priority));
        if (priority < old) SiftUp(place[key], key);
    }

    public (int Key, long Priority) Peek()
    {
        if (Count == 0) throw new InvalidOperationException("The heap is empty.");
        return (heap[0], priorities[heap[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        var top = Peek();
        int last = heap[--Count];
        if (Count > 0) SiftDown(0, last);
        place[top.Key] = Out;
        return top;
    }

    private void MustContain(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
    }

    private void SiftUp(int i, int key)
    {
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (priorities[heap[parent]] <= priorities[key]) break;
            Put(i, heap[parent]);
            i = parent;
        }
        Put(i, key);
    }

    private void SiftDown(int i, int key)
    {
        for (int child; (child = 2 * i + 1) < Count; i = child)
        {
            if (child + 1 < Count && priorities[heap[child + 1]] < priorities[heap[child]]) child++;
            if (priorities[key] <= priorities[heap[child]]) break;
            Put(i, heap[child]);
        }
        Put(i, key);
    }

    private void Put(int i, int key)
    {
        heap[i] = key;
        place[key] = i;
    }
}
