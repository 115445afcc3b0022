using Xunit;

namespace Etudes.Gates;

/// <summary>Gate 2: every answer, and every variant of it, passes every law on many seeds. One that chooses otherwise may cost more.</summary>
public abstract class AnswersGate<TJudge>
{
    public static TheoryData<string> Katas => new(KatasOf<TJudge>.Assembly.Katas.Select(kata => kata.Name));

    [JudgedTheory]
    [MemberData(nameof(Katas))]
    public void The_answer_passes_on_many_seeds(string kataName)
    {
        var kata = KatasOf<TJudge>.Assembly.Named(kataName);
        foreach (var law in kata.Bindings.SelectMany(Law.Of).Concat(kata.Otherwise.SelectMany(kata.LawsOf).Where(law => !law.IsBeyondExamples && !law.IsLarge)))
            for (int seed = 0; seed < KatasOf<TJudge>.SeedsOf(law); seed++)
            {
                var verdict = LawRunner.Run(law, Start.FromSeed(seed));
                Assert.True(verdict.Outcome == Outcome.Holds, $"seed {seed}: {law.Sentence}\n{TestMessage.Write(verdict)}");
            }
    }
}
