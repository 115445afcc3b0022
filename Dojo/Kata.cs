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

    /// <summary>Builds the worker where it is not there yet: that of ml-track, for which libtorch may have to be downloaded, at its first use.</summary>
    public void Build(Action<string> tell)
    {
        if (File.Exists(Worker)) return;
        tell($" building {Project} for the first time{(this == ML ? ", with a download of libtorch, 130 MB" : "")} ...");
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Kata.Full(Project), "-c", Configuration, "-v", "quiet"]) { RedirectStandardOutput = true })!;
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0) throw new RefusedException($"{Project} does not build:\n{output}");
    }
}

/// <summary>A kata as a learner sees it.</summary>
internal sealed partial record Kata(House House, string Track, string Name)
{
    private static readonly Lazy<string> Table = new(() => File.ReadAllText(Full("README.md")));

    /// <summary>All katas in the order of README's table, found by their contracts.</summary>
    public static IReadOnlyList<Kata> All { get; } = [.. Of(House.Main).Concat(Of(House.ML)).OrderBy(kata => kata.Place)];

    /// <summary>The kata's folder from the root: Katas/Heap/TopK.</summary>
    public string Folder => Path.Combine(House.Folder, "Katas", Track, Name).Replace('\\', '/');
    public string Stub => $"{Folder}/{Name}.cs";
    public string Contract => $"{Folder}/{Name}.Contract.cs";
    public string Statement => $"{Folder}/README.md";
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
    public static string Full(string path) => Path.Combine(LawName.Root, path);

    private int Place => Table.Value.IndexOf($"]({Statement})", StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;

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
