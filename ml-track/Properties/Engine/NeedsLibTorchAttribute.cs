using TorchSharp;

namespace Etudes.Engine;

/// <summary>Where libtorch does not load, the laws of this assembly are skipped, with the loader's own words.</summary>
public sealed class NeedsLibTorchAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Reason = new(() =>
    {
        try
        {
            torch.set_num_threads(1);
            return null;
        }
        catch (Exception e) when (e is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            return $"libtorch does not load here: {(e.InnerException ?? e).Message.Split('\n')[0].Trim()}";
        }
    });

    public override string? Missing => Reason.Value;

    /// <summary>
    /// The tensors of laws are small: more threads only wait for each other. The number holds for the thread that sets it; elsewhere a
    /// logarithm of 900 numbers takes 10 ms on a busy machine.
    /// </summary>
    public override void Enter() => torch.set_num_threads(1);
}
