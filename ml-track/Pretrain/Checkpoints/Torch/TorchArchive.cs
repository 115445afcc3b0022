using System.IO.Compression;
using System.Text;

namespace Etudes.ML.Pretraining;

/// <summary>The zip archive that torch.save writes: a folder with data.pkl and data/0, data/1,
/// ...</summary>
internal sealed class TorchArchive : IDisposable
{
    /// <summary>Some fifty thousand entries.</summary>
    private const int LargestDirectory = 4 << 20;
    /// <summary>Some ten thousand tensors; what is read of it takes a hundred times as much memory
    /// at most.</summary>
    private const int LongestPickle = 1 << 20;
    private const string PickleName = "data.pkl";

    private readonly long _length;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];
    private readonly string _folder;

    public TorchArchive(FileStream file)
    {
        _length = file.Length;
        var rationed = new RationedStream(file, LargestDirectory);
        _zip = new ZipArchive(rationed, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in _zip.Entries)
        {
            if (entry.FullName.Split('/', '\\').Contains("..")) throw new InvalidDataException($"its entry '{entry.FullName}' leaves the archive");
            if (!_entries.TryAdd(entry.FullName, entry)) throw new InvalidDataException($"it has two entries '{entry.FullName}'");
        }
        rationed.Lift();
        _folder = _entries.Keys.Where(name => name.EndsWith($"/{PickleName}")).ToList() is [var pickle] ? pickle[..^PickleName.Length]
            : throw new InvalidDataException($"it is a zip archive, but not one of torch, which has a {PickleName}");
    }

    /// <summary>What was saved, as its pickle says it.</summary>
    public object Saved()
    {
        if (_entries.TryGetValue($"{_folder}byteorder", out var order) && Encoding.ASCII.GetString(Bytes(order)) is not "little" and var other)
            throw new InvalidDataException($"its numbers are stored in the byte order '{other}'; expected little");
        return Pickle.Read(Bytes(_entries[_folder + PickleName]));
    }

    /// <summary>All storages together are no larger than the file, so that they cannot share
    /// bytes.</summary>
    public void Check(IReadOnlyCollection<TorchStorage> storages)
    {
        Int128 total = 0;
        foreach (var storage in storages)
        {
            if (!_entries.TryGetValue(NameOf(storage), out var entry)) throw new InvalidDataException($"it has no entry '{NameOf(storage)}', which a tensor needs");
            if (storage.Bytes != entry.Length) throw new InvalidDataException($"its entry '{entry.FullName}' has {entry.Length} bytes; a tensor needs {storage.Bytes}");
            if (entry.Length > Array.MaxLength) throw new InvalidDataException($"its entry '{entry.FullName}' has {entry.Length} bytes; expected at most {Array.MaxLength}");
            MustBeStored(entry);
            total += entry.Length;
        }
        if (total > _length) throw new InvalidDataException($"its tensors claim {total} bytes, but the file has only {_length}");
    }

    public Tensor Load(TorchStorage storage)
    {
        using var stream = _entries[NameOf(storage)].Open();
        return storage.Type.Read(stream, storage.Count);
    }

    public void Dispose() => _zip.Dispose();

    private string NameOf(TorchStorage storage) => $"{_folder}data/{storage.Key}";

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        MustBeStored(entry);
        if (entry.Length > LongestPickle) throw new InvalidDataException($"its entry '{entry.FullName}' claims {entry.Length} bytes; expected at most {LongestPickle}");
        byte[] bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void MustBeStored(ZipArchiveEntry entry)
    {
        if (entry.CompressedLength != entry.Length) throw new InvalidDataException($"its entry '{entry.FullName}' is compressed; torch stores as is");
    }
}
