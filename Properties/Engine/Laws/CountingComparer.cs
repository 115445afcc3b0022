namespace Etudes.Engine;

/// <summary>The natural order of T, counting how often it was asked: cost without a clock.</summary>
public sealed class CountingComparer<T> : IComparer<T>
{
    public long Count { get; private set; }

    public int Compare(T? x, T? y)
    {
        Count++;
        return Comparer<T>.Default.Compare(x, y);
    }
}
