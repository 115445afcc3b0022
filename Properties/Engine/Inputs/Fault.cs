using System.Collections;

namespace Etudes.Engine;

/// <summary>Thrown on purpose by what a law hands over: an answer that is called again afterwards must be as good as new.</summary>
public sealed class Fault() : Exception("thrown by the caller's own code, on purpose")
{
    /// <summary>A stream that throws in place of an item.</summary>
    /// <param name="at">How many items come before; -1: it throws when it is opened.</param>
    public static IEnumerable<T> Stream<T>(IEnumerable<T> items, int at) => new Throwing<T>(items, at);

    /// <summary>An order that throws when it is asked too often.</summary>
    /// <param name="asked">How often it answers before.</param>
    public static IComparer<T> Order<T>(IComparer<T> order, int asked) =>
        Comparer<T>.Create((x, y) => asked-- > 0 ? order.Compare(x, y) : throw new Fault());

    /// <summary>Calls what meets the fault, or ends before it.</summary>
    public static void Meet(Action call)
    {
        try { call(); }
        catch (Exception e) when (e is Fault || e.InnerException is Fault) { }
    }

    private sealed class Throwing<T>(IEnumerable<T> items, int at) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator() => at < 0 ? throw new Fault() : Items();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private IEnumerator<T> Items()
        {
            foreach (var item in items.Take(at)) yield return item;
            throw new Fault();
        }
    }
}
