using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The orders of input on which algorithms differ in cost. Large laws see all but the last, for which counting
/// comparisons is enough.</summary>
public enum Arrangement { Ascending, Descending, Shuffled, OrganPipe, FewDifferent, Rotated }

/// <summary>Many numbers of one shape, for laws of cost: "64 descending numbers".</summary>
public record Workload(Arrangement Arrangement, int Count) : IInput<Workload>
{
    /// <summary>A fresh array of <see cref="Count"/> numbers; shuffled ones are the same each time.</summary>
    public int[] Numbers()
    {
        int[] numbers = [.. Enumerable.Range(0, Count)];
        switch (Arrangement)
        {
            case Arrangement.Descending: Array.Reverse(numbers); break;
            case Arrangement.Shuffled: new Random(Count).Shuffle(numbers); break;
            case Arrangement.OrganPipe: for (int i = 0; i < Count; i++) numbers[i] = Math.Min(i, Count - 1 - i); break;
            case Arrangement.Rotated: for (int i = 0; i < Count; i++) numbers[i] = (i + Count / 2) % Count; break;
            case Arrangement.FewDifferent: for (int i = 0; i < Count; i++) numbers[i] = i * 7 % 5; break;
        }
        return numbers;
    }

    public sealed override string ToString() => $"{Count} {Words} numbers";

    private string Words => Arrangement switch
    {
        Arrangement.OrganPipe => "rising, then falling",
        Arrangement.FewDifferent => "hardly different",
        Arrangement.Rotated => "twice rising",
        var arrangement => arrangement.ToString().ToLowerInvariant(),
    };

    public Shape? Shape => null;

    public IEnumerable<Workload> Smaller()
    {
        if (Count > 32) yield return this with { Count = Math.Max(32, Count / 2) };
    }

    public static Gen<Workload> Generator { get; } =
        from arrangement in Gen.Elements(Enum.GetValues<Arrangement>())
        from count in Gen.Elements(32, 50, 64, 100, 128, 256, 500, 512, 1000, 1024, 2048)
        select new Workload(arrangement, count);
}

/// <summary>One large input of each shape; only for a <see cref="LargeLawAttribute"/>, whose size says how many numbers.</summary>
public sealed record LargeWorkload(Arrangement Arrangement, int Count) : Workload(Arrangement, Count), IInput<LargeWorkload>
{
    public static new Gen<LargeWorkload> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LargeWorkload((Arrangement)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));

    IEnumerable<LargeWorkload> IInput<LargeWorkload>.Smaller() => [];
}
