using System.Runtime.InteropServices;
using TorchSharp;

namespace Etudes.ML;

/// <summary>Whether libtorch loads on this machine, and if not, why. TorchSharp itself only says that a package is missing.</summary>
internal static class LibTorch
{
    /// <summary>The version that the build takes away, in Glibcxx.targets: where it is missed, that has not been done.</summary>
    private const string Weakened = "GLIBCXX_3.4.32";

    private static readonly Lazy<string?> s_reason = new(() =>
    {
        if (Load() is { } loader) return loader;
        try
        {
            torch.get_num_threads();
            return null;
        }
        catch (Exception e) when (e is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            return (e.InnerException ?? e).Message.Split('\n')[0].Trim();
        }
    });

    /// <summary>The loader's own words; null where libtorch loads.</summary>
    public static string? Missing => s_reason.Value;

    /// <summary>That libtorch does not load, why, and what helps; null where it loads.</summary>
    public static string? Refusal => Missing is { } words ? $"libtorch does not load here: {words}. {Cure}" : null;

    /// <summary>What helps on this system.</summary>
    public static string Cure => OperatingSystem.IsWindows()
        ? "Install the Visual C++ 2015-2022 redistributable (x64) and start again."
        : Missing?.Contains("version `GLIBC") is true && !Missing.Contains(Weakened) ? "This system is too old for libtorch: Debian 12, Ubuntu 22.04 or anything later will do."
        : OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture != Architecture.Arm64 ? "There is no libtorch for a Mac with an Intel processor."
        : RuntimeInformation.ProcessArchitecture == Architecture.X64 || OperatingSystem.IsMacOS() ? "Delete the folders bin and obj of ml-track's projects and build again."
        : "There is no libtorch package for this processor: Linux and Windows need x64.";

    private static string? Load()
    {
        string file = OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";
        string[] places = [Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native"), ""];
        string? path = places.Select(place => Path.Combine(AppContext.BaseDirectory, place, file)).FirstOrDefault(File.Exists);
        if (path is null) return $"there is no {file} for {RuntimeInformation.RuntimeIdentifier} beside the program";
        try
        {
            NativeLibrary.Load(path);
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return e.Message.Trim().Split('\n')[^1].Trim(); // the lines before give general advice
        }
    }
}
