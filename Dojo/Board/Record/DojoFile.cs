namespace Etudes.Dojo;

/// <summary>A file of events that only grows. Each event is handed to the system before anybody builds on it.</summary>
internal sealed class DojoFile(string path)
{
    private const byte LineEnd = (byte)'\n';

    public string Path => path;

    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <exception cref="IOException">It cannot be written; of the last line a part may stand there.</exception>
    public void Append(params IEnumerable<DojoEvent> events)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        bool isCut = file.Seek(0, SeekOrigin.End) > 0 && LastByte(file) != LineEnd; // somebody ended in the middle of a line
        file.Write([.. isCut ? [LineEnd] : Array.Empty<byte>(), .. events.SelectMany(DojoLine.Of)]);
    }

    private static int LastByte(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte();
    }

    /// <summary>All that can be read, in the order of the file; a damaged line is left out.</summary>
    /// <exception cref="RefusedException">A newer command has written to it.</exception>
    public IReadOnlyList<DojoEvent> Read()
    {
        long end = 0;
        return ReadFrom(ref end);
    }

    /// <summary>The same from a place on. A last line without its end is left for the next time.</summary>
    /// <param name="from">Becomes where the next reading begins; 0 where the file was replaced by a shorter one.</param>
    public IReadOnlyList<DojoEvent> ReadFrom(ref long from)
    {
        if (!File.Exists(path)) return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < from) from = 0;
        file.Seek(from, SeekOrigin.Begin);
        using var read = new MemoryStream();
        file.CopyTo(read);
        var bytes = read.GetBuffer().AsSpan(0, (int)read.Length);
        List<DojoEvent> events = [];
        while (bytes.IndexOf(LineEnd) is >= 0 and var end)
        {
            if (DojoLine.Read(bytes[..end]) is { } happened) events.Add(happened);
            bytes = bytes[(end + 1)..];
            from += end + 1;
        }
        return events;
    }
}
