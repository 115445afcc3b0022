namespace Etudes.Engine;

/// <summary>Items in a row.</summary>
/// <param name="Marked">The places, from 0, of items to look at.</param>
public sealed record SequenceShape(IReadOnlyList<string> Items, IReadOnlyList<int> Marked) : Shape
{
    /// <param name="marked">Places beyond the last item mean that one is missing there.</param>
    public static SequenceShape? Of(IEnumerable<object?> items, params int[] marked)
    {
        object?[] some = [.. items.Take(TooMany)];
        return some.Length == TooMany ? null : new([.. some.Select(Show.Of)], marked);
    }
}

/// <summary>Several rows, which are read from their fronts.</summary>
public sealed record StreamsShape(IReadOnlyList<IReadOnlyList<string>> Streams) : Shape;

/// <summary>Items in order, cut in the middle; of an odd number the middle one stands below.</summary>
public sealed record HalvesShape(IReadOnlyList<string> Below, IReadOnlyList<string> Above) : Shape;

/// <summary>Operations one after the other.</summary>
/// <param name="AsHeap">What is held can be drawn as a heap: it stands in the order in which it leaves.</param>
public sealed record StepsShape(IReadOnlyList<StepShape> Steps, bool AsHeap) : Shape;

/// <param name="Text">push 3.</param>
/// <param name="Held">What should be held after the step, by the law's own model; null where the law does not say.</param>
public sealed record StepShape(string Text, IReadOnlyList<string>? Held);
