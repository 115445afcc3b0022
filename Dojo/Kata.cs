using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>A call that cannot be served; the message is one clear sentence.</summary>
internal sealed class RefusedException(string sentence) : Exception(sentence);

/// <summary>A set of tracks with the program that judges their answers.</summary>
/// <param name="Folder">Where its rooms are: the root, or ml-track.</param>
/// <param name="Judge">The assembly of its laws, which is also the worker.</param>
/// <param name="Answers">The assembly of its contracts and answers.</param>
internal sealed record House(string Folder, string Judge, string Answers)
{
    public static readonly House Main = new("", "Properties", "Etudes");
    public static readonly House ML = new("ml-track", "Properties.ML", "Etudes.ML");

    public static string Configuration { get; } =
        typeof(House).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(Configuration)).Value!;

    public string Project => Path.Combine(Folder, "Properties").Replace('\\', '/');

    /// <summary>Where the worker was built to.</summary>
    public string Output => Path.Combine(LawName.Root, Folder, "Properties", "bin", Configuration, "net10.0");

    public string Worker => Path.Combine(Output, $"{Judge}.dll");

    private bool _isBuilt;

    /// <summary>The worker is there and newer than its sources; the main one is built with this program.</summary>
    public bool IsBuilt => File.Exists(Worker) && (this == Main || Freshness.IsNewer(Worker, ["Properties/Engine", $"{Folder}/Properties", $"{Folder}/Solutions", $"{Folder}/Katas"]));

    /// <summary>Builds the worker where it is not there yet or old: that of ml-track, for which libtorch may have to be downloaded, at its first use.</summary>
    /// <exception cref="RefusedException">It does not build.</exception>
    public void Build()
    {
        if (_isBuilt || (_isBuilt = IsBuilt)) return;
        Screen.Aside($" building {Project}{(this == ML && !File.Exists(Worker) ? ", the first time with a download of libtorch, 130 MB" : "")} ...");
        var began = DateTime.UtcNow;
        string[] command = ["build", Path.Combine(LawName.Root, Project), "-c", Configuration, "-v", "quiet"];
        using var build = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, command) { RedirectStandardOutput = true })!;
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0) throw new RefusedException($"{Project} does not build:\n{output}");
        File.SetLastWriteTimeUtc(Worker, began); // which dotnet build does not do where nothing had to be compiled
        _isBuilt = true;
    }
}

/// <summary>A kata as a learner sees it.</summary>
internal sealed partial record Kata(House House, string Track, string Name)
{
    private static readonly Lazy<string> Table = new(() => File.ReadAllText(Full("README.md")));

    /// <summary>Where the katas and the progress are; the tests have a copy of their own.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("KATA_ROOT") is { Length: > 0 } root ? Path.GetFullPath(root) : LawName.Root;

    /// <summary>All katas in the order of README's table, found by their contracts.</summary>
    public static IReadOnlyList<Kata> All { get; } = [.. Of(House.Main).Concat(Of(House.ML)).OrderBy(kata => kata.Place)];

    /// <summary>The kata's folder from the root: Katas/Heap/TopK.</summary>
    public string Folder => Path.Combine(House.Folder, "Katas", Track, Name).Replace('\\', '/');
    public string Stub => $"{Folder}/{Name}.cs";
    public string Contract => $"{Folder}/{Name}.Contract.cs";
    public string Statement => $"{Folder}/README.md";
    public string Benchmark => Path.Combine(House.Folder, "Benchmarks", Track, $"{Name}Benchmark.cs").Replace('\\', '/');
    public string Answer => Path.Combine(House.Folder, "Solutions", Track, $"{Name}.cs").Replace('\\', '/');

    /// <summary>The track's name for people: Heap, Graph, ML.</summary>
    public string TrackName => Track.Length > 0 ? Track : "ML";

    public int Level => int.Parse(Headline().Groups[1].Value);
    public int Minutes => int.Parse(Headline().Groups[2].Value);

    /// <summary>The katas whose stubs this one's is compiled with, by its line "// Needs: DisjointSets".</summary>
    public IEnumerable<Kata> Needs => File.Exists(Full(Stub)) ? [.. NeedsPattern().Matches(File.ReadAllText(Full(Stub)))
        .SelectMany(line => line.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
        .Select(name => All.FirstOrDefault(kata => kata.Name == name)).OfType<Kata>()] : [];

    /// <summary>A file of the repository, by its path from the root.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The other way round, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The kata of a name, in any case.</summary>
    /// <exception cref="RefusedException">It is no kata.</exception>
    public static Kata Named(string name) =>
        All.FirstOrDefault(kata => kata.Name == name) ??
        All.FirstOrDefault(kata => kata.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ??
        throw new RefusedException(name.StartsWith('-') ? $"'{name}' is no flag of this verb; --help lists its flags."
            : $"'{name}' is no kata; did you mean {string.Join(", ", Nearest.To(name, All.Select(kata => kata.Name)).Take(3))}? kata list shows them all.");

    /// <summary>The first that is not green, or null.</summary>
    public static Kata? NextUnsolved => All.FirstOrDefault(kata => Progress.Of(kata).State != State.Green);

    private int Place => Table.Value.IndexOf($"| [{Name}]({Statement}) |", StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;

    private Match Headline() => HeadlinePattern().Match(File.ReadAllText(Full(Statement)));

    [GeneratedRegex(@"Level (\d) · (\d+) minutes")]
    private static partial Regex HeadlinePattern();

    [GeneratedRegex(@"^// Needs: ([\w, ]+)", RegexOptions.Multiline)]
    private static partial Regex NeedsPattern();

    private static IEnumerable<Kata> Of(House house)
    {
        string room = Full(Path.Combine(house.Folder, "Katas"));
        foreach (string contract in Directory.EnumerateFiles(room, "*.Contract.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetDirectoryName(contract)!;
            string track = Path.GetRelativePath(room, Path.GetDirectoryName(folder)!);
            yield return new(house, track == "." ? "" : track, Path.GetFileName(folder));
        }
    }
}
