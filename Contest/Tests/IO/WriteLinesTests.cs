using System.Text;
using Etudes.IO;

namespace Etudes.Contest;

/// <summary>Each way to write, as a judge reads it.</summary>
public sealed class WriteLinesTests
{
    [Fact]
    public void Lists_spans_and_words_are_lines()
    {
        List<int> numbers = [1, -2];
        List<string> words = ["a", "ä"];
        Assert.Equal("1 -2\n1 -2\n-2\n\na ä\na ä\nb\n\n", Written(output =>
        {
            output.WriteLine(numbers);
            output.WriteLine(numbers.ToArray().AsSpan());
            output.WriteLine(new ReadOnlySpan<int>([1, -2])[1..]);
            output.WriteLine();
            output.WriteLine(words);
            output.WriteLine(words.ToArray());
            output.WriteLine((string[])["b"]);
            output.WriteLine((string[])[]);
        }));
    }

    [Fact]
    public void Each_of_several_is_a_line()
    {
        Assert.Equal("1\n-2\n3\n4\n1.5\na\nb\n", Written(output =>
        {
            output.WriteEach((int[])[1, -2]);
            output.WriteEach(new List<long> { 3, 4 });
            output.WriteEach(new ReadOnlySpan<double>([1.5]));
            output.WriteEach((string[])["a", "b"]);
        }));
    }

    [Fact]
    public void A_double_is_written_so_that_it_comes_back()
    {
        double[] values = [0.1, 1.0 / 3, 1e300, 5e-324, -0.0, double.MaxValue];
        string text = Written(output => output.WriteLine(values));
        Assert.Equal(values, Readers.Reader(text).Doubles(values.Length));
    }

    [Theory]
    [InlineData(2, 3.14159, "3.14")]
    [InlineData(0, 2.5, "2")]
    [InlineData(3, -1e-9, "-0.000")]
    [InlineData(6, 1e15, "1000000000000000.000000")]
    [InlineData(12, 0.1, "0.100000000000")]
    [InlineData(20, 0.1, "0.10000000000000000555")]
    public void Decimals_are_as_many_as_asked_for(int decimals, double value, string text) =>
        Assert.Equal($"{text} {text}\n", Written(output => output.WriteFixed(decimals, value, value)));

    [Fact]
    public void Decimals_are_from_0_to_99()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(output => output.WriteFixed(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(output => output.WriteFixed(100, 1)));
        Assert.Equal(101 + 1, Written(output => output.WriteFixed(99, 1)).Length);
    }

    [Fact]
    public void Yes_and_no_are_what_the_judge_wants() => Assert.Equal("Yes\nNo\nYES\n-1\n", Written(output =>
    {
        output.WriteYesNo(true);
        output.WriteYesNo(false);
        output.WriteYesNo(true, "YES", "NO");
        output.WriteYesNo(false, no: "-1");
    }));

    private static string Written(Action<FastWriter> write)
    {
        var stream = new MemoryStream();
        var output = new FastWriter(stream);
        write(output);
        output.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
