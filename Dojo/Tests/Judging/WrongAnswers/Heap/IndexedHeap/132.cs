// Contains of a key outside 0..n-1 must throw ArgumentOutOfRangeException: it says false instead.
namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly int[] _keys;         // in heap order
    private readonly int[] _places;       // of every key, -1 if it is not in
    private readonly long[] _priorities;  // of every key
    private int _count;

    private IndexedHeap(int n)
    {
        _keys = new int[n];
        _places = new int[n];
        _priorities = new long[n];
        Array.Fill(_places, -1);
    }

    public static IndexedHeap Of(int n) =>
        n >= 0 ? new IndexedHeap(n) : throw new ArgumentOutOfRangeException(nameof(n));

    public int Count => _count;

    public bool Contains(int key) => (uint)key < (uint)_places.Length && _places[key] >= 0;

    public long PriorityOf(int key)
    {
        DemandIn(key);
        return _priorities[key];
    }

    public void Push(int key, long priority)
    {
        DemandKey(key);
        if (_places[key] >= 0) throw new InvalidOperationException("The key is in already.");
        _priorities[key] = priority;
        Set(_count, key);
        Up(_count++);
    }

    public void Decrease(int key, long priority)
    {
        DemandIn(key);
        if (priority > _priorities[key]) throw new ArgumentException("Higher than before.", nameof(priority));
        _priorities[key] = priority;
        Up(_places[key]);
    }

    public (int Key, long Priority) Peek()
    {
        if (_count == 0) throw new InvalidOperationException("The heap is empty.");
        return (_keys[0], _priorities[_keys[0]]);
    }

    public (int Key, long Priority) Pop()
    {
        var result = Peek();
        int last = _keys[--_count];
        Set(0, last);
        _places[result.Key] = -1;
        Down(0);
        return result;
    }

    private void DemandKey(int key)
    {
        if ((uint)key >= (uint)_places.Length) throw new ArgumentOutOfRangeException(nameof(key));
    }

    private void DemandIn(int key)
    {
        DemandKey(key);
        if (_places[key] < 0) throw new InvalidOperationException("The key is not in.");
    }

    private long At(int place) => _priorities[_keys[place]];

    private void Set(int place, int key)
    {
        _keys[place] = key;
        _places[key] = place;
    }

    private void Swap(int i, int j)
    {
        int a = _keys[i], b = _keys[j];
        Set(i, b);
        Set(j, a);
    }

    private void Up(int place)
    {
        while (place > 0 && At(place) < At((place - 1) / 2))
        {
            Swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    private void Down(int place)
    {
        while (true)
        {
            int least = place;
            for (int child = 2 * place + 1; child <= 2 * place + 2 && child < _count; child++)
                if (At(child) < At(least)) least = child;
            if (least == place) return;
            Swap(place, least);
            place = least;
        }
    }
}
