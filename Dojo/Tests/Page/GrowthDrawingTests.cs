using System.Globalization;
using System.Xml.Linq;
using Xunit;
using static Etudes.Dojo.Marks;

namespace Etudes.Dojo;

/// <summary>Time against n: what grows alike is parallel, and nothing covers another thing.</summary>
public sealed class GrowthDrawingTests
{
    private static readonly Growth s_growth = new(Times(1e-8, 2), Times(1e-6, 1));

    [Fact]
    public void The_sentence_says_what_twice_the_input_costs() =>
        Assert.Equal("twice the input takes yours 4.0 times as long, the reference 2.0 times", s_growth.Sentence);

    [Fact]
    public void A_curve_of_twice_the_exponent_is_twice_as_steep()
    {
        var drawn = GrowthDrawing.Of(s_growth).ToSvg("", "");
        Assert.Equal(2, Steepness(OfKind(drawn, "chosen")) / Steepness(OfKind(drawn, "edge").Where(line => !Kind(line).Contains("chosen"))), 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.05)]
    [InlineData(100)]
    public void The_names_of_the_curves_do_not_cover_each_other(double ratio)
    {
        var drawn = GrowthDrawing.Of(new(Times(ratio * 1e-6, 1), Times(1e-6, 1))).ToSvg("", "");
        double[] rows = [.. drawn.Descendants().Where(part => part.Value.Contains("n^")).Select(part => Number(part, "y"))];
        Assert.Equal(2, rows.Length);
        Assert.True(Math.Abs(rows[0] - rows[1]) >= 16, $"{rows[0]} and {rows[1]}");
    }

    [Fact]
    public void The_axes_have_their_units() =>
        Assert.Equal(["10 us", "100 us", "1 ms", "10 ms"], Texts(GrowthDrawing.Of(new(Times(2e-8, 1), Times(3e-8, 1))).ToSvg("", ""), "word").Where(text => text.EndsWith('s')));

    /// <summary>From 2^10 to 2^17.</summary>
    private static TimeAt[] Times(double first, double exponent) => [.. Enumerable.Range(10, 8).Select(i => new TimeAt(1 << i, first * Math.Pow(1 << i, exponent)))];

    private static double Steepness(IEnumerable<XElement> lines) => lines.Sum(line => Number(line, "y1") - Number(line, "y2")) / lines.Sum(line => Number(line, "x2") - Number(line, "x1"));

    private static string Kind(XElement part) => part.Attribute("class")!.Value;

    private static double Number(XElement part, string attribute) => double.Parse(part.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
