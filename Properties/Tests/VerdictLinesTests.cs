using Xunit;

namespace Etudes.Engine;

/// <summary>Which of many broken laws are told; the same whether a verdict comes as data or as the string of a test.</summary>
public class VerdictLinesTests
{
    private static readonly Place s_place = new("TopK", "Largest", "Katas/Heap/TopK/TopK.cs", 6);

    private static readonly Verdict s_wrong = Broken("one", "[0]", "Largest should be [0] but is []");
    private static readonly Verdict s_thrown = Broken("two", "[1]", "OverflowException: too much") with { Place = s_place };

    public static TheoryData<bool> AsStrings => [false, true];

    [Theory]
    [MemberData(nameof(AsStrings))]
    public void The_same_exception_of_the_same_line_is_counted(bool asString) => Assert.Equal(
        ["Failed two", "1 more law broken; mend these first"],
        Told(asString, s_thrown, s_thrown with { Law = "three", Arguments = Input("[7]"), Sentence = "OverflowException: far too much" }));

    [Theory]
    [MemberData(nameof(AsStrings))]
    public void Another_exception_or_another_line_is_told(bool asString) => Assert.Equal(
        ["Failed two", "Failed three", "Failed four"],
        Told(asString, s_thrown, s_thrown with { Law = "three", Sentence = "FormatException: too much" }, s_thrown with { Law = "four", Place = s_place with { Line = 7 } }));

    [Theory]
    [MemberData(nameof(AsStrings))]
    public void The_same_values_of_the_same_input_are_counted(bool asString) => Assert.Equal(
        ["Failed one", "1 more law broken; mend these first"],
        Told(asString, s_wrong, s_wrong with { Law = "three", Sentence = "of a stream, Largest should be [0] but is []" }));

    [Theory]
    [MemberData(nameof(AsStrings))]
    public void Other_values_or_another_input_are_told(bool asString) => Assert.Equal(
        ["Failed one", "Failed three", "Failed four"],
        Told(asString, s_wrong, s_wrong with { Law = "three", Arguments = Input("[7]") }, s_wrong with { Law = "four", Sentence = "Largest should be [0] but is [1]" }));

    [Theory]
    [MemberData(nameof(AsStrings))]
    public void The_same_sentence_without_values_or_without_an_input_is_told(bool asString)
    {
        var held = Broken("one", "[0]", "the stream is kept");
        Assert.Equal(["Failed one", "Failed two"], Told(asString, held, held with { Law = "two" }));
        var alone = s_wrong with { Arguments = [] };
        Assert.Equal(["Failed one", "Failed two"], Told(asString, alone, alone with { Law = "two" }));
    }

    [Theory]
    [MemberData(nameof(AsStrings))]
    public void What_is_counted_leaves_its_place_to_others(bool asString) => Assert.Equal(
        ["Failed one", "Failed two", "Failed five", "3 more laws broken; mend these first"],
        Told(asString, s_wrong, s_wrong with { Law = "again" }, s_thrown, s_thrown with { Law = "again" },
            Broken("five", "[5]", "five"), Broken("six", "[6]", "six")));

    private static string[] Told(bool asString, params Verdict[] verdicts)
    {
        var lines = new VerdictLines();
        var told = verdicts.Select(verdict => asString ? TestMessage.Read(verdict.Law, TestMessage.Write(verdict)) : verdict).SelectMany(lines.Add).ToArray();
        return [.. told.Concat(lines.End()).Where(line => line.Kind is LineKind.Title or LineKind.More).Select(line => line.Text)];
    }

    private static Verdict Broken(string law, string values, string sentence) => new(Outcome.Broken, law) { Arguments = Input(values), Sentence = sentence };

    private static Argument[] Input(string values) => [new("values", values, null)];
}
