using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The orders of input on which algorithms differ in cost.</summary>
public enum Shape { Ascending, Descending, Shuffled, OrganPipe, FewDifferent }

/// <summary>Many numbers of one shape, for laws of cost: "64 descending numbers".</summary>
public record Workload(Shape Shape, int Count)
{
    /// <summary>A fresh array of <see cref="Count"/> numbers; shuffled ones are the same each time.</summary>
    public int[] Numbers()
    {
        int[] numbers = [.. Enumerable.Range(0, Count)];
        switch (Shape)
        {
            case Shape.Descending: Array.Reverse(numbers); break;
            case Shape.Shuffled: new Random(Count).Shuffle(numbers); break;
            case Shape.OrganPipe: for (int i = 0; i < Count; i++) numbers[i] = Math.Min(i, Count - 1 - i); break;
            case Shape.FewDifferent: for (int i = 0; i < Count; i++) numbers[i] = i * 7 % 5; break;
        }
        return numbers;
    }

    public sealed override string ToString() => $"{Count} {Words} numbers";

    private string Words => Shape switch
    {
        Shape.OrganPipe => "rising, then falling",
        Shape.FewDifferent => "hardly different",
        var shape => shape.ToString().ToLowerInvariant(),
    };

    internal IEnumerable<Workload> Smaller()
    {
        if (Count > 32) yield return this with { Count = Math.Max(32, Count / 2) };
    }

    internal static Gen<Workload> Generator { get; } =
        from shape in Gen.Elements(Enum.GetValues<Shape>())
        from count in Gen.Elements(32, 50, 64, 100, 128, 256, 500, 512, 1000, 1024, 2048)
        select new Workload(shape, count);
}

/// <summary>One large input of each shape; only for a <see cref="LargeLawAttribute"/>, whose size says how many numbers.</summary>
public sealed record LargeWorkload(Shape Shape, int Count) : Workload(Shape, Count)
{
    internal static new Gen<LargeWorkload> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LargeWorkload((Shape)(size % LargeLawAttribute.Shapes), size - size % LargeLawAttribute.Shapes)));
}
