using Etudes.Engine;
using Xunit;

namespace Etudes.Dojo;

/// <summary>Broken laws are told in their order, whichever was tried first.</summary>
public class VerdictTextTests
{
    private static readonly string[] s_laws = ["one", "two", "three"];

    [Fact]
    public void A_law_that_was_tried_before_its_turn_is_told_in_its_turn() => Assert.Equal(
        [[], ["Failed one", " [0]"], ["Failed two", " [1]", "Failed three", " [2]"], []],
        Told(Broken(2), Broken(0), Broken(1), new Judged([])));

    [Fact]
    public void It_is_told_at_the_end_where_the_laws_before_it_were_not_tried() => Assert.Equal(
        [[], ["Failed three", " [2]", "2 more laws not run: an earlier law hung"]],
        Told(Broken(2), new Judged([])));

    [Fact]
    public void A_law_that_holds_lets_the_next_be_told() => Assert.Equal(
        [[], [], ["Failed two", " [1]"]],
        Told(Broken(1), new LawVerdict(2, new(Outcome.Holds, s_laws[2])), new LawVerdict(0, new(Outcome.Holds, s_laws[0]))));

    [Fact]
    public void Two_mistakes_that_it_is_like_just_as_much_are_both_told() => Assert.Equal(
        [[" your answer behaves like one of two known mistakes, Scans: use a heap.", " or Refills: fill it once."]],
        Told(new Diagnosis("Scans", "use a heap.") { Or = new("Refills", "fill it once.") }));

    private static LawVerdict Broken(int law) => new(law, new(Outcome.Broken, s_laws[law]) { Sentence = $"[{law}]" });

    /// <summary>What is told of each reply.</summary>
    private static string[][] Told(params Reply[] replies)
    {
        var text = new VerdictText("TopK");
        List<string[]> told = [];
        var judgement = new Judgement((judgement, reply) => told.Add([.. text.Take(judgement, reply).Select(line => line.Text)]));
        judgement.Take(new Plan([.. s_laws.Select(law => new PlannedLaw(law, Large: false))]));
        foreach (var reply in replies) judgement.Take(reply);
        return [.. told.Skip(1)];
    }
}
