namespace Etudes.Dojo;

/// <summary>
/// Tells when one of some stubs has been saved, renamed or deleted. The system tells of it at once;
/// where it does not (network folders, /mnt under WSL, a full table of inotify), polling does.
/// </summary>
/// <param name="stubs">The katas that matter at the moment.</param>
/// <param name="saved">Called on a thread of the system's, or by <see cref="Poll"/>.</param>
internal sealed class SavedStubs : IDisposable
{
    private readonly Func<IEnumerable<Kata>> _stubs;
    private readonly Action _saved;
    private readonly FileSystemWatcher[] _folders;
    private string _seen = "";

    public SavedStubs(Func<IEnumerable<Kata>> stubs, Action saved)
    {
        (_stubs, _saved) = (stubs, saved);
        _folders = [.. Judge.All.Select(Folder).OfType<FileSystemWatcher>()];
    }

    /// <summary>What there is now has been taken notice of.</summary>
    public void Seen() => _seen = Stamps();

    /// <summary>Looks at the stubs, and tells if they are not as they were last seen.</summary>
    public void Poll()
    {
        if (_seen == (_seen = Stamps())) return;
        _saved();
    }

    private string Stamps() => string.Join(' ', _stubs().Select(kata => new FileInfo(Kata.Full(kata.Stub)))
        .Select(file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "-"));

    private FileSystemWatcher? Folder(Judge judge)
    {
        if (!Directory.Exists(Kata.Full(Path.Combine(judge.Folder, "Katas")))) return null;
        try
        {
            var folder = new FileSystemWatcher(Kata.Full(Path.Combine(judge.Folder, "Katas")), "*.cs") { IncludeSubdirectories = true };
            folder.Changed += Notice;
            folder.Created += Notice;
            folder.Renamed += Notice;
            folder.Deleted += Notice;
            folder.EnableRaisingEvents = true;
            return folder;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException) { return null; } // polling does
    }

    private void Notice(object sender, FileSystemEventArgs file)
    {
        string stub = Path.GetFileNameWithoutExtension(file.Name)!;
        if (_stubs().Any(kata => kata.Name == stub)) _saved();
    }

    public void Dispose()
    {
        foreach (var folder in _folders) folder.Dispose();
    }
}
