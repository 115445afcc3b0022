namespace Etudes.ML.Pretraining;

/// <summary>A request that cannot be met; its message is the one sentence that the user reads.</summary>
public sealed class RefusedRunException(string message) : Exception(message);
