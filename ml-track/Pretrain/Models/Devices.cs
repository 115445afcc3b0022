namespace Etudes.ML.Pretraining;

/// <summary>Where to train.</summary>
public static class Devices
{
    /// <summary>The device of that name; auto takes a CUDA GPU where there is one, else the CPU.</summary>
    /// <exception cref="RefusedRunException">The device is not there, or not in this build.</exception>
    public static Device Choose(string name)
    {
        if (LibTorch.Refusal is { } words) throw new RefusedRunException(words);
        if (name == "cuda" && Build.Torch != "cuda")
            throw new RefusedRunException("This build has no CUDA; ml-track/train --torch cuda takes one that has.");
        if (name == "cuda" && !cuda.is_available()) throw new RefusedRunException("There is no CUDA GPU here that libtorch can use: does nvidia-smi list one, and a driver of CUDA 12.8 or later?");
        if (name == "mps" && !mps_is_available()) throw new RefusedRunException("There is no MPS here: it needs a Mac with Apple silicon.");
        bool gpu = name == "cuda" || (name == "auto" && Build.Torch == "cuda" && cuda.is_available());
        if (gpu) backends.cuda.matmul.allow_tf32 = backends.cudnn.allow_tf32 = true;
        return new Device(gpu ? "cuda" : name == "auto" ? "cpu" : name);
    }
}
