namespace Etudes.Dojo;

/// <summary>What the last judgement of a stub found.</summary>
internal enum State { NotWritten, Red, Green }
