using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>What a law says of a tensor, in the order in which a learner looks: is it there, its shape, finite, its values, its type.</summary>
public static class MustTensor
{
    /// <summary>What a type of fewer digits may be off.</summary>
    private const double Coarse = 1e-2;
    /// <summary>So many times as long a step reads a slope off values that are rounded to float.</summary>
    private const double Stride = 1000;

    /// <summary>Equal element by element within absolute + relative * |expected|; never broadcast.</summary>
    public static void Be(Tensor expected, Tensor? actual, string what, double absolute = 1e-9, double relative = 1e-9)
    {
        if (actual is null) throw new LawBroken($"{what} should be a tensor but is null");
        if (actual.IsInvalid) throw new LawBroken($"{what} has been disposed: all that is made in a scope ends with it, so return result.MoveToOuterDisposeScope()");
        if (!expected.shape.SequenceEqual(actual.shape))
            throw new LawBroken($"{what} should have the shape {Show.Of(expected.shape)} but has {Show.Of(actual.shape)}");
        double[] right = Read(expected), given = Read(actual);
        bool isOfType = expected.dtype == actual.dtype;
        double coarse = isOfType ? 0 : Coarse; // another type rounds otherwise: that is no wrong value
        for (int i = 0; i < right.Length; i++)
        {
            if (right[i].Equals(given[i])) continue;
            if (double.IsFinite(right[i]) && Math.Abs(right[i] - given[i]) <= absolute + coarse + (relative + coarse) * Math.Abs(right[i])) continue; // all is within infinity of infinity
            string finite = double.IsFinite(given[i]) ? "" : ", which is not finite";
            var (shape, at) = (expected.shape, i); // the tensor may be gone when it is asked for
            throw new LawBroken($"{what}{At(shape, at)} should be {Show.Of(right[at])} but is {Show.Of(given[at])}{finite}",
                () => Element(shape, right, at), () => Element(shape, given, at));
        }
        if (!isOfType) throw new LawBroken($"{what} should be of {expected.dtype} but is of {actual.dtype}");
    }

    /// <summary>A number that must be the one element of a tensor of shape [].</summary>
    public static void Be(double expected, Tensor? actual, string what, double absolute = 1e-9, double relative = 1e-9)
    {
        using var right = tensor(expected, dtype: actual?.dtype ?? float64);
        Be(right, actual, what, absolute, relative);
    }

    /// <summary>
    /// The gradient of a scalar function by autograd agrees with central differences in float64.
    /// </summary>
    public static void HaveTheGradientOfItsValues(Func<Tensor, Tensor> function, Tensor at, string what, double step = 1e-5, double absolute = 1e-6)
    {
        using var scope = NewDisposeScope();
        var x = at.detach().clone().requires_grad_();
        function(x).backward();
        if (x.grad is not { } gradient) throw new LawBroken($"{what} has no gradient: does a copy to an array interrupt autograd?");
        double[] values = Read(at), given = Read(gradient);
        for (int i = 0; i < values.Length; i++)
        {
            double slope = Slope(step);
            if (Math.Abs(slope - given[i]) <= absolute * (1 + Math.Abs(slope))) continue;
            if (!double.IsFinite(slope)) throw new LawBroken($"{what} should be finite where one number is moved by {Show.Of(step)} but is not");
            if (Math.Abs(Slope(step * Stride) - given[i]) <= absolute * Stride * (1 + Math.Abs(given[i])))
                throw new LawBroken($"{what} moves by leaps where the numbers of {at.dtype} move by {Show.Of(step)}: is it rounded to fewer digits on the way?");
            throw new LawBroken($"the gradient of {what}{At(at.shape, i)} should be about {slope.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)} but is {Show.Of(given[i])}");

            double Slope(double by) => (With(values[i] + by) - With(values[i] - by)) / (2 * by);

            double With(double value)
            {
                double[] moved = [.. values];
                moved[i] = value;
                using var _ = NewDisposeScope();
                var result = function(tensor(moved, dtype: at.dtype).reshape(at.shape));
                return result.dtype == at.dtype ? Read(result)[0] : throw new LawBroken($"{what} should be of {at.dtype} but is of {result.dtype}");
            }
        }
    }

    /// <summary>An answer gives back its result and nothing else that lives on.</summary>
    public static void LeaveNothing(Func<Tensor[]> answer, string what)
    {
        var statistics = DisposeScopeManager.Statistics;
        long before = statistics.ThreadTotalLiveCount;
        var results = answer();
        long left = statistics.ThreadTotalLiveCount - before - results.Length;
        foreach (var result in results) result.Dispose();
        Must.Hold(left <= 0, $"{what} leaves {left} tensors behind: open a scope, using var _ = NewDisposeScope(), and return result.MoveToOuterDisposeScope()");
    }

    /// <summary>Each tensor operation costs microseconds: of many items about as few may be made as
    /// of few, with room for another way.</summary>
    /// <param name="items">What a loop would go over: "pictures".</param>
    public static void NotLoop(Func<Tensor[]> ofFew, Func<Tensor[]> ofMany, string what, string items)
    {
        var (few, many) = (Made(ofFew), Made(ofMany));
        Must.Hold(many <= 2 * few + 8, $"{what} of many {items} makes {many} tensors, of few {few}: is there a loop over the {items}?");
    }

    /// <summary>How many tensors a call makes, on its own thread.</summary>
    private static long Made(Func<Tensor[]> answer)
    {
        var statistics = DisposeScopeManager.Statistics;
        long before = statistics.CreatedInScopeCount + statistics.CreatedOutsideScopeCount;
        foreach (var result in answer()) result.Dispose();
        return statistics.CreatedInScopeCount + statistics.CreatedOutsideScopeCount - before;
    }

    /// <summary>All elements as doubles, row by row, copied once: reading them one by one costs microseconds each.</summary>
    public static double[] Read(Tensor tensor)
    {
        if (tensor.numel() == 0) return []; // there is no memory to read
        using var copy = tensor.detach().to(float64).cpu().contiguous();
        return copy.data<double>().ToArray();
    }

    /// <summary>One element in words, and marked in its matrix: the rows and columns of the last two axes.</summary>
    private static Shown Element(long[] shape, double[] values, int at)
    {
        if (shape.Length == 0) return Shown.Of(values[at]);
        int columns = (int)shape[^1], size = columns * (shape.Length > 1 ? (int)shape[^2] : 1), from = at / size * size;
        var matrix = GridShape.Of(values[from..(from + size)].Chunk(columns), new CellShape((at - from) / columns, at % columns));
        return new(Show.Of(values[at]), matrix?.WithinLimit);
    }

    private static string At(long[] shape, long index)
    {
        if (shape.Length == 0) return "";
        var place = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--) (index, place[axis]) = Math.DivRem(index, shape[axis]);
        return $" at {Show.Of(place)}";
    }
}
