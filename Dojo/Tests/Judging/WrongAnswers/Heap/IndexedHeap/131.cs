// priorities lie anywhere in long: Decrease compares by subtraction, so lowering by more than 2^63 - 1 (from 5 to long.MinValue) throws ArgumentException although it is legal (and a raise as large is accepted).
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly (int Key, long Priority)[] _heap;
    private readonly int[] _place;

    private IndexedHeap(int n)
    {
        _heap = new (int, long)[n];
        _place = new int[n];
        Array.Fill(_place, -1);
    }

    public static IndexedHeap Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new IndexedHeap(n);
    }

    public int Count { get; private set; }

    public bool Contains(int key)
    {
        if ((uint)key >= (uint)_place.Length) throw new ArgumentOutOfRangeException(nameof(key));
        return _place[key] >= 0;
    }

    public long PriorityOf(int key)
    {
        if (!Contains(key)) throw new InvalidOperationException($"Key {key} is not in.");
        return _heap[_place[key]].Priority;
    }

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException($"Key {key} is in already.");
        SiftUp(Count++, (key, priority));
    }

    public void Decrease(int key, long priority)
    {
        long change = priority - PriorityOf(key);
        if (change > 0) throw new ArgumentException("The priority would rise.", nameof(priority));
        if (change < 0) SiftUp(_place[key], (key, priority));
    }

    public (int Key, long Priority) Peek() =>
        Count > 0 ? _heap[0] : throw new InvalidOperationException("No key is in.");

    public (int Key, long Priority) Pop()
    {
        var top = Peek();
        _place[top.Key] = -1;
        Count--;
        if (Count > 0) SiftDown(0, _heap[Count]);
        return top;
    }

    private void SiftUp(int place, (int Key, long Priority) entry)
    {
        while (place > 0)
        {
            int parent = (place - 1) / 2;
            if (_heap[parent].Priority <= entry.Priority) break;
            Put(place, _heap[parent]);
            place = parent;
        }
        Put(place, entry);
    }

    private void SiftDown(int place, (int Key, long Priority) entry)
    {
        for (int child; (child = 2 * place + 1) < Count; place = child)
        {
            if (child + 1 < Count && _heap[child + 1].Priority < _heap[child].Priority) child++;
            if (_heap[child].Priority >= entry.Priority) break;
            Put(place, _heap[child]);
        }
        Put(place, entry);
    }

    private void Put(int place, (int Key, long Priority) entry)
    {
        _heap[place] = entry;
        _place[entry.Key] = place;
    }
}
