namespace Etudes.ML;

/// <summary>The members by which shared laws know what takes distributions; each law class passes
/// them on to the contract of its kata.</summary>
public interface ITakesDistributions
{
    /// <summary>Each place where a distribution over four values is handed over: its name, the
    /// shape that it has there, and the call; all else that is handed over is legal.</summary>
    static abstract (string Place, long[] Shape, Func<Tensor, Tensor> Pass)[] Places { get; }
}

/// <summary>What is a distribution, and what is none, wherever one is handed over.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class DistributionLaws<TSelf> where TSelf : ITakesDistributions
{
    [Law]
    public static void What_is_just_a_distribution_is_taken_and_what_is_just_none_throws()
    {
        using var scope = NewDisposeScope();
        foreach (var (place, shape, pass) in TSelf.Places)
            foreach (var type in (ScalarType[])[float32, float64])
            {
                Tensor With(double[] p) => pass(tensor(Given.As("p", p)).to(type).reshape(shape));
                MustTensor.Be(With([0.5, 0.5, 0, 0]), With([0.5, 0.5, -0.0, 0]), $"of p = [0.5, 0.5, -0, 0] in {type}, {place}");
                double least = type == float32 ? 1e-5 : 1e-9, below = type.Below(0);
                foreach (double off in (double[])[-1e-3 + least, 1e-3 - least]) With([0.5, 0.5 + off, 0, 0]);
                foreach (double off in (double[])[-1e-3 - least, 1e-3 + least])
                    MustTensor.Throw<ArgumentException>(() => With([0.5, 0.5 + off, 0, 0]), $"in {type}, {place} with a sum that is off 1 by {Show.Of(off)}");
                foreach (double[] p in (double[][])[[0.5, 0.5, below, 0], [1.5, -0.5, 0, 0], [0.5, 0.5, double.NaN, 0], [double.PositiveInfinity, 0, 0, 0], [0, 0, 0, 0]])
                    MustTensor.Throw<ArgumentException>(() => With(p), $"of p = {Show.Of(p)} in {type}, {place}");
            }
    }

    [Law]
    public static void What_is_written_over_a_distribution_in_place_is_checked_anew()
    {
        using var scope = NewDisposeScope();
        foreach (var (place, shape, pass) in TSelf.Places)
        {
            var p = full(shape, 0.25, dtype: float64);
            pass(p);
            p.fill_(0.5);
            MustTensor.Throw<ArgumentException>(() => pass(p), $"with 1/2 written over each of the four 1/4 of p after a first call, {place}");
        }
    }
}
