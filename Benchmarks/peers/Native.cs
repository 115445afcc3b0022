using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Etudes;

/// <summary>The C++ peers, compiled by g++ into one library that is called in this process.</summary>
internal static class Native
{
    private const string Name = "peers";

    private static readonly string s_library = Path.Combine(AppContext.BaseDirectory, "libpeers.so");

    static Native() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
        (name, _, _) => name == Name ? NativeLibrary.Load(s_library) : IntPtr.Zero);

    /// <summary>The folder of this file.</summary>
    public static string Sources { get; } = Path.GetDirectoryName(Here())!;

    public static bool Present => File.Exists(s_library);

    /// <summary>Compiles the peers; false where there is no g++.</summary>
    /// <exception cref="InvalidOperationException">g++ does not compile them.</exception>
    public static bool Build()
    {
        File.Delete(s_library);
        try
        {
            Compile(["-shared", "-fPIC", "-o", s_library, .. Directory.GetFiles(Sources, "*.cpp")]);
            return true;
        }
        catch (Win32Exception) { return false; }
    }

    /// <exception cref="Win32Exception">There is no g++.</exception>
    public static void Compile(string[] arguments)
    {
        using var compiler = Process.Start("g++", ["-std=c++17", "-O2", "-Wall", "-Wextra", .. arguments]);
        compiler.WaitForExit();
        if (compiler.ExitCode != 0) throw new InvalidOperationException($"g++ {string.Join(' ', arguments)} ended with {compiler.ExitCode}.");
    }

    /// <summary>An edge laid out as in C++; that of a tuple is the runtime's own affair.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Edge(int U, int V, long Weight);

    [DllImport(Name)]
    public static extern int unite_all(int n, Edge[] edges, int m);

    [DllImport(Name)]
    public static extern long kruskal(int n, Edge[] edges, int m, int[] chosen);

    [DllImport(Name)]
    public static extern long prim(int n, Edge[] edges, int m, int[] chosen);

    [DllImport(Name)]
    public static extern long push_then_pop(int[] numbers, int n);

    [DllImport(Name)]
    public static extern long pop_and_push(int[] times, int n, int[] delays);

    [DllImport(Name)]
    public static extern long running_median(int[] numbers, int n);

    [DllImport(Name)]
    public static extern void top_by_partial_sort(int[] numbers, int n, [Out] int[] largest, int k);

    [DllImport(Name)]
    public static extern void top_by_queue(int[] numbers, int n, [Out] int[] largest, int k);

    [DllImport(Name, CharSet = CharSet.Ansi)]
    public static extern long read_numbers(string path, int count);

    private static string Here([CallerFilePath] string file = "") => file;
}
