using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>Meetings in any order, each from its start to its end, which may be its start: [(0, 2), (1, 1)]. Many overlap, touch, are
/// the same, or lie one in another.</summary>
public sealed record Meetings(IReadOnlyList<(int Start, int End)> Items) : IInput<Meetings>
{
    public int Count => Items.Count;

    /// <summary>A fresh array, the answer's to spoil.</summary>
    public (int Start, int End)[] Copy() => [.. Items];

    public override string ToString() => Show.Of(Items);

    public Shape? Shape => SequenceShape.Of(Items.Cast<object?>());

    public IEnumerable<Meetings> Smaller() => CloserTogether()
        .Concat(Shrink.List(Items, meeting => Shrink.Number(meeting.Start).Select(start => (Start: start, meeting.End))
            .Concat(Shrink.Number(meeting.End).Select(end => (meeting.Start, End: end)))
            .Where(smaller => smaller.Start <= smaller.End)))
        .Select(items => new Meetings(items));

    /// <summary>The times become 0, 1, 2, ... in their order: what overlaps or touches goes on doing so.</summary>
    private IEnumerable<(int, int)[]> CloserTogether()
    {
        int[] times = [.. Items.SelectMany(meeting => (int[])[meeting.Start, meeting.End]).Distinct().Order()];
        if (times.Length > 0 && (times[0] != 0 || times[^1] != times.Length - 1))
            yield return [.. Items.Select(meeting => (Array.BinarySearch(times, meeting.Start), Array.BinarySearch(times, meeting.End)))];
    }

    public static Gen<Meetings> Generator { get; } =
        from values in Values.Generator
        from paired in Gen.Elements(Neighbours, Neighbours, Nested, Staircase, Chain)
        from shuffled in Gen.Elements(true, true, false)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Meetings(shuffled ? Shuffled(paired(values), seed) : paired(values));

    private static (int, int)[] Neighbours(Values values) => [.. values.Items.Chunk(2).Select(pair => (pair.Min(), pair.Max()))];

    /// <summary>The least number with the greatest, and so on inwards.</summary>
    private static (int, int)[] Nested(Values values) => [.. values.Sorted().Zip(values.Sorted().Reverse()).Take(values.Count / 2)];

    /// <summary>Each of the lower half with its like of the upper half.</summary>
    private static (int, int)[] Staircase(Values values) => [.. values.Sorted().Zip(values.Sorted().Skip(values.Count / 2))];

    /// <summary>Each begins where another ends.</summary>
    private static (int, int)[] Chain(Values values) => [.. values.Sorted().Zip(values.Sorted().Skip(1))];

    private static (int, int)[] Shuffled((int, int)[] items, int seed)
    {
        new Random(seed).Shuffle(items);
        return items;
    }
}
