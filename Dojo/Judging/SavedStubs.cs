namespace Etudes.Dojo;

/// <summary>
/// Tells when one of some files has been saved, renamed or deleted. The system tells of it at once;
/// where it does not (network folders, /mnt under WSL, a full table of inotify), polling does.
/// </summary>
internal sealed class SavedStubs : IDisposable
{
    private readonly Action _saved;
    private readonly FileSystemWatcher[] _folders;
    private string[] _files = [];
    private string _seen = "";

    /// <param name="folders">Where the files can lie.</param>
    /// <param name="saved">Called on a thread of the system's, or by <see cref="Poll"/>.</param>
    public SavedStubs(IEnumerable<string> folders, Action saved)
    {
        _saved = saved;
        _folders = [.. folders.Where(Directory.Exists).Select(Watched).OfType<FileSystemWatcher>()];
    }

    /// <summary>These files matter from now on, and what they hold now has been taken notice of.</summary>
    /// <param name="files">Full paths.</param>
    public void Expect(IEnumerable<string> files)
    {
        _files = [.. files];
        _seen = Stamps();
    }

    /// <summary>Looks at the files, and tells if they are not as they were last seen.</summary>
    public void Poll()
    {
        if (_seen != (_seen = Stamps())) _saved();
    }

    private string Stamps() => string.Join(' ', _files.Select(file => new FileInfo(file)).Select(file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "-"));

    /// <summary>Null where the system watches no more.</summary>
    private FileSystemWatcher? Watched(string path)
    {
        try
        {
            var folder = new FileSystemWatcher(path, "*.cs") { IncludeSubdirectories = true };
            folder.Changed += Notice;
            folder.Created += Notice;
            folder.Renamed += Notice;
            folder.Deleted += Notice;
            folder.EnableRaisingEvents = true;
            return folder;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException) { return null; }
    }

    private void Notice(object sender, FileSystemEventArgs changed)
    {
        if (_files.Any(file => Path.GetFileName(file) == Path.GetFileName(changed.Name))) _saved();
    }

    public void Dispose()
    {
        foreach (var folder in _folders) folder.Dispose();
    }
}
