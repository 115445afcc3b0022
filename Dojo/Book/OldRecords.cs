using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>What was known of a learner before there was a log: a file per kata, .kata/TopK.json. Each is imported once, and kept.</summary>
internal static class OldRecords
{
    private const string KeptIn = "before-log";

    public static string[] In(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.json").Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.')).Order(StringComparer.Ordinal)];

    /// <summary>What a file says, or null, with a sentence, where it is damaged.</summary>
    public static Imported? Read(string file)
    {
        string kata = Path.GetFileNameWithoutExtension(file), why = "it is empty";
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(file), Events.Default.Progress) is { } progress) return new(kata, progress);
        }
        catch (JsonException e) { why = e.Message.Split(". ")[0]; }
        Notices.Tell($"{Kata.Relative(file)} is damaged ({why}); it is kept in {Kata.Relative(KeeperOf(file))}, and {kata} starts anew.");
        return null;
    }

    public static void Keep(string file)
    {
        Directory.CreateDirectory(KeeperOf(file));
        File.Move(file, Replacement.Free(Path.Combine(KeeperOf(file), Path.GetFileNameWithoutExtension(file)), ".json"));
    }

    private static string KeeperOf(string file) => Path.Combine(Path.GetDirectoryName(file)!, KeptIn);
}
