using System.Text.Json.Serialization;

namespace Etudes.ML.Pretraining;

/// <summary>What decides a run: two runs of equal settings and pictures are equal on a CPU.</summary>
/// <param name="Data">What --data names; a path is absolute.</param>
/// <param name="Batch">Pictures per step.</param>
/// <param name="Accumulate">The parts of a batch that are in memory one after the other.</param>
public sealed record Settings(
    string Data, bool Strict, Architecture Model, double MaskRatio, bool NormalisePixels, int Epochs, int Batch, int Accumulate, int Seed)
{
    /// <summary>The pictures that are in memory together.</summary>
    [JsonIgnore]
    public int AtOnce => Batch / Accumulate;
}

/// <summary>What a run has seen so far: the loss of every step read, and the held-out error with the step after which it was measured.</summary>
public sealed record LearningCurve(List<double> Losses, List<Measurement> HeldOut);

/// <summary>The error on held-out pictures after this many steps.</summary>
public sealed record Measurement(int Step, double Error);
