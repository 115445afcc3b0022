using TorchSharp;

namespace Etudes.Engine;

/// <summary>Where libtorch does not load, the laws of this assembly are skipped, with the loader's own words.</summary>
public sealed class NeedsLibTorchAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(() =>
    {
        try
        {
            torch.set_num_threads(1); // the tensors of laws are small: more threads only wait for each other
            return null;
        }
        catch (Exception e) when (e is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            return $"libtorch does not load here: {(e.InnerException ?? e).Message.Split('\n')[0].Trim()}";
        }
    });

    public override string? Missing => Reason.Value;
}
