// A SortedSet keeps only one of equal items.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly SortedSet<T> set;

    private IntervalHeap(IComparer<T> order) => set = new SortedSet<T>(order);

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => set.Count;

    public void Push(T item) => set.Add(item);

    public T Min => set.Count > 0 ? set.Min! : throw new InvalidOperationException();

    public T Max => set.Count > 0 ? set.Max! : throw new InvalidOperationException();

    public T PopMin()
    {
        T min = Min;
        set.Remove(min);
        return min;
    }

    public T PopMax()
    {
        T max = Max;
        set.Remove(max);
        return max;
    }
}
