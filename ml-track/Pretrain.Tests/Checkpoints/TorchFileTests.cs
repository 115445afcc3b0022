using System.Diagnostics;
using System.IO.Compression;
using Xunit.Abstractions;
using static Etudes.ML.Pretraining.Pickles;

namespace Etudes.ML.Pretraining;

/// <summary>Files of torch.save: what views and unknown objects become, and what is
/// refused.</summary>
public sealed class TorchFileTests(ITestOutputHelper output) : CheckpointTests
{
    private static readonly string s_tensor = Tensor([4], [1]);

    [JudgedTheory]
    [InlineData("FloatStorage", ScalarType.Float32, 4)]
    [InlineData("DoubleStorage", ScalarType.Float64, 2)]
    [InlineData("HalfStorage", ScalarType.Float16, 8)]
    [InlineData("BFloat16Storage", ScalarType.BFloat16, 8)]
    [InlineData("LongStorage", ScalarType.Int64, 2)]
    [InlineData("IntStorage", ScalarType.Int32, 4)]
    [InlineData("ShortStorage", ScalarType.Int16, 8)]
    [InlineData("CharStorage", ScalarType.Int8, 16)]
    [InlineData("ByteStorage", ScalarType.Byte, 16)]
    public void Every_type_of_numbers_is_read_as_it_is_stored(string storage, ScalarType type, int count)
    {
        using var read = Weights.Read(Written(WithTensor(Tensor([count], [1], type: storage, count: count))));
        Assert.Equal(type, read.Tensors["x"].dtype);
        Assert.Equal(Four, read.Tensors["x"].bytes.ToArray());
    }

    [JudgedFact]
    public void Views_of_one_storage_are_what_their_strides_say()
    {
        using var read = Weights.Read(Written(Archive(Pickle(Dict(
            ("turned", Tensor([2, 2], [1, 2])), ("part", Tensor([2], [1], offset: 2)), ("one", Tensor([], [], offset: 3)), ("none", Tensor([0, 7], [7, 1])), ("often", Tensor([3], [0], offset: 1)))), Four)));
        Equal([1, 3, -2, 0.5], "turned");
        Equal([3, 0.5], "part");
        Equal([0.5], "one");
        Equal([], "none");
        Equal([-2, -2, -2], "often");
        Assert.Equal([0, 7], read.Tensors["none"].shape);

        void Equal(double[] numbers, string name) => Assert.Equal(numbers, MustTensor.Read(read.Tensors[name]));
    }

    [JudgedFact]
    public void Of_a_checkpoint_the_model_is_read_and_what_else_it_holds_is_not_run()
    {
        string ran = Path.Combine(Folder, "ran");
        string system = Call(Global("os", "system"), Text($"touch {ran}")), options = $"{Global("argparse", "Namespace")})\u0081{Dict(("lr", "G12345678"))}b";
        string model = $"{Global("collections", "OrderedDict")})R({Text("x")}{Call(Global("torch._utils", "_rebuild_parameter"), s_tensor, "\u0088", "N")}u{Dict(("_metadata", "N"))}b";
        string checkpoint = Dict(("model", model), ("args", options), ("epoch", Number(3)), ("list", $"](K\u0001K\u0002e{system}a"), ("system", system),
            ("set", "\u008f(K\u0001\u0090"), ("bytes", Tuple("C\u0003abc", "B\u0001\0\0\0a")), ("path", Call(Global("pathlib", "PosixPath"), Text("a"))), ("config", $"{Global("yacs.config", "CfgNode")})\u0081({Text("a")}Nu"));
        using var read = Weights.Read(Written(Archive(Pickle(checkpoint), Four)));
        Assert.Equal(["x"], read.Tensors.Keys);
        Assert.Equal([1, -2, 3, 0.5], MustTensor.Read(read.Tensors["x"]));
        Assert.False(File.Exists(ran));
    }

    [JudgedFact]
    public void Newer_protocols_are_read()
    {
        string newer = s_tensor.Replace(Global("torch._utils", "_rebuild_tensor_v2"), "\u008c\u000ctorch._utils\u008c\u0012_rebuild_tensor_v2\u0093\u0094");
        using var read = Weights.Read(Written(Archive($"\u0080\u0004\u0095{new string('\0', 8)}{Dict(("x", newer))}.", Four)));
        Assert.Equal([1, -2, 3, 0.5], MustTensor.Read(read.Tensors["x"]));
    }

    [JudgedFact]
    public void What_a_tensor_would_need_to_be_run_is_refused_by_its_name()
    {
        string ran = Path.Combine(Folder, "ran");
        string system = Call(Global("os", "system"), Text($"touch {ran}"));
        string got = Call(Global("builtins", "getattr"), Global("os", "x"), Text("system")) + Tuple(Text("touch")) + "R";
        Assert.Contains("what it holds is no dict of tensors but made by os.system, which is not run", Refusal(Archive(Pickle(system))));
        Assert.Contains("its model is no dict of tensors but made by os.system", Refusal(Archive(Pickle(Dict(("model", system))))));
        Assert.Contains("its model is no dict of tensors but made by collections.OrderedDict", Refusal(Archive(Pickle(Dict(("model", Call(Global("collections", "OrderedDict"), "]")))))));
        Assert.Contains("'x' is no tensor but made by os.system", Refusal(WithTensor(system)));
        Assert.Contains("'x' is no tensor but made by builtins.getattr", Refusal(WithTensor(got)));
        Assert.Contains("has a size or a stride that is no number", Refusal(WithTensor(Tensor([1], [1]).Replace(Numbers(1), Tuple(system)))));
        Assert.False(File.Exists(ran));
    }

