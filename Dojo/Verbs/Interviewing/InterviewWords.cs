namespace Etudes.Dojo;

/// <summary>What an interview says of itself: the first row, what is asked, the keys, and what Enter would leave undone.</summary>
internal static class InterviewWords
{
    /// <summary>The clock, the kata, and what there is to do. Amber in the last quarter, red in the last three minutes and beyond.</summary>
    public static StyledLine Head(InterviewState state)
    {
        var left = state.Left;
        string clock = left >= TimeSpan.Zero ? $"{ProgressText.Of(left)} left of {state.Minutes} min" : $"time is over since {ProgressText.Of(-left)}";
        return new($"interview  {clock}  {state.Kata}: {Words(state.Step)}",
            left < TimeSpan.FromMinutes(3) ? Terminal.Bad : left < TimeSpan.FromMinutes(state.Minutes) / 4 ? Terminal.Open : Terminal.Dim);
    }

    /// <summary>The question that is answered by typing; nothing where keys are pressed.</summary>
    public static string Asked(InterviewState state, IReadOnlyList<TargetCost> targets) => state.Step switch
    {
        Step.BruteForce => "the simplest way that works, and its cost: ",
        Step.Costs => $"cost ({targets[state.Costs.Count].What}): O(",
        _ => "",
    };

    public static string Keys(Step step) => step == Step.Clarify ? "e judges them, Enter goes on, r shows the problem again, q leaves the interview for later"
        : "c checks (it counts), e judges your examples, h gives a hint, r shows the problem, q leaves it for later, Enter goes on";

    /// <summary>What Enter would leave undone; null where nothing.</summary>
    public static string? Doubt(InterviewState state) => state.Step switch
    {
        Step.Code when state.Checks == 0 => "Nothing has been checked yet; Enter once more goes on all the same.",
        Step.Test when state.Green is null => "It is not green yet, and follow-ups and the reference come next; Enter once more ends the coding.",
        Step.Rubric => "Nothing is said yet; Enter once more leaves it out.",
        _ => null,
    };

    private static string Words(Step step) => step switch
    {
        Step.Clarify => "ask, and write examples",
        Step.BruteForce => "the simplest way",
        Step.Costs => "costs",
        Step.Code => "code",
        Step.Test => "test",
        Step.FollowUps => "follow-ups",
        Step.Reference => "the reference",
        _ => "how it went",
    };
}
