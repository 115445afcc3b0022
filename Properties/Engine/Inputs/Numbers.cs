using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The integers that break wrong answers: small ones, few different ones, and the ends of the range.</summary>
internal static class Numbers
{
    private static readonly Gen<int> Few = Gen.Choose(0, 3);
    private static readonly Gen<int> Lowest = Gen.Choose(0, 3).Select(x => int.MinValue + x);
    private static readonly Gen<int> Highest = Gen.Choose(0, 3).Select(x => int.MaxValue - x);
    private static readonly Gen<int> Ends = Gen.Elements(int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue);
    private static readonly Gen<int> Wide = Gen.Choose(int.MinValue / 2, int.MaxValue / 2).Select(x => 2 * x);

    public static Gen<int> Any(int size) => Kind(size).SelectMany(kind => kind);

    /// <summary>A kind of number, so that a whole array can be of one: near int.MaxValue every sum of two overflows.</summary>
    public static Gen<Gen<int>> Kind(int size)
    {
        var small = Gen.Choose(-size, size);
        return Gen.Frequency(
            (4, Gen.Constant(small)),
            (4, Gen.Constant(Few)),
            (1, Gen.Constant(Lowest)),
            (1, Gen.Constant(Highest)),
            (1, Gen.Constant(Ends)),
            (1, Gen.Constant(Wide)),
            (1, Gen.Constant(Gen.OneOf(small, Few, Ends, Wide))));
    }
}
