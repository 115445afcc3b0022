using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The integers that break wrong answers: small ones, few different ones, and the ends of the range.</summary>
internal static class Numbers
{
    private static readonly Gen<int> s_few = Gen.Choose(0, 3);
    private static readonly Gen<int> s_lowest = Gen.Choose(0, 3).Select(x => int.MinValue + x);
    private static readonly Gen<int> s_highest = Gen.Choose(0, 3).Select(x => int.MaxValue - x);
    private static readonly Gen<int> s_ends = Gen.Elements(int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue);
    private static readonly Gen<int> s_wide = Gen.Choose(int.MinValue / 2, int.MaxValue / 2).Select(x => 2 * x);

    public static Gen<int> Any(int size) => Kind(size).SelectMany(kind => kind);

    /// <summary>A kind of number, so that a whole array can be of one: near int.MaxValue every sum of two overflows.</summary>
    public static Gen<Gen<int>> Kind(int size)
    {
        var small = Gen.Choose(-size, size);
        return Gen.Frequency(
            (4, Gen.Constant(small)),
            (4, Gen.Constant(s_few)),
            (1, Gen.Constant(s_lowest)),
            (1, Gen.Constant(s_highest)),
            (1, Gen.Constant(s_ends)),
            (1, Gen.Constant(s_wide)),
            (1, Gen.Constant(Gen.OneOf(small, s_few, s_ends, s_wide))));
    }
}
