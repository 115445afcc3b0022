using Xunit;

namespace Etudes.Gates;

/// <summary>Gate (b): every answer, and every variant of it, passes every law on many seeds.</summary>
public class Answers
{
    public static TheoryData<string> Katas => new(Kata.All.Select(kata => kata.Name));

    [JudgedTheory]
    [MemberData(nameof(Katas))]
    public void The_answer_passes_on_many_seeds(string kataName)
    {
        var kata = Kata.Named(kataName);
        foreach (var binding in kata.Bindings)
            foreach (var law in LawName.Laws(binding))
                for (int seed = 0; seed < Kata.SeedsOf(law); seed++)
                {
                    var verdict = LawRunner.Run(binding, law, Start.FromSeed(seed));
                    Assert.True(verdict.Outcome == Outcome.Holds, $"seed {seed}: {LawName.Sentence(binding, law.Name)}\n{verdict.Words}");
                }
    }
}
