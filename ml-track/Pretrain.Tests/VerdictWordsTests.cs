using Etudes.ML;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>What a learner reads of a law of tensors.</summary>
public class VerdictWordsTests
{
    public interface IDoubler
    {
        static abstract Tensor Twice(Tensor numbers);
    }

    public abstract class DoublerProperties<T> where T : IDoubler
    {
        [Law]
        public static void Doubles(Matrix numbers)
        {
            using var scope = NewDisposeScope();
            MustTensor.Be(2 * numbers.Tensor(), T.Twice(numbers.Tensor()), "Twice");
        }

        [Law]
        public static void Leaves_alone_what_it_is_given(Matrix numbers, Layout layout)
        {
            using var scope = NewDisposeScope();
            var given = numbers.Tensor()[.., 1].In(layout, "column");
            MustTensor.Be(2 * numbers.Tensor()[.., 1], T.Twice(given), "Twice");
            given.add_(1);
            given.HandedOverAs("column");
            MustTensor.Be(2 * numbers.Tensor()[.., 1] + 2, T.Twice(given), "with 1 added in place, Twice");
        }
    }

    public abstract class Right : IDoubler
    {
        public static Tensor Twice(Tensor numbers) => numbers + numbers;
    }

    public abstract class Overwrites : IDoubler
    {
        public static Tensor Twice(Tensor numbers) => numbers.add_(1) + numbers;
    }

    public abstract class Thirds : IDoubler
    {
        public static Tensor Twice(Tensor numbers) => numbers * 2 + 1.0 / 3;
    }

    [JudgedFact]
    public void Inputs_that_are_written_over_are_told_before_the_value_that_comes_of_them()
    {
        Assert.All(Verdicts<Right>(), verdict => Assert.Equal(Outcome.Holds, verdict.Outcome));
        Assert.Equal(
            ["your answer changed the caller's numbers at [0, 0] from 0 to 1: what ends in _, or assigns to [], writes into the tensor itself",
                "your answer changed the caller's column at [0] from 0 to 1: what ends in _, or assigns to [], writes into the tensor itself"],
            Verdicts<Overwrites>().Select(verdict => verdict.Sentence));
    }

    [JudgedFact]
    public void Numbers_have_few_digits()
    {
        var verdict = Verdicts<Thirds>()[0];
        Assert.Equal("Twice at [0, 0] should be 0 but is 0.333333", verdict.Sentence);
        Assert.Equal("0.333333", verdict.Actual!.Text);
    }

    [Theory]
    [InlineData(1 / 3.0, double.NaN, "0.333333")]
    [InlineData(0.1 + 0.2, 0.3, "0.30000000000000004")]
    [InlineData(0.3333333, 0.3333334, "0.3333333")]
    [InlineData(16777217, 16777216, "16777217")]
    [InlineData(-12345678.9, 0, "-12345700")]
    [InlineData(double.NaN, 1, "NaN")]
    [InlineData(double.NegativeInfinity, 1, "-Infinity")]
    public void As_many_digits_are_shown_as_tell_a_number_from_another(double number, double other, string shown) => Assert.Equal(shown, Digits.Few(number, other));

    private static List<Verdict> Verdicts<T>() where T : IDoubler => [.. Law.Of(typeof(DoublerProperties<T>)).Select(law => LawRunner.Run(law, Start.FromSeed(0)))];
}
