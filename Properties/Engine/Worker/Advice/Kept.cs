using System.Text.Json;

namespace Etudes.Engine;

/// <summary>What takes seconds to find out of a kata's gallery, kept beside the judge until that is built anew.</summary>
/// <param name="Judge">Which build of the judge has found out.</param>
internal sealed record Kept<T>(Guid Judge, T Value) where T : class
{
    /// <summary>What is kept under that name, or null.</summary>
    public static T? Read(JudgedKata kata, string name)
    {
        try
        {
            using var file = File.OpenRead(PathOf(kata, name));
            return JsonSerializer.Deserialize<Kept<T>>(file) is { } kept && kept.Judge == VersionOf(kata) ? kept.Value : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException) { return null; }
    }

    /// <summary>Whole, whoever reads meanwhile. Where nothing can be written, it is found out again each time.</summary>
    public static void Write(JudgedKata kata, string name, T value)
    {
        string path = PathOf(kata, name), beside = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(new Kept<T>(VersionOf(kata), value)));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private static string PathOf(JudgedKata kata, string name) => Path.Combine(Path.GetDirectoryName(kata.Judge.Assembly.Location)!, "mistakes", $"{kata.Name}.{name}.json");

    private static Guid VersionOf(JudgedKata kata) => kata.Judge.Assembly.ManifestModule.ModuleVersionId;
}
