namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    public static IntervalHeap<T> Empty(IComparer<T> order) => throw new NotImplementedException();

    public int Count => throw new NotImplementedException();

    public void Push(T item) => throw new NotImplementedException();

    public T Min => throw new NotImplementedException();

    public T Max => throw new NotImplementedException();

    public T PopMin() => throw new NotImplementedException();

    public T PopMax() => throw new NotImplementedException();
}
