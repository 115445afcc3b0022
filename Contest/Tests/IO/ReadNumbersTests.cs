using System.Globalization;
using Etudes.IO;
using static Etudes.Contest.Readers;

namespace Etudes.Contest;

/// <summary>Arrays, indices from 1, unsigned numbers, doubles and edges.</summary>
public sealed class ReadNumbersTests
{
    private static readonly CultureInfo s_plain = CultureInfo.InvariantCulture;

    [Fact]
    public void Arrays_are_read_in_one_call()
    {
        var reader = Reader("1 -2 9223372036854775807 18446744073709551615 0 1.5 -2e3 1 3");
        Assert.Equal([1, -2], reader.Ints(2));
        Assert.Equal([long.MaxValue], reader.Longs(1));
        Assert.Equal([ulong.MaxValue, 0], reader.ULongs(2));
        Assert.Equal([1.5, -2000], reader.Doubles(2));
        Assert.Equal([0, 2], reader.Indices(2, 3, from: 1));
        reader.End();
    }

    [Fact]
    public void Indices_count_from_where_the_input_does()
    {
        Assert.Equal([0, 4], Reader("1 5").Indices(2, 5, from: 1));
        Assert.Equal([0, 4], Reader("0 4").Indices(2, 5));
        Assert.Equal("line 1, token 2: expected an integer from 1 to 5 but found '0'", Fault(() => Begun("0").Index(5, from: 1)));
        Assert.Equal("line 1, token 2: expected an integer from 1 to 5 but found '6'", Fault(() => Begun("6").Index(5, from: 1)));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("+7", 7)]
    [InlineData("12345678", 12345678)]
    [InlineData("9999999999999999999", 9999999999999999999)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    [InlineData("000000000000000000000000000000018", 18)]
    public void An_unsigned_number_is_read(string text, ulong value)
    {
        foreach (string around in (string[])["{0}", " {0} ", "\n{0}\r\n"])
        {
            Assert.Equal(value, Reader(string.Format(around, text)).ULong());
            Assert.Equal(value, Begun(string.Format(around, text)).ULong(value, value));
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("18446744073709551616")]
    [InlineData("1x")]
    [InlineData("x")]
    [InlineData("1.0")]
    public void What_is_no_unsigned_number_is_refused(string text) =>
        Assert.Equal($"line 1, token 2: expected an integer from 0 to 18446744073709551615 but found '{text}'", Fault(() => Begun(text).ULong()));

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("+1.25")]
    [InlineData("0.1")]
    [InlineData("-123456.789012")]
    [InlineData("1e22")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("4.9E-324")]
    [InlineData("0.000000000000000000000000000001")]
    [InlineData("9007199254740993")] // 2^53 + 1 lies between two doubles
    [InlineData("9007199254740995")]
    [InlineData("9007199254740993.0")]
    [InlineData("900719925474099.25")]
    [InlineData("4503599627370496.5")]
    [InlineData("4503599627370497.5")]
    [InlineData("9999999999999999999")]
    [InlineData("0.9999999999999999999")]
    [InlineData("9.999999999999999999")]
    [InlineData("1844674407370955161.5")]
    public void A_double_is_the_nearest(string text)
    {
        double value = double.Parse(text, s_plain);
        foreach (string after in (string[])["", " ", "\r\n"])
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Begun(text + after).Double()));
    }

    /// <summary>Digits of all lengths with the point anywhere, doubles as they are written, and the middles between two doubles.</summary>
    [Fact]
    public void Drawn_doubles_are_the_nearest()
    {
        var random = new Random(1);
        string[] texts = [.. Enumerable.Range(0, 200_000).Select(i => (i % 4) switch
        {
            0 => WithPoint($"{random.NextInt64(1L << random.Next(1, 63))}", random),
            1 => random.NextDouble().ToString("R", s_plain),
            2 => (random.NextDouble() * Math.Pow(10, random.Next(-8, 9))).ToString($"F{random.Next(19)}", s_plain),
            _ => Middle(random),
        })];
        var reader = Begun(string.Join(' ', texts) + "\n");
        foreach (string text in texts)
        {
            double expected = double.Parse(text, s_plain), read = reader.Double();
            Assert.True(expected.Equals(read), $"{text} should be {expected:R} but is {read:R}");
        }
    }

    private static string WithPoint(string digits, Random random) => digits.Insert(random.Next(digits.Length + 1), ".");

    /// <summary>A number of at most 19 digits, halfway between two doubles or next to it.</summary>
    private static string Middle(Random random)
    {
        int halvings = random.Next(1, 5);
        decimal units = (1L << 53) + 2 * random.NextInt64(1L << 52) + 1; // 54 bits
        for (int i = 0; i < halvings; i++) units /= 2;
        return (units + random.Next(-1, 2) * 0.01m * random.Next(2)).ToString(s_plain);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1e")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-∞")]
    [InlineData("1e999")]
    [InlineData("0x1p3")]
    public void What_is_no_double_is_refused(string text) =>
        Assert.StartsWith("line 1, token 2: expected a decimal number but found ", Fault(() => Begun(text).Double()));

    [Theory]
    [InlineData("-0.5")]
    [InlineData("1.0000001")]
    public void A_double_outside_the_bounds_is_refused(string text) =>
        Assert.Equal($"line 1, token 2: expected a decimal number from 0 to 1 but found '{text}'", Fault(() => Begun($"{text} ").Double(0, 1)));

    [Fact]
    public void Doubles_cross_the_ends_of_blocks()
    {
        const string Text = "-12.375 1234567890.123456789 5e-1 .25";
        for (int before = Block - Text.Length - 1; before <= Block + 1; before++)
            Assert.Equal([-12.375, 1234567890.123456789, 0.5, 0.25], Reader(new string(' ', before) + Text).Doubles(4));
    }
}
