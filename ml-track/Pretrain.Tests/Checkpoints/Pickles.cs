using System.IO.Compression;
using System.Text;

namespace Etudes.ML.Pretraining;

/// <summary>Archives and pickles by hand, such as torch writes and such as it does not.</summary>
internal static class Pickles
{
    /// <summary>Sixteen bytes: 1, -2, 3, 0.5.</summary>
    public static readonly byte[] Four = [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0x40, 0x40, 0, 0, 0, 0x3f];

    /// <summary>An archive of this pickle and these storages, 0, 1, ...</summary>
    public static byte[] Archive(string pickle, params byte[][] storages) =>
        Zip([("archive/data.pkl", Latin(pickle)), .. storages.Select((bytes, i) => ($"archive/data/{i}", bytes))]);

    /// <param name="compressed">The one entry that is not stored as it is.</param>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries, string? compressed = null)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                using var stream = zip.CreateEntry(name, name == compressed ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open();
                stream.Write(bytes);
            }
        return file.ToArray();
    }

    /// <summary>A whole pickle of protocol 2.</summary>
    public static string Pickle(string value) => $"\u0080\u0002{value}.";

    public static string Text(string text) => $"X{Latin(BitConverter.GetBytes(text.Length))}{text}";

    public static string Number(long number) => $"\u008a\u0008{Latin(BitConverter.GetBytes(number))}";

    public static string Tuple(params string[] values) => $"({string.Concat(values)}t";

    public static string Numbers(params long[] numbers) => Tuple([.. numbers.Select(Number)]);

    public static string Global(string module, string name) => $"c{module}\n{name}\n";

    public static string Call(string function, params string[] arguments) => $"{function}{Tuple(arguments)}R";

    public static string Dict(params (string Key, string Value)[] items) => $"}}({string.Concat(items.Select(item => Text(item.Key) + item.Value))}u";

    /// <summary>A file with this one tensor.</summary>
    public static byte[] WithTensor(string tensor) => Archive(Pickle(Dict(("x", tensor))), Four);

    /// <summary>A view of the storage 0, which holds four floats.</summary>
    public static string Tensor(long[] sizes, long[] strides, long offset = 0, string type = "FloatStorage", long count = 4, string key = "0") =>
        Call(Global("torch._utils", "_rebuild_tensor_v2"),
            $"{Tuple(Text("storage"), Global("torch", type), Text(key), Text("cpu"), Number(count))}Q", Number(offset), Numbers(sizes), Numbers(strides), "\u0089", $"{Global("collections", "OrderedDict")})R");

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
