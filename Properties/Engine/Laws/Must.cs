using System.Collections;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>What a law says of an answer. Each method throws <see cref="LawBroken"/> with a sentence when it is not so.</summary>
public static class Must
{
    /// <summary>The longest result that is read: a lazy sequence without an end is a broken law, not a full memory.</summary>
    private const int Longest = 2_000_000;
    /// <summary>The same where the right result is known: so many items more than it has.</summary>
    private const int TooLong = 100_000;

    [ThreadStatic] private static string? s_awaited;

    private static readonly IEqualityComparer<object?> s_same = EqualityComparer<object?>.Create(Same, _ => 0);

    /// <summary>One value: "RunningMedian.Median should be 0.5 but is 1".</summary>
    public static void Be<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw Differs(expected, actual, what);
    }

    /// <summary>Two texts, which are no sequences of characters here.</summary>
    [OverloadResolutionPriority(2)]
    public static void Be(string? expected, string? actual, string what)
    {
        if (expected != actual) throw Differs(expected, actual, what);
    }

    /// <summary>The same items in the same order; or no list on both sides.</summary>
    [OverloadResolutionPriority(1)] // two arrays are two sequences, not two references
    public static void Be<T>(IEnumerable<T>? expected, IEnumerable<T>? actual, string what)
    {
        if (expected is null && actual is null) return;
        if (expected is null) throw Differs(expected, actual, what);
        T[] right = [.. expected], copy = Read(actual, what, right.Length + TooLong);
        if (right.Length != copy.Length || !right.Zip(copy).All(pair => Same(pair.First, pair.Second))) throw SequencesDiffer(right, copy, what);
    }

    /// <summary>A copy of what the answer returned: read once, so that a lazy or shared result cannot change under the law.</summary>
    public static T[] Read<T>(IEnumerable<T>? actual, string what) => Read(actual, what, Longest);

    private static T[] Read<T>(IEnumerable<T>? actual, string what, int longest)
    {
        if (actual is null) throw new LawBroken($"{what} should be a list but is null");
        var copy = actual.Take(longest + 1).ToArray();
        return copy.Length <= longest ? copy : throw new LawBroken($"{what} goes on without an end");
    }

    /// <summary>What <see cref="Throw"/> waits for on this thread, "Loss of shapes [2] and [3] should throw ArgumentException"; else null.</summary>
    internal static string? Awaited => s_awaited;

    /// <summary>Any condition, with its own sentence.</summary>
    public static void Hold(bool condition, string sentence)
    {
        if (!condition) throw new LawBroken(sentence);
    }

    /// <summary>The answer was given <paramref name="copy"/> of <paramref name="input"/> and must have left it alone.</summary>
    public static void LeaveAlone<T>(IEnumerable<T> input, IEnumerable<T> copy)
    {
        if (!input.SequenceEqual(copy)) throw new LawBroken($"your answer changed its input to {Show.Of(copy)}");
    }

    /// <summary>Bad input gets its exception: "TopK.Largest with k = -1 should throw ArgumentOutOfRangeException but does not".</summary>
    public static void Throw<TException>(Action act, string what) where TException : Exception
    {
        s_awaited = $"{what} should throw {typeof(TException).Name}";
        try { act(); }
        catch (TException) { return; }
        catch (NotImplementedException) { throw; }
        catch (Exception e) { throw new LawBroken($"{what} should throw {typeof(TException).Name} but throws {e.GetType().Name}"); }
        finally { s_awaited = null; }
        throw new LawBroken($"{what} should throw {typeof(TException).Name} but does not");
    }

    /// <summary>Equal, or sequences of what is the same.</summary>
    private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other)
        || one is IEnumerable ones and not string && other is IEnumerable others and not string && ones.Cast<object?>().SequenceEqual(others.Cast<object?>(), s_same);

    private static LawBroken Differs(object? expected, object? actual, string what) =>
        new(Sentence(expected, actual, what), () => Shown.Of(expected), () => Shown.Of(actual));

    /// <summary>The first place that differs is marked.</summary>
    private static LawBroken SequencesDiffer<T>(IEnumerable<T> expected, T[] actual, string what)
    {
        int same = expected.Zip(actual).TakeWhile(pair => Same(pair.First, pair.Second)).Count();
        return new(Sentence(expected, actual, what), () => Shown.Of(expected, same), () => Shown.Of(actual, same));
    }

    private static string Sentence(object? expected, object? actual, string what) => $"{what} should be {Show.Of(expected)} but is {Show.Of(actual)}";
}
