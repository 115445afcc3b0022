namespace Etudes.Dojo;

public sealed class NearestTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("TopK", "", 4)]
    [InlineData("flaw", "lawn", 2)]
    public void The_distance_counts_changes(string one, string other, int distance) => Assert.Equal(distance, Nearest.Distance(one, other));

    [Fact]
    public void The_nearest_comes_first_whatever_its_case() => Assert.Equal("TopK", Nearest.To("topkk", ["MinHeap", "BottomK", "TopK"]).First());
}

public sealed class FreshnessTests
{
    [Fact]
    public void A_program_is_old_once_a_source_is_newer()
    {
        string program = Path.GetTempFileName();
        File.SetLastWriteTimeUtc(program, DateTime.UtcNow.AddYears(1));
        Assert.True(Freshness.IsNewer(program, Freshness.Rooms));
        File.SetLastWriteTimeUtc(program, new DateTime(2001, 1, 1));
        Assert.All(Freshness.Rooms, room => Assert.False(Freshness.IsNewer(program, [room])));
        File.Delete(program);
    }
}

public sealed class BenchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_growth_is_the_exponent(double exponent) =>
        Assert.Equal(exponent, Bench.Slope([.. Enumerable.Range(1, 8).Select(i => (Math.Pow(2, i), 3 * Math.Pow(2, exponent * i)))]), 9);

    [Fact]
    public void The_growth_of_every_kata_without_libtorch_can_be_measured()
    {
        string growth = File.ReadAllText(Path.Combine(LawName.Root, "Benchmarks", "Growth.cs"));
        Assert.All(Kata.All.Where(kata => kata.House == House.Main), kata => Assert.Contains($"[nameof({kata.Name}", growth));
    }
}
