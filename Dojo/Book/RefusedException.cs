namespace Etudes.Dojo;

/// <summary>A call that cannot be served; the message is one clear sentence.</summary>
internal sealed class RefusedException(string sentence) : Exception(sentence);
