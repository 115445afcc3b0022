using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>A kata as a learner sees it.</summary>
internal sealed partial record Kata(Judge Judge, string Track, string Name)
{
    private static readonly PerRun<string> s_root = new(() => Environment.GetEnvironmentVariable("KATA_ROOT") is { Length: > 0 } root ? Path.GetFullPath(root) : Repository.Root);
    private static readonly PerRun<string> s_table = new(() => File.ReadAllText(Full("README.md")));
    private static readonly PerRun<IReadOnlyList<Kata>> s_all = new(() => [.. Judge.All.SelectMany(Of).OrderBy(kata => kata.Place)]);

    /// <summary>Where the katas and the progress are; the tests have a copy of their own.</summary>
    public static string Root => s_root.Value;

    /// <summary>All katas in the order of README's table, found by their contracts.</summary>
    public static IReadOnlyList<Kata> All => s_all.Value;

    /// <summary>The kata's folder from the root: Katas/Heap/TopK.</summary>
    public string Folder => Path.Combine(Judge.Folder, "Katas", Track, Name).Replace('\\', '/');
    public string Stub => $"{Folder}/{Name}.cs";
    public string Contract => $"{Folder}/{Name}.Contract.cs";
    /// <summary>The learner's own, made on first use.</summary>
    public string Examples => $"{Folder}/{Name}.Examples.cs";
    public string Statement => $"{Folder}/README.md";
    public string Hints => $"{Folder}/HINTS.md";
    public string Benchmark => Path.Combine(Judge.Folder, "Benchmarks", Track, $"{Name}Benchmark.cs").Replace('\\', '/');
    public string Answer => Path.Combine(Judge.Folder, "Solutions", Track, $"{Name}.cs").Replace('\\', '/');

    /// <summary>The track's name for people: Heap, Graph, ML.</summary>
    public string TrackName => Track.Length > 0 ? Track : "ML";

    public int Level => int.Parse(Headline().Groups[1].Value);
    public int Minutes => int.Parse(Headline().Groups[2].Value);

    /// <summary>There are inputs of each size to time it on: Benchmarks/Growth.cs.</summary>
    public bool HasGrowth => Judge == Judge.Main && !Edition.IsKit;

    /// <summary>The katas whose stubs this one's is compiled with.</summary>
    public IReadOnlyList<Kata> Needs => NeedsOf(Full(Stub));

    /// <summary>The katas that an answer's line "// Needs: DisjointSets" names; none where there is no file.</summary>
    public static IReadOnlyList<Kata> NeedsOf(string file) => File.Exists(file) ? [.. NeedsPattern().Matches(File.ReadAllText(file))
        .SelectMany(line => line.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
        .Select(name => All.FirstOrDefault(kata => kata.Name == name)).OfType<Kata>()] : [];

    /// <summary>A file of the repository, by its path from the root.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file of the repository.</summary>
    /// <exception cref="RefusedException">The file is not there.</exception>
    public static string Read(string path)
    {
        try { return File.ReadAllText(Full(path)).ReplaceLineEndings("\n").TrimEnd('\n'); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new RefusedException($"{path} cannot be read: {e.Message}"); }
    }

    /// <summary>The text of the reference answer.</summary>
    /// <exception cref="RefusedException">It is not there.</exception>
    public string ReadAnswer() => Edition.IsKit ? Edition.HeldText(Answer) : Read(Answer);

    /// <summary>The path of a file from the root, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The kata of a name, in any case.</summary>
    /// <exception cref="RefusedException">It is no kata.</exception>
    public static Kata Named(string name) => Find(name) ?? throw Unknown(name);

    /// <summary>What to say of a name that is no kata.</summary>
    public static RefusedException Unknown(string name) => new($"'{name}' is no kata; did you mean {string.Join(", ", NearestName.To(name, All.Select(kata => kata.Name)))}? kata list shows them all.");

    /// <summary>The kata of a name, in any case, or null.</summary>
    public static Kata? Find(string name) =>
        All.FirstOrDefault(kata => kata.Name == name) ??
        All.FirstOrDefault(kata => kata.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private int Place => s_table.Value.IndexOf($"| [{Name}]({Statement}) |", StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;

    private Match Headline() => HeadlinePattern().Match(File.ReadAllText(Full(Statement)));

    [GeneratedRegex(@"Level (\d) · (\d+) minutes")]
    private static partial Regex HeadlinePattern();

    [GeneratedRegex(@"^// Needs: ([\w, ]+)", RegexOptions.Multiline)]
    private static partial Regex NeedsPattern();

    private static IEnumerable<Kata> Of(Judge judge) =>
        Repository.Katas(Full(judge.Folder)).Select(kata => new Kata(judge, kata.Track, kata.Name));
}
