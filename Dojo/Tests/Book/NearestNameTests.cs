namespace Etudes.Dojo;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("TopK", "", 4)]
    [InlineData("flaw", "lawn", 2)]
    public void The_distance_counts_changes(string one, string other, int distance) => Assert.Equal(distance, NearestName.Distance(one, other));

    [Fact]
    public void The_nearest_comes_first_whatever_its_case() => Assert.Equal("TopK", NearestName.To("topkk", ["MinHeap", "BottomK", "TopK"]).First());
}
