using System.Runtime;

namespace Etudes.ML.Pretraining;

/// <summary>Keeps the collector of garbage waiting while libtorch works. TorchSharp hands libtorch
/// numbers in objects that nobody holds. On a busy machine a collection has freed one while libtorch
/// read it, once in thousands of steps: then an addition throws "Expected false to be true".</summary>
internal static class BetweenCollections
{
    private const long Room = 64 << 20; // of managed memory; what takes more is collected on the way

    /// <summary>Garbage is collected before and after, unless much is made.</summary>
    public static void Run(Action act)
    {
        bool waits = GCSettings.LatencyMode != GCLatencyMode.NoGCRegion && GC.TryStartNoGCRegion(Room);
        try
        {
            act();
        }
        finally
        {
            if (waits && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
    }
}
