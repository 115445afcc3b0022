using Xunit;

namespace Etudes.Engine;

/// <summary>A verdict as the string that VSTest carries: what is written is read again.</summary>
public class TestMessageTests
{
    private const string Law = "TopK: keeps the k largest";

    private static readonly Dictionary<string, (Verdict Verdict, string Message)> s_verdicts = new()
    {
        ["broken"] = (Broken, " values = [0, 1], k = 1\n TopK.Largest should be [1] but is [0]\n stuck? Katas/Heap/TopK/HINTS.md"),
        ["all lines"] = (
            Broken with
            {
                Outcome = Outcome.Hung,
                Place = new("TopK", "Largest", "Katas/Heap/TopK/TopK.cs", 6),
                Remarks = ["on a thread of its own"],
                Again = "dotnet test",
                Printed = "a\nb",
            },
            " values = [0, 1], k = 1\n TopK.Largest should be [1] but is [0]\n in TopK.Largest (Katas/Heap/TopK/TopK.cs:6)\n on a thread of its own\n"
                + " again: dotnet test\n it printed: a\n it printed: b\n stuck? Katas/Heap/TopK/HINTS.md"),
        ["no input"] = (Broken with { Arguments = [] }, " TopK.Largest should be [1] but is [0]\n stuck? Katas/Heap/TopK/HINTS.md"),
        ["not written"] = (new(Outcome.NotWritten, Law) { Sentence = "not written yet: TopK.Largest (TopK.cs:6)" }, " not written yet: TopK.Largest (TopK.cs:6)"),
        ["a part is not"] = (new(Outcome.NotWritten, Law) { Sentence = "Kruskal needs DisjointSets.Find, not written yet (x.cs:6)" }, " Kruskal needs DisjointSets.Find, not written yet (x.cs:6)"),
        ["not run"] = (Verdict.NotRun(Law), " not run: an earlier law hung"),
    };

    public static TheoryData<string> Names => new(s_verdicts.Keys);

    private static Verdict Broken => new(Outcome.Broken, Law)
    {
        Arguments = [new("values", "[0, 1]", null), new("k", "1", null)],
        Sentence = "TopK.Largest should be [1] but is [0]",
        Statement = "Katas/Heap/TopK/README.md",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read_again(string name)
    {
        var (verdict, message) = s_verdicts[name];
        Assert.Equal(message, TestMessage.Write(verdict));
        var read = TestMessage.Read(Law, message);
        Assert.Equal((Law, message), (read.Law, TestMessage.Write(read)));
        Assert.Equal((verdict.IsFailure, verdict.IsFailure ? Outcome.Broken : verdict.Outcome), (read.IsFailure, read.Outcome));
        Assert.Equal(verdict.Statement, read.Statement);
    }

    [Fact]
    public void Words_of_others_stay_as_they_are() => Assert.Equal("Assert.True() Failure\nExpected: True", TestMessage.Read("", "Assert.True() Failure\nExpected: True").Sentence);
}
