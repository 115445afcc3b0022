// "PopMin and PopMax of an empty heap throw; the heap stays usable": the refused call has already counted down, so Count is -1 and the next Push fails.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private T[] _items = new T[4];
    private int _count;

    private IntervalHeap(IComparer<T> order) => _order = order;

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => _count;

    public T Min => _count > 0 ? _items[0] : throw new InvalidOperationException("There is no item.");

    public T Max => _count > 1 ? _items[1] : Min;

    public void Push(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, 2 * _count);
        int place = _count++;
        _items[place] = item;
        if (place % 2 == 1)
        {
            if (Less(place, place - 1))
            {
                Swap(place, place - 1);
                LowUp(place - 1);
            }
            else HighUp(place);
        }
        else if (place > 0)
        {
            if (Less(place, LowParent(place))) LowUp(place);
            else HighUp(place);
        }
    }

    public T PopMin()
    {
        if (_count-- == 0) throw new InvalidOperationException("There is no item.");
        T result = _items[0];
        _items[0] = _items[_count];
        _items[_count] = default!;
        LowDown(0);
        return result;
    }

    public T PopMax()
    {
        if (_count < 2) return PopMin();
        T result = _items[1];
        _count--;
        _items[1] = _items[_count];
        _items[_count] = default!;
        if (_count > 1) HighDown(1);
        return result;
    }

    private bool Less(int i, int j) => _order.Compare(_items[i], _items[j]) < 0;

    private void Swap(int i, int j) => (_items[i], _items[j]) = (_items[j], _items[i]);

    private static int LowParent(int place) => (place / 2 - 1) / 2 * 2;

    private void LowUp(int place)
    {
        while (place > 1 && Less(place, LowParent(place)))
        {
            Swap(place, LowParent(place));
            place = LowParent(place);
        }
    }

    private void HighUp(int place)
    {
        while (place > 1 && Less(LowParent(place) + 1, place))
        {
            Swap(place, LowParent(place) + 1);
            place = LowParent(place) + 1;
        }
    }

    private void LowDown(int place)
    {
        while (true)
        {
            if (place + 1 < _count && Less(place + 1, place)) Swap(place, place + 1);
            int child = 2 * place + 2;
            if (child >= _count) return;
            if (child + 2 < _count && Less(child + 2, child)) child += 2;
            if (!Less(child, place)) return;
            Swap(place, child);
            place = child;
        }
    }

    private void HighDown(int place)
    {
        while (true)
        {
            if (place % 2 == 1 && Less(place, place - 1)) Swap(place, place - 1);
            int low = place / 2 * 4 + 2;
            if (low >= _count) return;
            int child = Math.Min(low + 1, _count - 1);
            if (low + 2 < _count)
            {
                int other = Math.Min(low + 3, _count - 1);
                if (Less(child, other)) child = other;
            }
            if (!Less(place, child)) return;
            Swap(place, child);
            place = child;
        }
    }
}
