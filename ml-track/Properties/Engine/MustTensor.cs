using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>What a law says of a tensor, in the order in which a learner looks: were the inputs left alone, is it there, its shape, finite, its values, its type.</summary>
public static class MustTensor
{
    /// <summary>What a type of fewer digits may be off.</summary>
    private const double Coarse = 1e-2;
    /// <summary>So many times as long a step reads a slope off values that are rounded to float.</summary>
    private const double Stride = 1000;

    private const string Interrupted = "is it made of a copy (an array, item, detach), or of constants alone?";

    /// <summary>Equal element by element within absolute + relative * |expected|; never broadcast.</summary>
    public static void Be(Tensor expected, Tensor? actual, string what, double absolute = 1e-9, double relative = 1e-9)
    {
        HandedOver.MustBeLeftAlone();
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
            var (shape, at) = (expected.shape, i); // the tensor may be gone when it is asked for
            var (should, does) = (Digits.Few(right[at], given[at]), Digits.Few(given[at], right[at]));
            throw new LawBroken($"{what}{At(shape, at)} should be {should} but is {does}", () => Element(shape, right, at, should), () => Element(shape, given, at, does));
        }
        if (!isOfType) throw new LawBroken($"{what} should be of {expected.dtype} but is of {actual.dtype}");
    }

    /// <summary>A number that must be the one element of a tensor of shape [].</summary>
    public static void Be(double expected, Tensor? actual, string what, double absolute = 1e-9, double relative = 1e-9)
    {
        using var right = tensor(expected, dtype: actual?.dtype ?? float64);
        Be(right, actual, what, absolute, relative);
    }

    /// <summary>Autograd knows what the result was made of.</summary>
    public static void HaveAGradient(Tensor result, string what) => Must.Hold(result.requires_grad, $"{what} has no gradient: {Interrupted}");

    /// <summary>
    /// The gradient of a scalar function by autograd agrees with central differences in float64.
    /// </summary>
    public static void HaveTheGradientOfItsValues(Func<Tensor, Tensor> function, Tensor at, string what, double step = 1e-5, double absolute = 1e-6)
    {
        using var scope = NewDisposeScope();
        var x = at.detach().clone().requires_grad_();
        function(x).backward();
        if (x.grad is not { } gradient) throw new LawBroken($"{what} has no gradient: {Interrupted}");
        HandedOver.MustBeLeftAlone();
        double[] values = Read(at), given = Read(gradient);
        for (int i = 0; i < values.Length; i++)
        {
            double slope = Slope(step);
            if (Math.Abs(slope - given[i]) <= absolute * (1 + Math.Abs(slope))) continue;
            if (!double.IsFinite(slope)) throw new LawBroken($"{what} should be finite where one number is moved by {Show.Of(step)} but is not");
            if (Math.Abs(Slope(step * Stride) - given[i]) <= absolute * Stride * (1 + Math.Abs(given[i])))
                throw new LawBroken($"{what} moves by leaps where the numbers of {at.dtype} move by {Show.Of(step)}: is it rounded to fewer digits on the way?");
            throw new LawBroken($"the gradient of {what}{At(at.shape, i)} should be about {Digits.Few(slope, given[i])} but is {Digits.Few(given[i], slope)}");

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

    /// <summary>Bad input gets its exception, and no scope stays open: in it would be all that the caller makes from then on.</summary>
    public static void Throw<TException>(Action act, string what) where TException : Exception
    {
        using var scope = NewDisposeScope();
        Must.Throw<TException>(act, what);
        Must.Hold(scope.Contains(empty(0)), $"{what} throws, but leaves a scope open: using var _ = NewDisposeScope() would end it all the same");
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
        bool isPlain = tensor.dtype == float64 && tensor.device_type == DeviceType.CPU && tensor.is_contiguous(); // most are: each operation costs as much as the rest
        using var copy = isPlain ? tensor.detach() : tensor.detach().to(float64).cpu().contiguous();
        return copy.data<double>().ToArray();
    }

    /// <summary>One element in words, and marked in its matrix: the rows and columns of the last two axes.</summary>
    private static Shown Element(long[] shape, double[] values, int at, string text)
    {
        if (shape.Length == 0) return new(text, null);
        int columns = (int)shape[^1], size = columns * (shape.Length > 1 ? (int)shape[^2] : 1), from = at / size * size;
        var matrix = GridShape.Of(values[from..(from + size)].Chunk(columns), new CellShape((at - from) / columns, at % columns));
        return new(text, matrix?.WithinLimit);
    }

    internal static string At(long[] shape, long index)
    {
        if (shape.Length == 0) return "";
        var place = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--) (index, place[axis]) = Math.DivRem(index, shape[axis]);
        return $" at {Show.Of(place)}";
    }
}
