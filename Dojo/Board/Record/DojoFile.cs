namespace Etudes.Dojo;

/// <summary>A file of events that only grows. Each event is handed to the system before anybody builds on it.</summary>
internal sealed class DojoFile(string path)
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>So much is read at once, and no event is longer: a file may be larger than the memory.</summary>
    private const int Part = 4 << 20;

    public string Path => path;

    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <exception cref="IOException">It cannot be written; then nothing of it stands there, if the system allows that.</exception>
    public void Append(params IEnumerable<DojoEvent> events)
    {
        byte[] lines = [.. events.SelectMany(DojoLine.Of)];
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        long end = file.Seek(0, SeekOrigin.End);
        bool isCut = end > 0 && LastByte(file) != LineEnd; // somebody ended in the middle of a line
        try { file.Write(isCut ? [LineEnd, .. lines] : lines); }
        catch (IOException)
        {
            TakeBack(file, end);
            throw;
        }
    }

    /// <summary>A disk that is full may have had room for some of the lines; they come again.</summary>
    private static void TakeBack(FileStream file, long end)
    {
        try { file.SetLength(end); }
        catch (IOException) { }
    }

    private static int LastByte(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte();
    }

    /// <summary>All that can be read, in the order of the file; a damaged line is left out.</summary>
    /// <exception cref="RefusedException">A newer command has written to it.</exception>
    public IEnumerable<DojoEvent> Read()
    {
        long from = 0, before;
        do
        {
            before = from;
            foreach (var happened in ReadFrom(ref from)) yield return happened;
        }
        while (from > before);
    }

    /// <summary>The same from a place on, a part at a time. A last line without its end is left for the next time.</summary>
    /// <param name="from">Becomes where the next reading begins; 0 where the file was replaced by a shorter one.</param>
    public IReadOnlyList<DojoEvent> ReadFrom(ref long from)
    {
        if (!File.Exists(path)) return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < from) from = 0;
        file.Seek(from, SeekOrigin.Begin);
        byte[] part = new byte[Math.Min(file.Length - from, Part)];
        var bytes = part.AsSpan(0, file.ReadAtLeast(part, part.Length, throwOnEndOfStream: false));
        if (bytes.Length == Part && !bytes.Contains(LineEnd))
        {
            from += Part; // no event is that long
            return [];
        }
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
