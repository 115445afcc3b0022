namespace Etudes.Engine;

/// <summary>An answer broke a law; the message is the sentence that a learner reads, "Median should be 0.5 but is 1".</summary>
/// <param name="expected">What should have been said, where that is one value: asked only for the case that is shown.</param>
/// <param name="actual">What was said.</param>
public sealed class LawBroken(string sentence, Func<Shown>? expected = null, Func<Shown>? actual = null) : Exception(sentence)
{
    public Shown? Expected => expected?.Invoke();

    public Shown? Actual => actual?.Invoke();
}
