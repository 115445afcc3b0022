using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Etudes.ML.Pretraining;

/// <summary>The format .safetensors: what is written, and what is refused.</summary>
public sealed class SafeTensorsTests(ITestOutputHelper output) : CheckpointTests
{
    private static readonly Dictionary<string, string> s_nothing = [];
    private string SafeFile => Path.Combine(Folder, "weights.safetensors");

    [JudgedFact]
    public void What_is_written_is_read_again()
    {
        var numbers = tensor(new double[] { 0, 1, -2, 3.5, 100, 7 }, 2, 3);
        var tensors = ((ScalarType[])[float64, float32, float16, bfloat16, int64, int32, int16, int8, uint8, @bool])
            .ToDictionary(type => $"{type}", type => (type == uint8 ? numbers.abs() : numbers).to(type));
        tensors["one"] = tensor(7.25f);
        tensors["none"] = zeros(0, 3);
        tensors["turned \"\\ü\n"] = numbers.t();
        tensors["part"] = numbers[1.., 1..];
        SafeTensors.Write(SafeFile, tensors, new Dictionary<string, string> { ["seed"] = "7", ["ü"] = "\"" });

        using var read = Weights.Read(SafeFile);
        Assert.Equal(tensors.Keys.Order(), read.Tensors.Keys.Order());
        foreach (var (name, tensor) in tensors) MustTensor.Be(tensor, read.Tensors[name], name, absolute: 0, relative: 0);
        Assert.Equal([new("seed", "7"), new("ü", "\"")], read.Metadata);
        Assert.Equal(SafeFile, read.Source);
    }

