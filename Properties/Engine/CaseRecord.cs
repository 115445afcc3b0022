using System.IO.MemoryMappedFiles;

namespace Etudes.Engine;

/// <summary>The last case that a worker began.</summary>
/// <param name="Law">Its place in the plan, or -1: none.</param>
/// <param name="Case">Its number from 1.</param>
/// <param name="Failed">The number of the first case that failed, which this is a smaller one of, or 0.</param>
public readonly record struct LastCase(int Law, int Case, int Failed);

/// <summary>
/// A file that two processes map: the worker notes each case before it runs, and when an answer ends the process, the parent
/// still reads which it was.
/// </summary>
public sealed class CaseRecord : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public CaseRecord(string path)
    {
        const int size = 12;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, size);
        _view = _file.CreateViewAccessor(0, size);
    }

    public LastCase Last
    {
        get
        {
            _view.Read(0, out LastCase last);
            return last;
        }
        set => _view.Write(0, ref value);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
