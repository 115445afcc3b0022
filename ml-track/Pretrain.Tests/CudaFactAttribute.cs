namespace Etudes.ML.Pretraining;

/// <summary>A test that needs a CUDA GPU; where there is none it is skipped, and says so.</summary>
public sealed class CudaFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> s_available = new(() => new NeedsLibTorchAttribute().Missing is null && cuda.is_available());

    public CudaFactAttribute()
    {
        if (!s_available.Value) Skip = "no CUDA GPU, or a build without -p:Torch=cuda";
    }
}
