using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Etudes;

/// <summary>The C++ peers: one library, called in this process on the same arrays.</summary>
internal static class Native
{
    private const string Name = "peers";

    private static readonly string s_library = Path.Combine(AppContext.BaseDirectory, "libpeers.so");

    static Native() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
        (name, _, _) => name == Name ? NativeLibrary.Load(s_library) : IntPtr.Zero);

    /// <summary>The folder of the C++.</summary>
    public static string Sources { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "cpp");

    public static bool Present => File.Exists(s_library);

    /// <summary>Compiles the peers, if there is a compiler.</summary>
    public static void Build()
    {
        File.Delete(s_library);
        Gpp.Compile(Directory.GetFiles(Sources, "*.cpp"), s_library, "-shared", "-fPIC");
    }

    /// <summary>An edge laid out as in C++; where a tuple has its fields is the runtime's own affair.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Edge(int U, int V, long Weight);

    [DllImport(Name)]
    public static extern int unite_all(int n, Edge[] edges, int m);

    [DllImport(Name)]
    public static extern long kruskal(int n, Edge[] edges, int m, int[] chosen);

    [DllImport(Name)]
    public static extern long kruskal_packed(int n, Edge[] edges, int m, int[] chosen);

    [DllImport(Name)]
    public static extern long prim(int n, Edge[] edges, int m, int[] chosen);

    [DllImport(Name)]
    public static extern long push_then_pop(int[] numbers, int n);

    [DllImport(Name)]
    public static extern long pop_and_push(int[] times, int n, int[] delays);

    [DllImport(Name)]
    public static extern long running_median(int[] numbers, int n);

    [DllImport(Name)]
    public static extern void top_by_partial_sort(int[] numbers, int n, int[] largest, int k);

    [DllImport(Name)]
    public static extern void top_by_nth_element(int[] numbers, int n, int[] largest, int k);

    [DllImport(Name)]
    public static extern void top_by_queue(int[] numbers, int n, int[] largest, int k);

    [DllImport(Name)]
    public static extern long read_numbers(string path, int count);

    [DllImport(Name)]
    public static extern double read_doubles(string path, int count);

    private static string Here([CallerFilePath] string file = "") => file;
}
