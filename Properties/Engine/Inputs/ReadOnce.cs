using System.Collections;

namespace Etudes.Engine;

/// <summary>A stream that can be read only once and is no collection, as what comes from a file or a socket.</summary>
public class ReadOnce<T>(IEnumerable<T> items) : IEnumerable<T>
{
    private bool _read;

    public IEnumerator<T> GetEnumerator()
    {
        if (_read) throw new LawBroken("the stream should be read once but is read again");
        _read = true;
        return items.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The same, and it knows how many come: Count() of LINQ reads it all the same.</summary>
public sealed class CountedReadOnce<T>(IReadOnlyCollection<T> items) : ReadOnce<T>(items), IReadOnlyCollection<T>
{
    public int Count { get; } = items.Count;
}
