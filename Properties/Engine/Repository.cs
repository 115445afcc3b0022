using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>Where things are in the repository.</summary>
public static class Repository
{
    /// <summary>Its root: the folder above this program that has a global.json.</summary>
    public static string Root { get; } = Above(typeof(Repository).Assembly.Location).First(folder => File.Exists(Path.Combine(folder, "global.json")));

    /// <summary>The root when this file was compiled: another one where what was built has been moved.</summary>
    private static readonly string s_compiledRoot = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>A file by its path from the root.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The other way round, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The path of a source from the root, by the path that the compiler has written down.</summary>
    public static string OfSource(string file) => Path.GetRelativePath(s_compiledRoot, file).Replace('\\', '/');

    /// <summary>The katas below a folder with rooms, found by their contracts' files, with their tracks; ml-track is one track without a name.</summary>
    /// <param name="rooms">The root, or ml-track.</param>
    public static IEnumerable<(string Track, string Name)> Katas(string rooms) =>
        from contract in Directory.EnumerateFiles(Path.Combine(rooms, "Katas"), "*.Contract.cs", SearchOption.AllDirectories).Order()
        let folder = Path.GetDirectoryName(contract)!
        let track = Path.GetRelativePath(Path.Combine(rooms, "Katas"), Path.GetDirectoryName(folder)!)
        select (track == "." ? "" : track, Path.GetFileName(folder));

    /// <summary>The room with the stubs of an answer's track: Katas, or ml-track/Katas for what needs libtorch.</summary>
    public static string Room(Type subject) => IsML(subject) ? "ml-track/Katas" : "Katas";

    /// <summary>An answer's kata, Katas/Heap/TopK or ml-track/Katas/NceLoss; a track is the last word of its namespace.</summary>
    public static string Folder(Type subject) =>
        IsML(subject) ? $"{Room(subject)}/{subject.PlainName}" : $"{Room(subject)}/{subject.Namespace!.Split('.')[^1]}/{subject.PlainName}";

    private static bool IsML(Type subject) => subject.Namespace == "Etudes.ML";

    private static IEnumerable<string> Above(string? path)
    {
        while ((path = Path.GetDirectoryName(path)) is not null) yield return path;
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
