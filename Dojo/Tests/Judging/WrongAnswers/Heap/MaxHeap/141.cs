// From makes an array that it is given the heap itself, so the caller's array is rearranged (and cleared by Pop) instead of being left unchanged.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly IComparer<T> order;
    private T[] heap;
    private int count;

    private MaxHeap(T[] heap, int count, IComparer<T> order) => (this.heap, this.count, this.order) = (heap, count, order);

    public static MaxHeap<T> Empty(IComparer<T> order) => new([], 0, order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        T[] array = items as T[] ?? items.ToArray();
        var result = new MaxHeap<T>(array, array.Length, order);
        for (int i = array.Length / 2 - 1; i >= 0; i--) result.SiftDown(i);
        return result;
    }

    public int Count => count;

    public void Push(T item)
    {
        if (count == heap.Length) Array.Resize(ref heap, Math.Max(8, 2 * count));
        int i = count++;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (order.Compare(heap[parent], item) >= 0) break;
            heap[i] = heap[parent];
            i = parent;
        }
        heap[i] = item;
    }

    public T Peek() => count > 0 ? heap[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek();
        heap[0] = heap[--count];
        heap[count] = default!;
        if (count > 1) SiftDown(0);
        return top;
    }

    private void SiftDown(int i)
    {
        T item = heap[i];
        for (int child; (child = 2 * i + 1) < count; i = child)
        {
            if (child + 1 < count && order.Compare(heap[child], heap[child + 1]) < 0) child++;
            if (order.Compare(heap[child], item) <= 0) break;
            heap[i] = heap[child];
        }
        heap[i] = item;
    }
}