    [JudgedFact]
    public void The_file_is_laid_out_as_the_format_says()
    {
        SafeTensors.Write(SafeFile, new Dictionary<string, Tensor> { ["b"] = tensor((byte)9), ["f"] = tensor(1.5f) }, new Dictionary<string, string> { ["k"] = "v" });
        byte[] file = File.ReadAllBytes(SafeFile);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, length % 8); // so that the numbers begin at a multiple of eight
        Assert.Equal("""{"__metadata__":{"k":"v"},"f":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[],"data_offsets":[4,5]}}""",
            Encoding.UTF8.GetString(file, 8, length).TrimEnd(' '));
        Assert.Equal([0, 0, 0xc0, 0x3f, 9], file[(8 + length)..]);
    }

    [JudgedFact]
    public void A_file_that_another_program_wrote_is_read()
    {
        byte[] file = Safe("""{"x":{"dtype":"BF16","shape":[2],"data_offsets":[2,6]},"none":{"dtype":"F64","shape":[0],"data_offsets":[2,2]},"y":{"dtype":"I8","shape":[1,2],"data_offsets":[0,2],"more":[1]}}   """, [1, 0xff, 0x80, 0x3f, 0, 0xc0]);
        using var read = Weights.Read(Written(file));
        MustTensor.Be(tensor(new float[] { 1, -2 }).to(bfloat16), read.Tensors["x"], "x");
        MustTensor.Be(tensor(new sbyte[] { 1, -1 }, 1, 2), read.Tensors["y"], "y");
        MustTensor.Be(zeros(0, float64), read.Tensors["none"], "none");
    }

    [JudgedFact]
    public void A_file_that_cannot_be_written_leaves_the_earlier_one()
    {
        var one = new Dictionary<string, Tensor> { ["x"] = ones(3) };
        SafeTensors.Write(SafeFile, one, s_nothing);
        byte[] earlier = File.ReadAllBytes(SafeFile);
        Assert.Throws<ArgumentException>(() => SafeTensors.Write(SafeFile, new Dictionary<string, Tensor> { ["x"] = ones(3, complex64) }, s_nothing));
        Assert.Throws<ArgumentException>(() => SafeTensors.Write(SafeFile, new Dictionary<string, Tensor> { ["__metadata__"] = ones(3) }, s_nothing));
        Assert.Equal([SafeFile], Directory.GetFiles(Folder));
        Directory.CreateDirectory(SafeFile + WholeFile.Unfinished); // a file of that name cannot be made
        Assert.Throws<UnauthorizedAccessException>(() => SafeTensors.Write(SafeFile, one, s_nothing));
        Assert.Equal(earlier, File.ReadAllBytes(SafeFile));
    }

    [JudgedTheory]
    [InlineData("claims 104857600 bytes; expected at most", "{}", 0, 104857600L)]
    [InlineData("claims 18446744073709551615 bytes", "{}", 0, -1L)]
    [InlineData("claims 100 bytes, but the file has only 10", "{}", 0, 100L)]
    [InlineData("its header is not the JSON", "{\"x\":", 0)]
    [InlineData("its header is not the JSON", "{\"x\":NaN}", 0)]
    [InlineData("its header is not the JSON", "{\"x\":1,\"x\":1}", 0)]
    [InlineData("its header is not the JSON", "{\"\\ud800\":1}", 0)]
    [InlineData("the entry 'x' is not the JSON", "{\"x\":1}", 0)]
    [InlineData("the entry 'x' is not the JSON", "{\"x\":null}", 0)]
    [InlineData("the entry 'x' is not the JSON", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4)]
    [InlineData("the entry 'x' is not the JSON", "{\"x\":{\"dtype\":null,\"shape\":[1],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("the entry 'x' is not the JSON", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("its header is not the JSON", "{\"x\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("the entry 'x' is not the JSON", "{\"x\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("__metadata__ is not the JSON", "{\"__metadata__\":{\"x\":1}}", 0)]
    [InlineData("'x' is of type F8_E4M3; expected one of F64", "{\"x\":{\"dtype\":\"F8_E4M3\",\"shape\":[4],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("'x' has a negative size", "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1,-1],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("the shape of 'x' needs other than the 4 bytes", "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("the shape of 'x' needs other", "{\"x\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,4],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("the shape of 'x' needs other", "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}", 0)] // 2^64 wraps to 0
    [InlineData("no two offsets that follow", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4)]
    [InlineData("no two offsets that follow", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}", 4)]
    [InlineData("no two offsets that follow", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", 4)]
    [InlineData("'x' has 4000000000 bytes; expected at most", "{\"x\":{\"dtype\":\"U8\",\"shape\":[4000000000],\"data_offsets\":[0,4000000000]}}", 4)]
    [InlineData("its tensors have 400 bytes, but the file has 4", "{\"x\":{\"dtype\":\"U8\",\"shape\":[400],\"data_offsets\":[0,400]}}", 4)]
    [InlineData("its tensors have 4 bytes, but the file has 5", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 5)]
    [InlineData("'x' begins at byte 1, but what is before it ends at 0", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[1,5]}}", 5)]
    [InlineData("'y' begins at byte 2, but what is before it ends at 4", "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}", 6)]
    public void A_header_that_lies_is_refused(string words, string header, int data, long? length = null) =>
        Assert.Contains(words, Refusal(Safe(header, new byte[data], length)));

    [JudgedFact]
    public void A_name_of_many_lines_makes_a_sentence_of_one()
    {
        string words = Refusal(Safe($$$"""{"{{{string.Concat(Enumerable.Repeat("x\\n", 1000))}}}":{"dtype":"F64","shape":[2],"data_offsets":[0,4]}}""", new byte[4]));
        Assert.InRange(words.Length, 100, 600);
    }

    [JudgedFact]
    public void A_shape_of_too_many_axes_is_refused()
    {
        Assert.Contains("more than 64 axes", Refusal(Safe(Axes(65), new byte[4])));
        using var read = Weights.Read(Written(Safe(Axes(64), new byte[4])));
        Assert.Equal(64, read.Tensors["x"].shape.Length);

        static string Axes(int count) => $$$"""{"x":{"dtype":"F32","shape":[{{{string.Join(",", Enumerable.Repeat(1, count))}}}],"data_offsets":[0,4]}}""";
    }

    [JudgedTheory]
    [InlineData("\"{0}\":0,")]
    [InlineData("\"{0}\":{{}},")]
    [InlineData("\"{0}\":[[],[],[],[],[],[],[],[],[],[],[],[]],")]
    [InlineData("\"{0}\":{{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}},")]
    public void A_header_of_millions_of_bytes_takes_little_memory(string entry)
    {
        var header = new StringBuilder("{");
        for (int i = 0; header.Length < (2 << 20) - 200; i++) header.AppendFormat(CultureInfo.InvariantCulture, entry, $"{i:x}");
        string path = Written(Safe($"{header.ToString().TrimEnd(',')}}}", [0]));
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        Refusal(path);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{clock.ElapsedMilliseconds} ms, {allocated >> 20} MB");
        Assert.InRange(allocated, 0, 200 << 20);
    }

    /// <param name="length">What the file says of its header, if that is a lie.</param>
    private static byte[] Safe(string header, byte[] data, long? length = null)
    {
        byte[] json = Encoding.UTF8.GetBytes(header), eight = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, length ?? json.Length);
        return [.. eight, .. json, .. data];
    }
}
