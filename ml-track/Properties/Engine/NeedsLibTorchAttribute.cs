using Etudes.ML;
using TorchSharp;

namespace Etudes.Engine;

/// <summary>Where libtorch does not load, the laws of this assembly are skipped, with the loader's own words and what helps.</summary>
public sealed class NeedsLibTorchAttribute : NeedsAttribute
{
    public override string? Missing => LibTorch.Refusal;

    /// <summary>
    /// The tensors of laws are small: more threads only wait for each other. The number holds for the thread that sets it; elsewhere a
    /// logarithm of 900 numbers takes 10 ms on a busy machine.
    /// </summary>
    public override void Enter() => torch.set_num_threads(1);
}
