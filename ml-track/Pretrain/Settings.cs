namespace Etudes.ML.Pretraining;

/// <summary>What decides a run: two runs of equal settings on a CPU are equal.</summary>
public sealed record Settings(double MaskRatio, bool NormalisePixels, int Epochs, int Batch, int Seed);

/// <summary>A request that cannot be met; its message is the one sentence that the user reads.</summary>
public sealed class RefusedException(string message) : Exception(message);
