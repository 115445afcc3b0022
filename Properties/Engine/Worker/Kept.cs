using System.Text.Json;

namespace Etudes.Engine;

/// <summary>What takes seconds to find out of a kata's gallery, kept beside the judge until that is built anew.</summary>
/// <param name="Judge">Which build of the judge has found out.</param>
internal sealed record Kept<T>(Guid Judge, T Value) where T : class
{
    /// <summary>What is kept under that name, or else what is found out and then kept.</summary>
    /// <param name="find">Null where it was cancelled.</param>
    public static T? Get(JudgedKata kata, string name, Func<T?> find)
    {
        var version = kata.Judge.Assembly.ManifestModule.ModuleVersionId;
        string path = Path.Combine(Path.GetDirectoryName(kata.Judge.Assembly.Location)!, "mistakes", $"{kata.Name}.{name}.json");
        if (Read(path) is { } kept && kept.Judge == version) return kept.Value;
        if (find() is not { } found) return null;
        Write(path, new(version, found));
        return found;
    }

    private static Kept<T>? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Kept<T>>(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException) { return null; }
    }

    /// <summary>Whole, whoever reads meanwhile. Where nothing can be written, it is found out again each time.</summary>
    private static void Write(string path, Kept<T> kept)
    {
        string beside = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(kept));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
