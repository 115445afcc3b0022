using Etudes.ML;
using TorchSharp;

namespace Etudes.Engine;

/// <summary>Where libtorch does not load, the laws of this assembly are skipped, with the loader's own words.</summary>
public sealed class NeedsLibTorchAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(() =>
    {
        if (LibTorch.Missing is { } words) return $"libtorch does not load here: {words}";
        torch.set_num_threads(1); // the tensors of laws are small: more threads only wait for each other
        return null;
    });

    public override string? Missing => Reason.Value;
}
