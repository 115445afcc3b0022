namespace Etudes.Dojo;

/// <summary>Tells of stubs that have been saved, renamed or deleted.</summary>
/// <param name="saved">Is given the name of the stub, without its ending, on a thread of the system's.</param>
internal sealed class SavedStubs(Action<string> saved) : IDisposable
{
    private readonly FileSystemWatcher[] _folders = [.. Judge.All.Select(judge => Folder(judge, saved))];

    private static FileSystemWatcher Folder(Judge judge, Action<string> saved)
    {
        var folder = new FileSystemWatcher(Kata.Full(Path.Combine(judge.Folder, "Katas")), "*.cs") { IncludeSubdirectories = true };
        folder.Changed += Notice;
        folder.Created += Notice;
        folder.Renamed += Notice;
        folder.Deleted += Notice;
        folder.EnableRaisingEvents = true;
        return folder;

        void Notice(object sender, FileSystemEventArgs file) => saved(Path.GetFileNameWithoutExtension(file.Name)!);
    }

    public void Dispose()
    {
        foreach (var folder in _folders) folder.Dispose();
    }
}
