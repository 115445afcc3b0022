using System.Text;

namespace Etudes.Dojo;

/// <summary>Outputs are compared token by token, and the first difference is one line.</summary>
public sealed class TokenDifferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "\n \n")]
    [InlineData("1 2\n3\n", "1 2\n3\n")]
    [InlineData("1 2\n3\n", "1\r\n2 3")]
    public void White_space_does_not_count(string expected, string output) => Assert.Null(First(expected, output));

    [Theory]
    [InlineData("1 2\n3", "1 2\n4", "line 2, token 1: expected '3' but got '4'")]
    [InlineData("1 2\n3", "1 2\n", "line 2, token 1: expected '3' but got the end of the output")]
    [InlineData("1 2\n3", "1 2", "line 1, token 3: expected '3' but got the end of the output")]
    [InlineData("1", "", "line 1, token 1: expected '1' but got the end of the output")]
    [InlineData("1", "1\n\n 1", "line 3, token 1: expected the end of the output but got '1'")]
    [InlineData("1", "01", "line 1, token 1: expected '1' but got '01'")]
    [InlineData("Yes", "\u0001es", "line 1, token 1: expected 'Yes' but got '?es'")]
    public void The_first_difference_is_told_with_its_place(string expected, string output, string words) => Assert.Equal(words, First(expected, output));

    [Fact]
    public void A_long_token_is_cut_short() => Assert.Equal($"line 1, token 1: expected '1' but got '{new string('x', 40)}...'", First("1", new string('x', 1000)));

    [Theory]
    [InlineData("1.0", "1", 1e-9, true)]
    [InlineData("1.0", "1", null, false)]
    [InlineData("0", "0.001", 1e-3, true)]
    [InlineData("0", "0.0011", 1e-3, false)]
    [InlineData("1000000", "1000999", 1e-3, true)]
    [InlineData("1000000", "1001001", 1e-3, false)]
    [InlineData("0", "nan", 1e-3, false)]
    [InlineData("nan", "0", 1e-3, false)]
    [InlineData("a", "b", 1e-3, false)]
    public void Numbers_may_be_off_by_the_tolerance(string expected, string output, double? tolerance, bool right) => Assert.Equal(right, First(expected, output, tolerance) is null);

    private static string? First(string expected, string output, double? tolerance = null) => TokenDifference.First(Encoding.Latin1.GetBytes(expected), Encoding.Latin1.GetBytes(output), tolerance);
}
