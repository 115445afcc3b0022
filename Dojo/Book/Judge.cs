using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace Etudes.Dojo;

/// <summary>A set of tracks with the program that judges their answers.</summary>
/// <param name="Folder">Where its rooms are: the root, or ml-track.</param>
/// <param name="Laws">The assembly of its laws, which is also the worker.</param>
/// <param name="Answers">The assembly of its contracts and answers.</param>
internal sealed record Judge(string Folder, string Laws, string Answers)
{
    public static readonly Judge Main = new("", "Properties", "Etudes");
    public static readonly Judge ML = new("ml-track", "Properties.ML", "Etudes.ML");

    public static IReadOnlyList<Judge> All { get; } = [Main, ML];

    public static string Configuration { get; } =
        typeof(Judge).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(Configuration)).Value!;

    public string Project => Path.Combine(Folder, "Properties").Replace('\\', '/');

    /// <summary>The project of the stubs.</summary>
    public string Stubs => Path.Combine(Folder, "Katas").Replace('\\', '/');

    /// <summary>Where the worker was built to.</summary>
    private string Output => Path.Combine(Repository.Root, Folder, "Properties", "bin", Configuration, "net10.0");

    public string Worker => Path.Combine(Output, $"{Laws}.dll");

    /// <summary>The contracts and the answers, compiled.</summary>
    public string AnswersFile => Path.Combine(Output, $"{Answers}.dll");

    /// <summary>What a stub is compiled with, as the worker's build has written it down.</summary>
    public CSharpCommandLineArguments StubOptions() =>
        CSharpCommandLineParser.Default.Parse([$"@{Path.Combine(Output, "stub.rsp")}"], Output, sdkDirectory: null);

    /// <summary>What a stub refers to: the base class library, and what lies beside the worker.</summary>
    public IEnumerable<string> StubReferences() =>
        Sdk.References.Concat(StubOptions().MetadataReferences.Select(reference => Path.Combine(Output, reference.Reference)));

    private bool _isBuilt;

    /// <summary>The worker is there and newer than its sources; the main one is built with this program.</summary>
    public bool IsBuilt => File.Exists(Worker) && (this == Main || BuildFreshness.IsNewer(Worker, ["Properties/Engine", $"{Folder}/Properties", $"{Folder}/Solutions", $"{Folder}/Katas"]));

    /// <summary>Builds the worker where it is not there yet or old: that of ml-track, for which libtorch may have to be downloaded, at its first use.</summary>
    /// <exception cref="RefusedException">It does not build.</exception>
    public void Build()
    {
        if (_isBuilt || (_isBuilt = IsBuilt)) return;
        Edition.MustBeClone("The ML track");
        Notices.Tell($" building {Project}{(this == ML && !File.Exists(Worker) ? ", the first time with a download of libtorch, 130 MB" : "")} ...");
        var began = DateTime.UtcNow;
        // At a terminal the build itself shows what it is doing.
        bool isLive = !Console.IsOutputRedirected;
        string[] command = ["build", Path.Combine(Repository.Root, Project), "-c", Configuration, .. isLive ? (string[])["-tl:on"] : ["-v", "quiet"]];
        using var build = Process.Start(new ProcessStartInfo(Sdk.DotNet, command) { RedirectStandardOutput = !isLive })!;
        string output = isLive ? "" : build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0) throw new RefusedException($"{Project} does not build{(isLive ? "." : $":\n{output}")}");
        File.SetLastWriteTimeUtc(Worker, began); // which dotnet build does not do where nothing had to be compiled
        _isBuilt = true;
    }
}
