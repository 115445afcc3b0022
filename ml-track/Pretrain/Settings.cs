namespace Etudes.ML.Pretraining;

/// <summary>What decides a run: two runs of equal settings on a CPU are equal.</summary>
public sealed record Settings(double MaskRatio, bool NormalisePixels, int Epochs, int Batch, int Seed);

/// <summary>What a run has seen so far: the loss of every step read, and the held-out error with the step after which it was measured.</summary>
public sealed record LearningCurve(List<double> Losses, List<Measurement> HeldOut);

/// <summary>The error on held-out pictures after this many steps.</summary>
public sealed record Measurement(int Step, double Error);

/// <summary>A request that cannot be met; its message is the one sentence that the user reads.</summary>
public sealed class RefusedRunException(string message) : Exception(message);
