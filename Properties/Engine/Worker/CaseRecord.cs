using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>The last case that a worker began.</summary>
/// <param name="Law">Its place in the plan; -1 if no law has begun.</param>
/// <param name="Case">Its number from 1; where no law has begun, that of the learner's example, or 0.</param>
/// <param name="Failed">The number of the first case that failed, if this one was shrunk from it;
/// else 0.</param>
/// <param name="Replayed">It stands in the replay that was tried first.</param>
public readonly record struct LastCase(int Law, int Case, int Failed, bool Replayed)
{
    public static LastCase None { get; } = new(-1, 0, 0, false);
}

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
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Unsafe.SizeOf<LastCase>());
        _view = _file.CreateViewAccessor(0, Unsafe.SizeOf<LastCase>());
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
