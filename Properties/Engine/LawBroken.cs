namespace Etudes.Engine;

/// <summary>An answer broke a law; the message is the sentence that a learner reads, "Median should be 0.5 but is 1".</summary>
public sealed class LawBroken(string sentence) : Exception(sentence);
