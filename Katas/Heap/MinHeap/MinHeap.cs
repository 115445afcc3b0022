namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    public static MinHeap<T> Empty(IComparer<T> order) => throw new NotImplementedException();

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order) => throw new NotImplementedException();

    public int Count => throw new NotImplementedException();

    public void Push(T item) => throw new NotImplementedException();

    public T Peek() => throw new NotImplementedException();

    public T Pop() => throw new NotImplementedException();
}