    [JudgedFact]
    public void A_tensor_that_leaves_its_storage_is_refused()
    {
        const string Leaves = "leave its storage of 4 numbers";
        (long[] Sizes, long[] Strides, long Offset)[] cases = [([5], [1], 0), ([4], [1], 1), ([2], [4], 0), ([2, 2], [2, 2], 0), ([4], [-1], 3), ([-1], [1], 0), ([1], [1], -1), ([1], [1, 1], 0), ([0], [1], 5),
            ([long.MaxValue], [long.MaxValue], 0), ([2, 2, 2], [long.MaxValue, long.MaxValue, 2], 0), ([1L << 32, 1L << 32], [1, 1], 0), ([1], [1], long.MaxValue)];
        foreach (var (sizes, strides, offset) in cases) Assert.Contains(Leaves, Refusal(WithTensor(Tensor(sizes, strides, offset))));
        long[] ones = [.. Enumerable.Repeat(1L, 65)];
        Assert.Contains(Leaves, Refusal(WithTensor(Tensor(ones, ones))));
    }

    [JudgedFact]
    public void Storages_that_are_not_as_they_are_claimed_are_refused()
    {
        Assert.Contains("'archive/data/0' has 16 bytes; a tensor needs 20", Refusal(WithTensor(Tensor([4], [1], count: 5))));
        Assert.Contains("'archive/data/0' has 16 bytes; a tensor needs 12", Refusal(WithTensor(Tensor([3], [1], count: 3))));
        Assert.Contains("'archive/data/0' is compressed", Refusal(Zip([("archive/data.pkl", Latin(Pickle(Dict(("x", Tensor([1000], [1], count: 1000)))))), ("archive/data/0", new byte[4000])], compressed: "archive/data/0")));
        Assert.Contains("a tensor needs 36893488147419103228", Refusal(WithTensor(Tensor([4], [1], count: long.MaxValue))));
        Assert.Contains("a storage that torch would not write", Refusal(WithTensor(Tensor([0], [1], count: -1))));
        Assert.Contains("no entry 'archive/data/7'", Refusal(WithTensor(Tensor([4], [1], key: "7"))));
        Assert.Contains("no entry 'archive/data/../data.pkl'", Refusal(WithTensor(Tensor([4], [1], key: "../data.pkl"))));
        Assert.Contains("'x' is a torch.QInt8Storage; expected one of torch.DoubleStorage", Refusal(WithTensor(Tensor([4], [1], type: "QInt8Storage"))));
        Assert.Contains("claim 4000 bytes", Refusal(WithTensor(Tensor([1000], [0]))));
        Assert.Contains("it has two tensors 'x'", Refusal(Archive(Pickle(Dict(("x", s_tensor), ("x", s_tensor))), Four)));
    }

    [JudgedFact]
    public void Entries_that_share_their_bytes_are_refused()
    {
        const int Entries = 10, Count = 1000;
        string tensors = Pickle(Dict([.. Enumerable.Range(0, Entries).Select(i => ($"x{i}", Tensor([1], [1], count: Count, key: $"{i}")))]));
        byte[] file = Archive(tensors, [.. Enumerable.Range(0, Entries).Select(i => i == 0 ? new byte[4 * Count] : [])]);
        var directory = file.AsSpan(file.AsSpan().IndexOf("PK\u0001\u0002"u8));
        byte[]? first = null;
        for (int at = 0; (at = directory.IndexOf("PK\u0001\u0002"u8)) >= 0; directory = directory[(at + 4)..])
        {
            if (!directory[(at + 46)..].StartsWith("archive/data/"u8)) continue;
            first ??= directory.Slice(at, 46).ToArray(); // sizes at 20 and 24, where the entry lies at 42
            first.AsSpan(20, 8).CopyTo(directory[(at + 20)..]);
            first.AsSpan(42, 4).CopyTo(directory[(at + 42)..]);
        }
        Assert.Contains("its tensors claim 40000 bytes", Refusal(file));
    }

    [JudgedFact]
    public void A_storage_of_millions_of_bytes_is_read()
    {
        using var read = Weights.Read(Written(Archive(Pickle(Dict(("x", Tensor([2_000_000], [1], count: 2_000_000)))), new byte[8_000_000])));
        Assert.Equal(2_000_000, read.Tensors["x"].numel());
    }

