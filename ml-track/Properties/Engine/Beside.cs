using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>The numbers of float32 or float64 next to another: a check that is made in another type,
/// or with a tolerance, takes one for the other.</summary>
public static class Beside
{
    public static double Below(this ScalarType type, double x) => type == float32 ? MathF.BitDecrement((float)x) : Math.BitDecrement(x);

    public static double Above(this ScalarType type, double x) => type == float32 ? MathF.BitIncrement((float)x) : Math.BitIncrement(x);
}
