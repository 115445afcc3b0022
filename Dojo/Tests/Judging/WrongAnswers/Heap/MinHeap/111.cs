// Peek is promised in O(1), and Push and Pop with at most log2 n + 1 and 2 log2 n comparisons; From only copies, and the first of them after it builds the heap: From of 300 000 items and one Pop takes hundreds of thousands of comparisons in that Pop.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly List<T> items;
    private readonly IComparer<T> order;
    private bool built;

    private MinHeap(List<T> items, IComparer<T> order, bool built)
    {
        this.items = items;
        this.order = order;
        this.built = built;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order, built: true);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order) => new([.. items], order, built: false);

    public int Count => items.Count;

    public void Push(T item)
    {
        Build();
        items.Add(item);
        int i = items.Count - 1;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (order.Compare(item, items[parent]) >= 0) break;
            items[i] = items[parent];
            i = parent;
        }
        items[i] = item;
    }

    public T Peek()
    {
        if (items.Count == 0) throw new InvalidOperationException("The heap is empty.");
        Build();
        return items[0];
    }

    public T Pop()
    {
        T top = Peek();
        int last = items.Count - 1;
        items[0] = items[last];
        items.RemoveAt(last);
        if (last > 0) Down(0);
        return top;
    }

    // Perhaps nobody ever asks: not before somebody does.
    private void Build()
    {
        if (built) return;
        for (int i = items.Count / 2 - 1; i >= 0; i--) Down(i);
        built = true;
    }

    private void Down(int i)
    {
        T item = items[i];
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= items.Count) break;
            if (child + 1 < items.Count && order.Compare(items[child + 1], items[child]) < 0) child++;
            if (order.Compare(items[child], item) >= 0) break;
            items[i] = items[child];
            i = child;
        }
        items[i] = item;
    }
}
