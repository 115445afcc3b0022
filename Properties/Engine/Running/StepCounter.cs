using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>
/// Counts the steps of an answer that the kata command has rewritten to call <see cref="Loop"/> and <see cref="Body"/>, so that
/// what does not come to an end throws, wherever it is, and shrinks like any other failure. It decides hangs only: no right
/// answer takes as many steps for an ordinary case. One counter serves all threads of an answer, so only the worker counts, which
/// runs one law at a time.
/// </summary>
public static class StepCounter
{
    /// <summary>The steps of one case, a tenth of a second of an empty loop.</summary>
    internal const int ACase = 50_000_000;
    /// <summary>Enough to be in the loop that does not end, and too few to meet the clock.</summary>
    internal const int ToAPlace = 1_000_000;

    private static int s_given = int.MaxValue;
    private static int s_left = int.MaxValue; // shared by an answer's threads; that it is not exact does no harm
    private static volatile DidNotEnd? s_spent;
    private static volatile bool s_counts;

    /// <summary>The steps of a case smaller than one that did not end: many are tried, and the smallest once more with
    /// <see cref="ACase"/>.</summary>
    internal static int OfASmallerCase(DidNotEnd whole) => whole.Steps / 50;

    /// <summary>Set when the steps of this case were spent, even if the answer swallowed the exception.</summary>
    internal static DidNotEnd? Spent => s_spent;

    /// <param name="steps">How many the next case may take; null: they are not counted.</param>
    internal static void Refill(int? steps) => (s_given, s_left, s_spent, s_counts) = (steps ?? int.MaxValue, steps ?? int.MaxValue, null, steps is not null);

    /// <summary>The next step is one too many.</summary>
    internal static void Stop()
    {
        if (s_left > 0) (s_given, s_left) = (s_given - s_left, 0);
    }

    /// <summary>One round of a loop.</summary>
    public static void Loop()
    {
        if (--s_left < 0) Spend();
    }

    /// <summary>One call of a method, local function or lambda.</summary>
    /// <exception cref="InsufficientExecutionStackException">The recursion is about to overflow the stack.</exception>
    public static void Body()
    {
        Loop();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private static void Spend()
    {
        if (!s_counts || Debugger.IsAttached) return;
        s_left = 0;
        throw s_spent ??= new DidNotEnd(s_given);
    }
}

/// <summary>An answer took more steps than any right one, or all the time there is.</summary>
public sealed class DidNotEnd(int steps) : Exception("did not come to an end")
{
    /// <summary>How many it took.</summary>
    public int Steps { get; } = steps;
}
