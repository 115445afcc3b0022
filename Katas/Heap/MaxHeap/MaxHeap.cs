namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    public static MaxHeap<T> Empty(IComparer<T> order) => throw new NotImplementedException();

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order) => throw new NotImplementedException();

    public int Count => throw new NotImplementedException();

    public void Push(T item) => throw new NotImplementedException();

    public T Peek() => throw new NotImplementedException();

    public T Pop() => throw new NotImplementedException();
}
