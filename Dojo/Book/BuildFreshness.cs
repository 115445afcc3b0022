using System.IO.Enumeration;

namespace Etudes.Dojo;

/// <summary>Whether what was built is as new as its sources. The stubs are no sources: they are compiled on every save.</summary>
internal static class BuildFreshness
{
    /// <summary>The exit code that makes the script build the program again.</summary>
    public const int Stale = 75;

    /// <summary>The sources of this program and its worker.</summary>
    public static IEnumerable<string> Rooms { get; } = ["Dojo", "Properties", "Solutions", "Katas"];

    /// <summary>
    /// This program should be built again. The kit has no sources, and where the script says
    /// KATA_BUILT it has just been built.
    /// </summary>
    public static bool IsOld => !Edition.IsKit && Environment.GetEnvironmentVariable("KATA_BUILT") is not { Length: > 0 }
        && !IsNewer(typeof(BuildFreshness).Assembly.Location, Rooms);

    public static bool IsNewer(string program, IEnumerable<string> rooms)
    {
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(program));
        return rooms.All(room => Sources(Path.Combine(Repository.Root, room)).All(changed => changed <= built))
            && Props().All(changed => changed <= built);
    }

    /// <summary>When each source of a room was last changed.</summary>
    private static FileSystemEnumerable<DateTimeOffset> Sources(string room)
    {
        bool stubs = Path.GetFileName(room) == "Katas";
        return new(room, (ref entry) => entry.LastWriteTimeUtc, new() { RecurseSubdirectories = true })
        {
            ShouldRecursePredicate = (ref entry) => entry.FileName is not ("bin" or "obj" or "Tests" or "Browser"),
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && (IsProject(entry.FileName) || entry.FileName.EndsWith(stubs ? ".Contract.cs" : ".cs")),
        };
    }

    private static FileSystemEnumerable<DateTimeOffset> Props() => new(Repository.Root, (ref entry) => entry.LastWriteTimeUtc)
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsProject(entry.FileName),
    };

    private static bool IsProject(ReadOnlySpan<char> name) => name.EndsWith(".csproj") || name.EndsWith(".props") || name.EndsWith(".targets");
}
