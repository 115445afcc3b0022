using System.Text;
using Etudes.IO;
using static Etudes.Contest.Readers;

namespace Etudes.Contest;

/// <summary>The reader and the writer of contest programs, at the ends of numbers, of blocks and of input.</summary>
public sealed class FastIOTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+5", 5)]
    [InlineData("007", 7)]
    [InlineData("-12345678", -12345678)]
    [InlineData("123456789", 123456789)]
    [InlineData("999999999999999999", 999999999999999999)]
    [InlineData("1000000000000000000", 1000000000000000000)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("0000000000000000000000000000001", 1)]
    public void A_number_is_read(string text, long value)
    {
        foreach (string around in (string[])["{0}", "{0} ", " \t\r\n{0}\n", "\v{0}\f"])
        {
            Assert.Equal(value, Reader(string.Format(around, text)).Long());
            Assert.Equal(value, Begun(string.Format(around, text)).Long(value, value));
        }
    }

    [Theory]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    public void The_ends_of_int_are_read(string text, int value) => Assert.Equal([value, value, value], Reader($"{text} {text} {text}").Ints(3));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("a")]
    [InlineData("12a")]
    [InlineData("a12")]
    [InlineData("1-2")]
    [InlineData("1.5")]
    [InlineData("12:")]
    [InlineData("/12")]
    [InlineData("1p2")]
    [InlineData("12345678p")]
    [InlineData("\0")]
    [InlineData("1\0")]
    [InlineData("\u001f1")]
    [InlineData("\uff11")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551617")]
    public void What_is_no_int_is_refused_with_its_line(string text)
    {
        string found = text == "" ? "the end of the input" : $"'{string.Concat(Encoding.UTF8.GetBytes(text).Select(c => c is > 32 and < 127 ? (char)c : '?'))}'";
        foreach (string after in (string[])["", " ", "\n"])
        {
            var reader = Reader($"1\n2\n{text}{after}");
            Assert.Equal([1, 2], reader.Ints(2));
            string line = text == "" && after == "\n" ? "line 4" : "line 3";
            Assert.Equal($"{line}, token 1: expected an integer from -2147483648 to 2147483647 but found {found}", Assert.Throws<FormatException>(() => reader.Int()).Message);
        }
    }

    [Theory]
    [InlineData("-9223372036854775809")]
    [InlineData("9223372036854775808")]
    [InlineData("92233720368547758070")]
    public void What_is_no_long_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => Reader(text).Long());
        Assert.Throws<FormatException>(() => Begun($"{text} ").Long());
    }

    [Theory]
    [InlineData(2, "2")]
    [InlineData(4, "4")]
    public void The_bounds_are_numbers_in_reach(int value, string text) => Assert.Equal(value, Begun($"{text} ").Int(2, 4));

    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    [InlineData("-3")]
    public void What_is_outside_the_bounds_is_refused(string text) =>
        Assert.Equal($"line 1, token 2: expected an integer from 2 to 4 but found '{text}'", Assert.Throws<FormatException>(() => Begun($"{text}\n").Int(2, 4)).Message);

    [Fact]
    public void Between_crossed_bounds_there_is_no_number() =>
        Assert.Equal("line 1, token 2: expected an integer from 0 to -1 but found '0'", Assert.Throws<FormatException>(() => Begun("0 ").Int(0, -1)).Message);

    [Fact]
    public void A_word_without_end_is_cut_short() =>
        Assert.Equal(64, Assert.Throws<FormatException>(() => Reader(new string('1', 1 << 20)).Long()).Message.Split('\'')[1].Length);

    /// <summary>Moved so that each byte is once the last of a block.</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000007", '1')]
    [InlineData("-000000000000000000000000000000000000000000000000000000000000007", '0')]
    [InlineData("+000000000000000000000000000000000000000000000000000000000000007", 'x')]
    public void Of_65_characters_no_64_are_read(string longest, char oneMore)
    {
        string found = $"but found '{longest}' and more, beyond 64 characters";
        for (int before = Block - 2 * longest.Length - 3; before <= Block; before++)
        {
            string text = $"\n{new string(' ', before)}{longest} {longest}{oneMore} 5";
            var reader = Reader($"1{text}");
            Assert.Equal([1, longest[0] == '-' ? -7 : 7], reader.Ints(2));
            Assert.Equal($"line 2, token 2: expected an integer from -2147483648 to 2147483647 {found}", Assert.Throws<FormatException>(() => reader.Int()).Message);
            reader = Reader($"1{text}");
            reader.Ints(2);
            Assert.Equal($"line 2, token 2: expected the end of the input {found}", Assert.Throws<FormatException>(reader.End).Message);
        }
    }

    /// <summary>Numbers of all lengths and ends of lines of both kinds, moved so that each byte of them is once the last of a block.</summary>
    [Fact]
    public void Numbers_cross_the_ends_of_blocks()
    {
        long[] numbers = [.. Enumerable.Range(1, 19).SelectMany(digits => (long[])[long.MaxValue / (long)Math.Pow(10, 19 - digits), long.MinValue / (long)Math.Pow(10, 19 - digits)])];
        string text = string.Join("\r\n", numbers);
        for (int before = Block - text.Length - 1; before <= Block + 1; before++)
        {
            var reader = Reader(new string(' ', before) + text);
            Assert.Equal(numbers, numbers.Select(_ => reader.Long()).ToArray());
            reader.End();
        }
    }

    [Fact]
    public void What_a_block_leaves_behind_is_not_read_again()
    {
        var reader = Reader(string.Concat(Enumerable.Repeat("1 ", Block / 2)) + "3 12");
        Assert.Equal(Block / 2, reader.Ints(Block / 2).Sum());
        Assert.Equal([3, 12], reader.Ints(2));
        reader.End();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void However_the_bytes_come_the_numbers_are_the_same(int most)
    {
        var random = new Random(most);
        long[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64))];
        var reader = new FastReader(new Trickle(string.Join(' ', numbers), most));
        Assert.Equal(numbers, numbers.Select(_ => reader.Long()).ToArray());
        reader.End();
    }

    [Fact]
    public void A_number_waits_for_no_more_than_the_byte_that_ends_it()
    {
        var stream = new Trickle("3\n-17\n5 ", most: 1);
        var reader = new FastReader(stream);
        foreach (int number in (int[])[3, -17, 5])
        {
            Assert.Equal(number, reader.Int());
            Assert.True(stream.Given.EndsWith($"{number}\n") || stream.Given.EndsWith("5 "), stream.Given);
        }
    }

    [Fact]
    public void The_line_of_a_mistake_is_right_beyond_the_first_block()
    {
        var reader = Reader(string.Concat(Enumerable.Repeat("1 2\r\n", 100_000)) + "3 x");
        reader.Ints(200_001);
        Assert.StartsWith("line 100001, token 2: ", Assert.Throws<FormatException>(() => reader.Int()).Message);
    }

    [Fact]
    public void Edges_are_read_within_their_bounds()
    {
        Assert.Equal([(0, 2, -7L), (1, 1, 0L)], Reader("0 2 -7\n1 1 0").Edges(2, vertices: 3));
        Assert.Throws<FormatException>(() => Reader("0 3 1").Edges(1, vertices: 3));
        Assert.Throws<FormatException>(() => Reader("0 2 5").Edges(1, vertices: 3, min: 0, max: 4));
    }

    [Fact]
    public void The_end_is_white_space_alone()
    {
        Reader("").End();
        Reader(new string('\n', Block + 1)).End();
        Assert.Equal("line 2, token 1: expected the end of the input but found '7'", Assert.Throws<FormatException>(() => Reader("\n 7").End()).Message);
    }

    [Fact]
    public void What_is_written_comes_out_when_it_is_flushed()
    {
        var stream = new MemoryStream();
        var writer = new FastWriter(stream);
        writer.WriteLine(long.MinValue, long.MaxValue, 0);
        writer.WriteLine(int.MinValue);
        writer.WriteLine((int[])[1, -2]);
        writer.WriteLine((int[])[]);
        writer.Write(1.5);
        writer.Write(' ');
        writer.Write("ä");
        writer.WriteLine("Yes");
        Assert.Equal((0, false), ((int)stream.Length, writer.HasFlushed));
        writer.Flush();
        Assert.Equal("-9223372036854775808 9223372036854775807 0\n-2147483648\n1 -2\n\n1.5 äYes\n", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.True(writer.HasFlushed);
    }

    [Fact]
    public void A_long_output_is_handed_on_before_it_ends_whole_and_in_order()
    {
        int[] numbers = [.. Enumerable.Range(0, 3_000_000)]; // 22 MB
        var stream = new MemoryStream();
        var writer = new FastWriter(stream);
        foreach (int number in numbers) writer.WriteLine(number);
        Assert.InRange(stream.Length, (1 << 24) - 20, 1 << 24);
        Assert.False(writer.HasFlushed);
        writer.Flush();
        stream.Position = 0;
        Assert.Equal(numbers, new FastReader(stream).Ints(numbers.Length));
    }
}
