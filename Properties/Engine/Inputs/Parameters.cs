using System.Collections.Concurrent;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What the parameters of a law may be: an <see cref="IInput{TSelf}"/>, an int, a long or an enum.</summary>
public static class Parameters
{
    private static readonly ConcurrentDictionary<Type, Arbitrary<object>> s_known = [];

    /// <summary>An int is a count or an index: never negative, mostly small, now and then far too large.</summary>
    public static Arbitrary<int> Count { get; } = Arb.From(
        Gen.Frequency((6, Gen.Choose(0, 5)), (2, Gen.Choose(0, 40)), (2, Gen.Choose(100, 700)), (1, Gen.Constant(int.MaxValue))),
        count => Shrink.Number(Math.Min(count, 1000))); // not through 2^30, where arrays of that size fill the memory

    /// <summary>A long is a weight or a difference of weights, up to a trillion.</summary>
    public static Arbitrary<long> Weight { get; } = Arb.From(Numbers.Any(40).Select(number => number * 500L), Shrink.Number);

    /// <summary>All parameters of a law as one value, shrunk one at a time.</summary>
    internal static Arbitrary<object[]> Of(MethodInfo law)
    {
        var each = law.GetParameters().Select(parameter => s_known.GetOrAdd(parameter.ParameterType, Of)).ToArray();
        return Arb.From(Gen.CollectToArray(each.Select(arbitrary => arbitrary.Generator)), arguments =>
            from i in Enumerable.Range(0, each.Length)
            from smaller in each[i].Shrinker(arguments[i])
            select arguments.Select((argument, j) => j == i ? smaller : argument).ToArray());
    }

    private static Arbitrary<object> Of(Type parameter) =>
        parameter == typeof(int) ? Boxed(Count)
        : parameter == typeof(long) ? Boxed(Weight)
        : parameter.IsEnum ? OfEnum(parameter)
        : (Arbitrary<object>)typeof(Parameters).GetMethod(nameof(OfInput), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(parameter).Invoke(null, null)!;

    /// <summary>The first constant is the plainest.</summary>
    private static Arbitrary<object> OfEnum(Type type)
    {
        object[] constants = [.. Enum.GetValues(type).Cast<object>()];
        return Arb.From(Gen.Elements(constants), constant => constants[..Array.IndexOf(constants, constant)]);
    }

    private static Arbitrary<object> OfInput<T>() where T : IInput<T> => Boxed(Arb.From(T.Generator, input => input.Smaller()));

    private static Arbitrary<object> Boxed<T>(Arbitrary<T> arbitrary) => Arb.From(
        arbitrary.Generator.Select(input => (object)input!), input => arbitrary.Shrinker((T)input).Select(smaller => (object)smaller!));
}
