using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>Statements as the terminal shows them.</summary>
public sealed class StatementTextTests
{
    [Theory]
    [InlineData(@"a_1 \ge \dots \ge a_n", "a₁ ≥ … ≥ aₙ")]
    [InlineData(@"0 \le n, m \le 10^6", "0 ≤ n, m ≤ 10⁶")]
    [InlineData(@"a_{\lfloor (i-1)/2 \rfloor} \le a_i", "a_⌊(i-1)/2⌋ ≤ aᵢ")]
    [InlineData(@"\hat x", "x\u0302")]
    [InlineData(@"\delta = \frac12", "δ = ½")]
    [InlineData(@"\Delta p_k", "Δpₖ")]
    [InlineData(@"-\frac1K \sum_{i=1}^{K} \log \frac{a + b}{c}", "-1/K ∑ᵢ₌₁ᴷ log (a + b)/c")]
    [InlineData(@"x' = (x - \mu) / \sqrt{\sigma^2 + 10^{-6}}", "x' = (x - μ) / √(σ² + 10⁻⁶)")]
    [InlineData(@"x_i = \begin{cases} 1 & \text{if } u_i < p_i \\ 0 & \text{else} \end{cases}", "xᵢ = { 1 if uᵢ < pᵢ; 0 else }")]
    [InlineData(@"KL(p \,\|\, q) \qquad p_\theta", "KL(p ‖ q)  p_θ")]
    [InlineData(@"\lVert \hat x_{ni} \rVert^2", "‖x\u0302ₙᵢ‖²")]
    [InlineData(@"e^{s_{ij} / \tau}", "e^(sᵢⱼ / τ)")]
    [InlineData(@"h_i \le h_{parent}", "hᵢ ≤ h_parent")]
    public void Formulas_become_text(string tex, string text) => Assert.Equal(text, Tex.ToText(tex));

    [Fact]
    public void Every_statement_and_every_hint_is_rendered_whole()
    {
        Assert.All(Kata.All, kata =>
        {
            string markdown = File.ReadAllText(Kata.Full(kata.Statement)), text = Rendered(markdown);
            foreach (string heading in markdown.Split('\n').Where(line => line.StartsWith('#'))) Assert.Contains(heading.TrimStart('#', ' '), text);
            var hints = KataHints.Of(kata);
            string[] parts = [text, .. hints.Hints.Concat(hints.FollowUps).Select(hint => Rendered(hint.Text)), Rendered(hints.Idea), Rendered(hints.Target)];
            Assert.All(parts, part => Assert.NotEqual("", part.Trim()));
            Assert.All(parts, part => Assert.DoesNotContain('\\', part.Replace("'\\0'", "")));
            Assert.All(parts, part => Assert.DoesNotContain("<details>", part));
        });
    }

    [Fact]
    public void Each_kind_of_block_has_its_shape()
    {
        string text = Rendered("""
            # Head

            A *word*, `code`, [text](../X/README.md), [site](https://x.org), <https://y.org> and [0, 1) &amp;
            the line goes on.

            1. one
            2. two
               - inner

            > said

            | a | b |
            |---|---|
            | 1 | $x_2$ |

            $$y_1$$

                if (a)
                    b();
            """);
        string[] lines = [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
        Assert.Equal(["Head", "A word, code, text, site (https://x.org), https://y.org and [0, 1) & the line goes on.", "1. one", "2. two", "   • inner", "  said"], lines[..6]);
        Assert.Contains(lines, line => line.Contains('1') && line.Contains("x₂"));
        Assert.Equal(["    y₁", "    if (a)", "        b();"], lines[^3..]);
    }

    private static string Rendered(string markdown)
    {
        var words = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(words) });
        console.Profile.Width = 10_000;
        console.Write(StatementText.Render(markdown));
        return words.ToString();
    }
}