    [JudgedFact]
    public void Short_numbers_keep_their_sign()
    {
        Assert.Contains("leave its storage", Refusal(WithTensor(Tensor([1], [1]).Replace(Number(0), "\u008a\u0001\u00ff"))));
        Assert.Contains("leave its storage", Refusal(WithTensor(Tensor([1], [7]).Replace(Number(7), "\u008a\u0001\u00ff"))));
        using var read = Weights.Read(Written(WithTensor(Tensor([1], [1]).Replace(Number(0), "\u008a\u0001\u0003"))));
        Assert.Equal([0.5], MustTensor.Read(read.Tensors["x"]));
    }

    [JudgedFact]
    public void An_archive_that_torch_would_not_write_is_refused()
    {
        byte[] pickle = Latin(Pickle(Dict()));
        Assert.Contains("not one of torch", Refusal(Zip([("word/document.xml", [1])])));
        Assert.Contains("not one of torch", Refusal(Zip([("a/data.pkl", pickle), ("b/data.pkl", pickle)])));
        Assert.Contains("two entries 'a/data.pkl'", Refusal(Zip([("a/data.pkl", pickle), ("a/data.pkl", pickle)])));
        Assert.Contains("'../data.pkl' leaves the archive", Refusal(Zip([("../data.pkl", pickle)])));
        Assert.Contains(@"'a\..\data.pkl' leaves the archive", Refusal(Zip([("a/data.pkl", pickle), (@"a\..\data.pkl", pickle)])));
        Assert.Contains("byte order 'big'", Refusal(Zip([("a/data.pkl", pickle), ("a/byteorder", "big"u8.ToArray())])));
        Assert.Contains("is compressed", Refusal(Zip([("a/data.pkl", new byte[500 << 20])], compressed: "a/data.pkl")));
        Assert.Contains("expected at most 1048576", Refusal(Zip([("a/data.pkl", new byte[2 << 20])])));
        Assert.Contains("far longer than torch writes", Refusal(Zip(Enumerable.Range(0, 100_000).Select(i => ($"a/data/{i}", Array.Empty<byte>())))));
    }

    [JudgedTheory]
    [InlineData("ends too early", "\u0080\u0002}")]
    [InlineData("ends too early", "\u0080\u0002X\u00ff\u00ff\u00ff\u007f.")] // a string of two gigabytes
    [InlineData("ends too early", "\u0080\u0002X\u00ff\u00ff\u00ff\u00ff.")] // of -1
    [InlineData("ends too early", "\u0080\u0004\u008d\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0080.")] // of -2^63
    [InlineData("ends too early", "\u0080\u0002\u008b\u00ff\u00ff\u00ff\u007f.")] // a number of two gigabytes
    [InlineData("damaged before byte 2", "\u0080\u0009}.")]
    [InlineData("damaged before byte 3", "\u0080\u00020.")] // takes from an empty stack
    [InlineData("damaged before byte 3", "\u0080\u0002u.")]
    [InlineData("damaged before byte 4", "\u0080\u0002}u.")]
    [InlineData("damaged before byte 6", "\u0080\u0002N(0t.")] // takes what was there before the mark
    [InlineData("damaged before byte 4", "\u0080\u0002h\u0000.")] // remembers what was never kept
    [InlineData("damaged before byte 5", "\u0080\u0002NNR.")] // calls what is nothing
    [InlineData("damaged before byte 4", "\u0080\u0002NQ.")]
    [InlineData("damaged before byte 6", "\u0080\u0002]NNs.")]
    [InlineData("damaged before byte 3", "\u0080\u0002cabc.")]
    [InlineData("damaged before byte 3", "\u0080\u0002\u0082.")]
    [InlineData("one of its tensors has no name", "\u0080\u0002}NNs.")]
    [InlineData("what it holds is no dict", "\u0080\u0002N.")]
    [InlineData("'x' is no tensor", "\u0080\u0002}X\u0001\u0000\u0000\u0000xNs.")]
    public void A_damaged_pickle_is_refused(string words, string pickle) => Assert.Contains(words, Refusal(Archive(pickle)));

    [JudgedTheory]
    [InlineData("}", "N.")] // each byte a dict
    [InlineData("}\u0094", "N.")] // each of them kept
    [InlineData("N\u0085", ".")]
    [InlineData("(", ".")]
    [InlineData("\u0094", ".", "N")]
    [InlineData("\u0085", ".", "N")] // tuples within tuples
    [InlineData("h\u0000)R", ".", "ca\nb\nq\u0000")] // calls of calls
    [InlineData("NNs", ".", "}")]
    [InlineData("h\u0000h\u0001b", ".", "ca\nb\n)Rq\u0000}(X\u0001\u0000\u0000\u0000aNuq\u0001")] // a state set over and over
    public void A_pickle_of_a_million_bytes_takes_little_memory(string repeated, string end, string start = "")
    {
        string pickle = $"\u0080\u0004{start}{string.Concat(Enumerable.Repeat(repeated, ((1 << 20) - 50) / repeated.Length))}{end}";
        string path = Written(Archive(pickle));
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        Refusal(path);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{clock.ElapsedMilliseconds} ms, {allocated >> 20} MB");
        Assert.InRange(allocated, 0, 200 << 20);
    }
}
