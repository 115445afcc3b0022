using System.Runtime.InteropServices;
using Etudes.ML;

namespace Etudes.Engine;

/// <summary>What TorchSharp lets happen to right answers, rarely.</summary>
public class AccidentTests
{
    public interface IAdder
    {
        static abstract int Sum(int[] numbers);
    }

    public abstract class AdderProperties<T> where T : IAdder
    {
        [Law]
        public static void Adds(Values values) => Must.Be(values.Items.Sum(number => (long)number) == 0, T.Sum(values.Copy()) == 0, "Sum");
    }

    public abstract class Unlucky : IAdder
    {
        private static int s_calls;

        public static int Sum(int[] numbers) => s_calls++ % 2 == 0
            ? throw new ExternalException("Expected false to be true, but got false.\nException raised from toFloat at /pytorch/c10/core/Scalar.h:140 (most recent call first):")
            : numbers.Sum(number => (long)number) == 0 ? 0 : 1;
    }

    public abstract class Wrong : IAdder
    {
        public static int Sum(int[] numbers) => throw new ExternalException("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)\n...");
    }

    [JudgedFact]
    public void A_number_that_was_collected_too_early_is_no_mistake_of_the_answer()
    {
        Assert.Equal(Outcome.Holds, Verdict<Unlucky>());
        Assert.Equal(Outcome.Broken, Verdict<Wrong>());
    }

    private static Outcome Verdict<T>() where T : IAdder => LawRunner.Run(Law.Of(typeof(AdderProperties<T>)).Single(), Start.FromSeed(1)).Outcome;
}
