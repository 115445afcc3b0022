namespace Etudes.ML.Pretraining;

/// <summary>A file that is there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>What follows the name of a file that is still being written.</summary>
    public const string Unfinished = ".new";

    /// <summary>Writes beside the file, and takes its place once all is on the disk: a process that
    /// is killed on the way leaves the earlier file as it was.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string fresh = path + Unfinished;
        using (var stream = File.Create(fresh))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }
}
