namespace Etudes.Dojo;

/// <summary>A cost is the same however it is spelt, and another one is not.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("n log n", "O(n log n)", "Θ(n lg n)", "N*log(N)", "nlogn", "n*log2(n)", "n log_2 n", "n log2 n", "n ln n", "log n * n", "n·log n", "2n log n + 5n", "n (log n + 3)", "n log(n^2)", "n log n + n", "linearithmic", "o(n log n)", "n × log(2n)", "n log n comparisons", "n log n in the worst case", "(n log n)/2")]
    [InlineData("n log k", "O(n lg K)", "n*log(k)", "nlogk", "log(k) n", "O( n log k )", "3 n log2 k", "big-O(n log k)", "n ⋅ log k - k")]
    [InlineData("k + n", "n + k", "O(N+K)", "n+k", "2k + n/2", "theta(k+n)", "n + k + 1")]
    [InlineData("(n + m) log n", "n log n + m log n", "(V+E) log V", "O((E + V) lg V)", "log n (m + n)", "(n+m)*logn")]
    [InlineData("n + m log m", "V + E log E", "m log m + n", "n+mlogm", "O(n + m log(m))", "n + 2 m log m + 7", "n + m log(m^2)")]
    [InlineData("1", "O(1)", "constant", "5", "o(1)", "log 2", "O(1) time")]
    [InlineData("log n", "lg N", "O(log2(n))", "logarithmic", "log n + 1", "log(4n)", "O(log n) amortised", "amortized log n", "ln n")]
    [InlineData("n", "linear", "O(n)", "n + log n", "n + sqrt(n)", "n + 1", "n - 1")]
    [InlineData("n²", "n^2", "n*n", "quadratic", "n² + n log n", "n(n-1)/2", "n (n + 1)")]
    [InlineData("n α(n)", "n alpha(n)", "n*α(n)", "n inverse ackermann(n)", "α(n) n")]
    [InlineData("m α(n)", "m alpha(n)", "E α(V)")]
    [InlineData("nk", "n k", "n*k", "k n")]
    [InlineData("2^n", "2^n + n^3", "3 * 2^n")]
    [InlineData("sqrt(n)", "√n", "n^0.5")]
    [InlineData("log^2 n", "(log n)^2", "log n log n", "log²n")]
    [InlineData("n log w", "n lg w", "n*log(W)")]
    public void Spellings_of_one_cost_are_equal(string cost, params string[] spellings)
    {
        foreach (string spelling in spellings) Assert.True(Cost.Parse(cost).Equals(Cost.Parse(spelling)), $"{spelling} is read as {Cost.Parse(spelling)}, and {cost} as {Cost.Parse(cost)}");
    }

    [Theory]
    [InlineData("n log n", "n")]
    [InlineData("n log k", "k log n")]
    [InlineData("n + k", "n")] // of two variables either may be the larger
    [InlineData("n + m log m", "m log m")]
    [InlineData("(n + m) log n", "n + m log n")]
    [InlineData("n^2", "n^3")]
    [InlineData("log n", "log^2 n")]
    [InlineData("n α(n)", "n log n")]
    [InlineData("1", "log n")]
    [InlineData("2^n", "3^n")]
    [InlineData("n/k", "n k")]
    public void Other_costs_differ(string one, string other) => Assert.False(Cost.Parse(one).Equals(Cost.Parse(other)), $"{one}: {Cost.Parse(one)}");

    [Theory]
    [InlineData("n + m log m", true, "m log m", "E lg V", "n + m log n", "(n + m) log n")]
    [InlineData("(n + m) α(n)", true, "m α(n)")]
    [InlineData("n + m", true, "m", "E")]
    [InlineData("n + m log m", false, "n log n", "n + m", "n m")]
    [InlineData("n log k", false, "n log n", "k log n")]
    public void Of_a_connected_graph_without_parallel_edges_it_is_right_too(string target, bool isMet, params string[] spellings)
    {
        foreach (string said in spellings) Assert.True(isMet == new TargetCost("time", target).IsMet(said), said);
    }

    [Theory]
    [InlineData("", "a cost is wanted, n² log m, say")]
    [InlineData("fast", "'fast' is no part of a cost; say it like n² log m")]
    [InlineData("foo", "'foo' is no part of a cost; say it like n² log m")]
    [InlineData("n log", "the cost ends too early")]
    [InlineData("n +", "the cost ends too early")]
    [InlineData("(n", "a bracket is not closed")]
    [InlineData("n)", "')' is no part of a cost; say it like n² log m")]
    [InlineData("n ? m", "'?' is no part of a cost; say it like n² log m")]
    [InlineData("log^n n", "log^2 n has a small power")]
    public void Nonsense_is_one_sentence(string text, string sentence) => Assert.Equal(sentence, Assert.Throws<FormatException>(() => Cost.Parse(text)).Message);

    public static TheoryData<string> Katas => new(Kata.All.Where(kata => kata.Judge == Judge.Main).Select(kata => kata.Name));

    [Theory]
    [MemberData(nameof(Katas))]
    public void The_costs_of_every_kata_are_read_from_its_hints(string name)
    {
        var targets = TargetCost.Of(Kata.Named(name));
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(target.IsMet($"O({target.Text})")));
        Assert.All(targets, target => Assert.False(target.IsMet("2^n")));
    }

    [Fact]
    public void Operations_are_asked_one_by_one() => Assert.Equal(
        [new("Find, Union, Same, SizeOf", "α(n)"), new("Of", "n"), new("Count", "1"), new("Groups", "n α(n)")], TargetCost.Of(Kata.Named("DisjointSets")));

    [Fact]
    public void Time_and_room_are_asked_apart() => Assert.Equal([new("time", "n log k"), new("space", "k")], TargetCost.Of(Kata.Named("TopK")));
}
