using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Etudes.ML.Pretraining;

/// <summary>Files that are damaged in a thousand ways: each is read, or refused in a sentence.
/// KATA_MUTATIONS=10000 is the long run.</summary>
public sealed class MutationTests(ITestOutputHelper output) : CheckpointTests
{
    private static readonly int s_count = int.Parse(Environment.GetEnvironmentVariable("KATA_MUTATIONS") ?? "1000", CultureInfo.InvariantCulture);

    /// <summary>What readers trip over, as numbers of one to eight bytes.</summary>
    private static readonly long[] s_numbers = [0, 1, -1, 0x7f, 0x80, 0xffff, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 1L << 40];

    [JudgedTheory]
    [InlineData("safetensors", 1)]
    [InlineData("mae_tiny.pth", 2)]
    [InlineData("mae_tiny_awkward.pth", 3)]
    public void A_damaged_file_is_read_or_refused(string kind, int seed)
    {
        byte[] whole = kind == "safetensors" ? AsSafeTensors() : File.ReadAllBytes(GoldenFile(kind));
        Assert.True(IsRead(Written(whole))); // which also loads what is loaded once
        var (random, clock) = (new Random(seed), new Stopwatch());
        var (read, slowest, largest, resident) = (0, TimeSpan.Zero, 0L, Resident());
        for (int i = 0; i < s_count; i++)
        {
            if (i % 16 == 0) GC.Collect(); // where caches are large, 200 MB of garbage gather before the first collection
            string path = Written(Damaged(whole, random));
            long before = GC.GetAllocatedBytesForCurrentThread();
            clock.Restart();
            if (IsRead(path)) read++;
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        long more = Resident() - resident;
        output.WriteLine($"{kind}: of {s_count} damaged files {read} were read; the slowest took {slowest.TotalMilliseconds:0} ms, the largest {largest >> 10} KB; the process grew by {more >> 20} MB");
        Assert.InRange(largest, 0, 200 << 20);
        Assert.True(more <= 200 << 20);
        Assert.InRange(read, 1, s_count - 1); // else there was nothing to find out
    }

    /// <summary>Read means: to a model, or to weights that make none.</summary>
    private static bool IsRead(string path)
    {
        using var scope = NewDisposeScope();
        try
        {
            using var weights = Weights.Read(path);
            foreach (var tensor in weights.Tensors.Values) using (tensor.to(float64)) { } // each number is within the memory that it has
            using var model = Pretrained.Encoder(weights, s_heads);
            return true;
        }
        catch (RefusedRunException refused)
        {
            Assert.StartsWith($"{path} is refused: ", refused.Message);
            Assert.DoesNotContain(refused.Message, char.IsControl);
            return false;
        }
    }

    private byte[] AsSafeTensors()
    {
        using var weights = Weights.Read(GoldenFile("mae_tiny.pth"));
        string path = Path.Combine(Folder, "whole");
        SafeTensors.Write(path, weights.Tensors, new Dictionary<string, string>());
        return File.ReadAllBytes(path);
    }

    /// <summary>One to three changes, most of them near the ends, where the structure is.</summary>
    private static byte[] Damaged(byte[] whole, Random random)
    {
        var file = whole.ToList();
        for (int changes = random.Next(1, 4); changes > 0 && file.Count > 16; changes--) Change(file, random);
        return [.. file];
    }

    private static void Change(List<byte> file, Random random)
    {
        int near = random.Next(4) switch { 0 => file.Count, 1 => 32, _ => 6000 };
        int at = random.Next(Math.Min(near, file.Count - 8));
        if (random.Next(2) == 0) at = file.Count - 8 - at;
        int length = Math.Min(1 << random.Next(10), file.Count - at);
        switch (random.Next(8))
        {
            case 0: file[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: file[at] = (byte)random.Next(256); break;
            case 2: Put(file, at, BitConverter.GetBytes(s_numbers[random.Next(s_numbers.Length)])[..(1 << random.Next(4))]); break;
            case 3: file.RemoveRange(at, length); break;
            case 4: file.InsertRange(at, file.GetRange(random.Next(file.Count - length), length)); break;
            case 5: file.RemoveRange(at, file.Count - at); break;
            case 6: Digits(file, at, random); break;
            default: Put(file, at, [.. file.GetRange(random.Next(file.Count - length), length)]); break;
        }
    }

    /// <summary>The next number in digits becomes another one: of a header in JSON, or of an
    /// entry's name.</summary>
    private static void Digits(List<byte> file, int at, Random random)
    {
        int from = file.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
        if (from < 0) return;
        int to = file.FindIndex(from, b => b is < (byte)'0' or > (byte)'9');
        file.RemoveRange(from, (to < 0 ? file.Count : to) - from);
        file.InsertRange(from, Encoding.ASCII.GetBytes($"{s_numbers[random.Next(s_numbers.Length)]}"));
    }

    private static void Put(List<byte> file, int at, byte[] bytes)
    {
        for (int i = 0; i < bytes.Length && at + i < file.Count; i++) file[at + i] = bytes[i];
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
