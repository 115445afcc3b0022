namespace Etudes.ML.Pretraining;

/// <summary>Where to train.</summary>
public static class Devices
{
    /// <summary>Whether this build holds the libtorch of a GPU.</summary>
    public static bool BuiltForCuda => typeof(Devices).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Any(metadata => metadata is { Key: "Torch", Value: "cuda" });

    /// <summary>The device of that name; auto takes a CUDA GPU where there is one, else the CPU.</summary>
    /// <exception cref="RefusedRunException">The device is not there, or not in this build.</exception>
    public static Device Choose(string name)
    {
        if (LibTorch.Refusal is { } words) throw new RefusedRunException(words);
        if (name == "cuda" && !BuiltForCuda)
            throw new RefusedRunException("This build has no CUDA; build and start it with: dotnet run -c Release --project ml-track/Pretrain -p:Torch=cuda -- --device cuda");
        if (name == "cuda" && !cuda.is_available()) throw new RefusedRunException("There is no CUDA GPU here that libtorch can use: does nvidia-smi list one, and a driver of CUDA 12.8 or later?");
        if (name == "mps" && !mps_is_available()) throw new RefusedRunException("There is no MPS here: it needs a Mac with Apple silicon.");
        bool gpu = name == "cuda" || (name == "auto" && BuiltForCuda && cuda.is_available());
        if (gpu) backends.cuda.matmul.allow_tf32 = backends.cudnn.allow_tf32 = true;
        return new Device(gpu ? "cuda" : name == "auto" ? "cpu" : name);
    }
}
