// When two keys change places it writes down the new place of only one of them.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly bool[] isIn;
    private readonly int[] where;
    private readonly List<int> keys = [];
    private readonly long[] cost;

    private IndexedHeap(int n)
    {
        isIn = new bool[n];
        where = new int[n];
        cost = new long[n];
    }

    public static IndexedHeap Of(int n)
    {
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n), "negative");
        return new IndexedHeap(n);
    }

    public int Count => keys.Count;
    public bool Contains(int key) => isIn[Valid(key)];
    public long PriorityOf(int key) => isIn[Valid(key)] ? cost[key] : throw new InvalidOperationException("not in");

    public void Push(int key, long priority)
    {
        if (isIn[Valid(key)]) throw new InvalidOperationException("already in");
        isIn[key] = true;
        cost[key] = priority;
        where[key] = keys.Count;
        keys.Add(key);
        BubbleUp(keys.Count - 1);
    }

    public void Decrease(int key, long priority)
    {
        if (!isIn[Valid(key)]) throw new InvalidOperationException("not in");
        if (cost[key] < priority) throw new ArgumentException("would be raised", nameof(priority));
        cost[key] = priority;
        BubbleUp(where[key]);
    }

    public (int Key, long Priority) Peek()
    {
        if (keys.Count == 0) throw new InvalidOperationException("nothing in");
        return (keys[0], cost[keys[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        var best = Peek();
        Swap(0, keys.Count - 1);
        keys.RemoveAt(keys.Count - 1);
        isIn[best.Key] = false;
        BubbleDown(0);
        return best;
    }

    private int Valid(int key)
    {
        if (key < 0 || key >= isIn.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return key;
    }

    private void Swap(int i, int j)
    {
        (keys[i], keys[j]) = (keys[j], keys[i]);
        where[keys[i]] = i;
    }

    private void BubbleUp(int i)
    {
        while (i > 0 && cost[keys[i]] < cost[keys[(i - 1) / 2]])
        {
            Swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private void BubbleDown(int i)
    {
        while (true)
        {
            int best = i;
            for (int c = 2 * i + 1; c <= 2 * i + 2 && c < keys.Count; c++)
                if (cost[keys[c]] < cost[keys[best]]) best = c;
            if (best == i) return;
            Swap(i, best);
            i = best;
        }
    }
}
