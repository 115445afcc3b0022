// Pop does not forget the place of the key, so that it still seems to be in.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly int[] heap;
    private readonly int[] pos;
    private readonly long[] prio;
    private int size;

    private IndexedHeap(int n)
    {
        heap = new int[n];
        pos = new int[n];
        Array.Fill(pos, -1);
        prio = new long[n];
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count => size;

    public bool Contains(int key)
    {
        Check(key);
        return pos[key] >= 0;
    }

    public long PriorityOf(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException();
        return prio[key];
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException();
        prio[key] = priority;
        Put(size, key);
        Up(size++);
    }

    public void Decrease(int key, long priority)
    {
        if (!Contains(key)) throw new InvalidOperationException();
        if (priority > prio[key]) throw new ArgumentException("raise", nameof(priority));
        prio[key] = priority;
        Up(pos[key]);
    }

    public (int Key, long Priority) Peek()
    {
        if (size == 0) throw new InvalidOperationException();
        return (heap[0], prio[heap[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        var top = Peek();
        size--;
        if (size > 0)
        {
            Put(0, heap[size]);
            Down(0);
        }
        return top;
    }

    private void Check(int key)
    {
        if (key < 0 || key >= pos.Length) throw new ArgumentOutOfRangeException(nameof(key));
    }

    private void Put(int at, int key)
    {
        heap[at] = key;
        pos[key] = at;
    }

    private void Up(int at)
    {
        int key = heap[at];
        while (at > 0 && prio[key] < prio[heap[(at - 1) / 2]])
        {
            Put(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        Put(at, key);
    }

    private void Down(int at)
    {
        int key = heap[at];
        while (2 * at + 1 < size)
        {
            int c = 2 * at + 1;
            if (c + 1 < size && prio[heap[c + 1]] < prio[heap[c]]) c++;
            if (prio[heap[c]] >= prio[key]) break;
            Put(at, heap[c]);
            at = c;
        }
        Put(at, key);
    }
}
