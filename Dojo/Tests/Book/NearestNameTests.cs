namespace Etudes.Dojo;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("TopK", "", 4)]
    [InlineData("flaw", "lawn", 2)]
    [InlineData("chekc", "check", 1)]
    public void The_distance_counts_changes(string one, string other, int distance) => Assert.Equal(distance, NearestName.Distance(one, other));

    [Theory]
    [InlineData("", "anything", 0)]
    [InlineData("medain", "runningmedian", 1)]
    [InlineData("medxan", "runningmedian", 1)]
    [InlineData("law", "flawn", 0)]
    [InlineData("abc", "", 3)]
    public void The_distance_to_a_part_leaves_out_the_rest(string one, string other, int distance) => Assert.Equal(distance, NearestName.Distance(one, other, ofPart: true));

    [Theory]
    [InlineData("topkk", "TopK")]
    [InlineData("medain", "RunningMedian", "SlidingMedian")]
    [InlineData("KRUSKL", "Kruskal")]
    [InlineData("heap", "MinHeap", "MaxHeap", "Heapsort")]
    [InlineData("chekc", "check", "ForestCheck")]
    public void The_nearest_are_named_whatever_their_case(string given, params string[] nearest) =>
        Assert.Equal(nearest, NearestName.To(given, [.. Kata.All.Select(kata => kata.Name), "check", "hint", "history"]));
}
