// Priorities are compared by the sign of their difference, which overflows.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    struct Entry { public int Key; public long Priority; }

    readonly Entry[] h;   // one-based
    readonly int[] place; // 0: not in
    int count;

    IndexedHeap(int n) { h = new Entry[n + 1]; place = new int[n]; }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 0);
        return new IndexedHeap(n);
    }

    public int Count => count;

    public bool Contains(int key)
    {
        if (key < 0 || key >= place.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return place[key] != 0;
    }

    public long PriorityOf(int key) => Contains(key) ? h[place[key]].Priority : throw new InvalidOperationException();

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException("twice");
        SiftUp(++count, new Entry { Key = key, Priority = priority });
    }

    public void Decrease(int key, long priority)
    {
        if (priority > PriorityOf(key)) throw new ArgumentException("not lower");
        SiftUp(place[key], new Entry { Key = key, Priority = priority });
    }

    public (int Key, long Priority) Peek()
    {
        if (count == 0) throw new InvalidOperationException("empty");
        return (h[1].Key, h[1].Priority);
    }

    public (int Key, long Priority) Pop()
    {
        var result = Peek();
        place[result.Key] = 0;
        Entry last = h[count--];
        if (count == 0) return result;
        int i = 1;
        while (2 * i <= count)
        {
            int c = 2 * i;
            if (c < count && Diff(h[c + 1], h[c]) < 0) c++;
            if (Diff(h[c], last) >= 0) break;
            Set(i, h[c]);
            i = c;
        }
        Set(i, last);
        return result;
    }

    static long Diff(Entry a, Entry b) => a.Priority - b.Priority;

    void SiftUp(int i, Entry e)
    {
        while (i > 1 && Diff(e, h[i / 2]) < 0)
        {
            Set(i, h[i / 2]);
            i /= 2;
        }
        Set(i, e);
    }

    void Set(int i, Entry e) { h[i] = e; place[e.Key] = i; }
}
