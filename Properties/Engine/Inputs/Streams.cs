using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>Sorted lists of integers, some of them empty, with duplicates within and between them: [[0, 0, 2], [], [0, 1]].</summary>
public sealed record Streams(IReadOnlyList<IReadOnlyList<int>> Items) : IInput<Streams>
{
    public int Count => Items.Count;

    public override string ToString() => Show.Of(Items);

    public Shape? Shape => new StreamsShape([.. Items.Select(stream => (string[])[.. stream.Select(number => Show.Of(number))])]);

    public IEnumerable<Streams> Smaller() => Shrink
        .List(Items, stream => Shrink.List(stream, Shrink.Number).Select(smaller => (int[])[.. smaller.Order()]))
        .Select(items => new Streams(items))
        .Where(smaller => smaller.Total < Total || smaller.Different >= Different);

    private int Total => Items.Sum(stream => stream.Count);

    /// <summary>As many stay different as were: of equal numbers one does not see which is lost.</summary>
    private int Different => Items.SelectMany(stream => stream).Distinct().Count();

    public static Gen<Streams> Generator { get; } = Gen.Sized(size =>
        from count in Gen.Frequency((1, Gen.Choose(0, 1)), (6, Gen.Choose(2, 6)), (1, Gen.Choose(7, 40)))
        from kind in Numbers.Kind(size)
        from streams in Stream(kind, size).ArrayOf(count)
        select new Streams(streams));

    private static Gen<int[]> Stream(Gen<int> number, int size) =>
        from length in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 5)), (1, Gen.Choose(0, size)))
        from items in number.ArrayOf(length)
        select (int[])[.. items.Order()];
}
