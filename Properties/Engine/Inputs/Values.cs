using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>Any integers in any order: [0, 0, 1]. Immutable: an answer is given a copy.</summary>
public sealed record Values(IReadOnlyList<int> Items) : IInput<Values>
{
    public int Count => Items.Count;

    /// <summary>A fresh array, the answer's to spoil.</summary>
    public int[] Copy() => [.. Items];

    public int[] Sorted()
    {
        var copy = Copy();
        Array.Sort(copy);
        return copy;
    }

    public override string ToString() => Show.Of(Items);

    public Shape? Shape => SequenceShape.Of(Items.Cast<object?>());

    public IEnumerable<Values> Smaller() => EqualOnesTogether()
        .Concat(Shrink.List(Items, Shrink.Number)).Select(items => new Values(items));

    /// <summary>[-2, -2] fails because of the tie, and so does [0, 0], but [0, -2] does not.</summary>
    private IEnumerable<int[]> EqualOnesTogether() =>
        from tied in Items.GroupBy(x => x)
        where tied.Count() > 1
        from smaller in Shrink.Number(tied.Key)
        select Items.Select(x => x == tied.Key ? smaller : x).ToArray();

    public static Gen<Values> Generator { get; } = Gen.Sized(size =>
        from length in Gen.Frequency((2, Gen.Choose(0, 4)), (7, Gen.Choose(0, size)), (1, Gen.Choose(150, 600)))
        from kind in Numbers.Kind(size)
        from items in kind.ArrayOf(length)
        from order in Gen.Elements(Random, Random, Random, Ascending, Descending, OrganPipe)
        select new Values(order(items)));

    private static int[] Random(int[] items) => items;
    private static int[] Ascending(int[] items) => [.. items.Order()];
    private static int[] Descending(int[] items) => [.. items.OrderDescending()];
    private static int[] OrganPipe(int[] items) =>
        [.. items.Take(items.Length / 2).Order(), .. items.Skip(items.Length / 2).OrderDescending()];
}
