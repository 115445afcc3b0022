using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etudes.Engine;
using Xunit;

namespace Etudes.Dojo;

/// <summary>The formulas of the book, typeset.</summary>
public partial class MathMLTests
{
    [Theory]
    [InlineData("a_{n-1}", "<msub><mi>a</mi><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow></msub>")]
    [InlineData(@"\tfrac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\log_2 n", "<mrow><msub><mi>log</mi><mn>2</mn></msub><mi>n</mi></mrow>")]
    [InlineData(@"\hat x^2_i", "<msubsup><mover accent=\"true\"><mi>x</mi><mo>^</mo></mover><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x < 1.5", "<mrow><mi>x</mi><mo>&lt;</mo><mn>1.5</mn></mrow>")]
    [InlineData(@"\unknown", @"<mtext>\unknown</mtext>")]
    public void A_formula_has_its_markup(string tex, string markup) =>
        Assert.Equal($"<math xmlns=\"http://www.w3.org/1998/Math/MathML\">{markup}</math>", MathML.Of(tex).ToString(SaveOptions.DisableFormatting));

    [Fact]
    public void In_a_line_of_its_own_a_sum_has_its_limits_above_and_below() =>
        Assert.Contains("<munderover><mo>∑</mo>", MathML.Lines(@"\sum_{i=1}^{n} i").ToString(SaveOptions.DisableFormatting));

    [Fact]
    public void A_wide_space_may_begin_a_new_line()
    {
        var formula = MathML.Lines(@"a = 1, \quad \{b \qquad c\} \text{ or }d");
        Assert.Equal(["a=1,", "{b", "c}\u00a0or\u00a0d"], formula.Elements().Select(line => line.Value));
        Assert.All(formula.Elements(), line => Assert.Equal("block", (string?)line.Attribute("display")));
    }

    [Fact]
    public void Cases_are_a_table() =>
        Assert.Equal(2, MathML.Lines(@"f = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}").Descendants().Count(part => part.Name.LocalName == "mtr"));

    [Fact]
    public void No_command_of_any_statement_or_hint_is_left_over()
    {
        string[] files = [.. Kata.All.SelectMany(kata => new[] { kata.Statement, kata.Hints })];
        string[] left = [.. files.SelectMany(file => LeftOver().Matches(StatementPage.Of(File.ReadAllText(Path.Combine(Repository.Root, file)))).Select(match => $"{file}: {match.Value}"))];
        Assert.True(left.Length == 0, string.Join('\n', left));
    }

    [Fact]
    public void Markup_in_a_text_is_text() => Assert.DoesNotContain("<script", StatementPage.Of("a <script>alert(1)</script> b\n\n<img src=x onerror=alert(1)>"));

    [Fact]
    public void A_link_to_a_file_keeps_its_words_and_one_to_a_site_leads_there()
    {
        string html = StatementPage.Of("[MinHeap](../MinHeap/README.md) <https://leetcode.com> [x](javascript:alert(1))");
        Assert.DoesNotContain("README", html);
        Assert.DoesNotContain("javascript", html);
        Assert.Contains("href=\"https://leetcode.com\"", html);
    }

    [GeneratedRegex(@"<mtext>\\[^<]*|<mo>[\\_&]</mo>")]
    private static partial Regex LeftOver();
}
