// "a key that was popped may be pushed again" fails for the only key: after Push(0, 5) and Pop() Contains(0) is still true, and Push(0, 7) throws InvalidOperationException instead of putting it in.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private const int Out = -1;

    private readonly (long Priority, int Key)[] heap;
    private readonly int[] place;

    private IndexedHeap(int n)
    {
        heap = new (long Priority, int Key)[n];
        place = new int[n];
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
        if (!Contains(key)) throw new InvalidOperationException("The key is not in.");
        return heap[place[key]].Priority;
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("The key is in already.");
        Up(Count++, (priority, key));
    }

    public void Decrease(int key, long priority)
    {
        if (priority > PriorityOf(key)) throw new ArgumentException("The priority would rise.", nameof(priority));
        Up(place[key], (priority, key));
    }

    public (int Key, long Priority) Peek()
    {
        if (Count == 0) throw new InvalidOperationException("The heap is empty.");
        return (heap[0].Key, heap[0].Priority);
    }

    public (int Key, long Priority) Pop()
    {
        (int key, long priority) = Peek();
        place[key] = Out;
        Count--;
        Down(heap[Count]);
        return (key, priority);
    }

    private void Up(int i, (long Priority, int Key) entry)
    {
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (heap[parent].Priority <= entry.Priority) break;
            Put(i, heap[parent]);
            i = parent;
        }
        Put(i, entry);
    }

    private void Down((long Priority, int Key) entry)
    {
        int i = 0;
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= Count) break;
            if (child + 1 < Count && heap[child + 1].Priority < heap[child].Priority) child++;
            if (entry.Priority <= heap[child].Priority) break;
            Put(i, heap[child]);
            i = child;
        }
        Put(i, entry);
    }

    private void Put(int i, (long Priority, int Key) entry)
    {
        heap[i] = entry;
        place[entry.Key] = i;
    }
}
