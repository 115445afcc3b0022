using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Etudes.Engine;

/// <summary>
/// A few functions of TorchSharp, matmul for one, let an exception of libtorch pass into managed code. There C++ finds nobody who
/// catches it, and ends the process. Before it does so it calls its terminate handler, on top of the stack that has thrown: this one
/// notes what was thrown and from where, and never returns.
/// </summary>
internal static unsafe class UncaughtByTorchSharp
{
    private static readonly nint s_library = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
        && NativeLibrary.TryLoad("libstdc++.so.6", out nint library) ? library : 0;
    private static readonly delegate* unmanaged<void> s_before = s_library == 0 ? null
        : ((delegate* unmanaged<delegate* unmanaged<void>, delegate* unmanaged<void>>)Export("_ZSt13set_terminatePFvvE"))(&Terminate);

    /// <summary>From now on, in the whole process. Elsewhere than on Linux x64 nothing changes.</summary>
    public static void Strand() => GC.KeepAlive(s_library);

    [UnmanagedCallersOnly]
    private static void Terminate()
    {
        string operation = TorchOperation.Of(new StackTrace()) is { } name ? $"{name}{Operands.Words(name)}: " : "";
        Stranded.Here($"{operation}{Thrown() ?? "crashed in native code"}");
        if (s_before != null) s_before(); // on a thread of the answer's own
    }

    /// <summary>The first line of what() of the exception that was thrown; null where it is none of C++'s own or of libtorch.</summary>
    private static string? Thrown()
    {
        nint type = ((delegate* unmanaged<nint>)Export("__cxa_current_exception_type"))(), thrown;
        if (type == 0 || Marshal.PtrToStringUTF8(((nint*)type)[1]) is not { } name || !(name.StartsWith("St") || name.StartsWith("N3c10"))) return null;
        ((delegate* unmanaged<nint*, nint>)Export("_ZSt17current_exceptionv"))(&thrown); // an exception_ptr is returned through a pointer
        nint what = (*(nint**)thrown)[2]; // behind the two destructors of std::exception
        return Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)what)(thrown))?.Split('\n')[0].Trim();
    }

    private static nint Export(string name) => NativeLibrary.GetExport(s_library, name);
}
