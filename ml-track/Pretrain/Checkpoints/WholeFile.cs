namespace Etudes.ML.Pretraining;

/// <summary>A file that is there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, and takes its place once all is on the disk: a process that
    /// is killed on the way leaves the earlier file as it was.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string fresh = path + Training.Unfinished;
        using (var stream = File.Create(fresh))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }
}
