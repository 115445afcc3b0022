namespace Etudes.Dojo;

public sealed class BenchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_growth_is_the_exponent(double exponent) =>
        Assert.Equal(exponent, Growth.Slope(Enumerable.Range(1, 8).Select(i => new TimeAt(Math.Pow(2, i), 3 * Math.Pow(2, exponent * i)))), 9);

    [Fact]
    public void The_growth_of_every_kata_without_libtorch_can_be_measured()
    {
        string growth = File.ReadAllText(Path.Combine(Repository.Root, "Benchmarks", "Growth.cs"));
        Assert.All(Kata.All.Where(kata => kata.Judge == Judge.Main), kata => Assert.Contains($"[nameof({kata.Name}", growth));
    }
}
