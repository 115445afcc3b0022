using Xunit;

namespace Etudes.Engine;

/// <summary>When an answer is told that it returns the same whatever the input.</summary>
public class ConstantAnswerTests
{
    private static readonly string?[] s_holds = [null, null, null, null, null], s_same = [.. Enumerable.Range(1, 5).Select(i => $"Largest should be [{i}] but is []")];

    [Fact]
    public void One_value_for_many_and_most_laws_broken_is_told() =>
        Assert.StartsWith("your answer gives [] whatever the input", ConstantAnswer.Of("first", Outcomes(s_same, s_same, s_holds)));

    [Fact]
    public void An_answer_that_keeps_most_laws_gives_more_than_that() => Assert.Null(ConstantAnswer.Of("first", Outcomes(s_same, s_holds, s_holds)));

    [Fact]
    public void Several_values_are_no_constant() => Assert.Null(ConstantAnswer.Of("first", Outcomes([.. s_same, "Largest should be [7] but is [6]"])));

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void Numbers_of_tensors_are_the_same_at_all_places(int elsewhere, bool isTold)
    {
        string[] first = [.. Enumerable.Range(4, 5).Select(i => $"ToPatches at [0, 0, 1] should be {i} but is 0")];
        Assert.Equal(isTold, ConstantAnswer.Of("first", Outcomes(first, [$"ToPatches at [0, 0, 2] should be 1 but is {elsewhere}"])) is not null);
    }

    private static Dictionary<string, IReadOnlyList<string?>> Outcomes(params string?[][] laws) =>
        laws.Select((cases, i) => (Name: i == 0 ? "first" : $"{i}", Cases: (IReadOnlyList<string?>)cases)).ToDictionary(law => law.Name, law => law.Cases);
}
