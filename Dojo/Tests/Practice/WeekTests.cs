namespace Etudes.Dojo;

/// <summary>README's week is what the schedule makes of a reader who has solved nothing.</summary>
public sealed class WeekTests
{
    [Fact]
    public void The_week_of_README_is_made_of_the_schedule()
    {
        var first = new DateOnly(2027, 1, 1);
        var (days, _) = Schedule.Until(first, first.AddDays(6), 90, Kata.All.Where(kata => kata.Judge == Judge.Main), []);
        var rows = days.SkipLast(2).Select((day, i) => $"| {i + 1} |{Names(day.New)}|{Names(day.Repeats)}|\n").Append("| 6, 7 | `./kata interview`, twice | |\n");
        Assert.All(days.TakeLast(2), day => Assert.Equal(2, day.Interviews));
        Assert.Contains($"| Day | New | Again |\n|---|---|---|\n{string.Concat(rows)}\n", File.ReadAllText(Repository.Full("README.md")));
    }

    private static string Names(IReadOnlyList<Kata> katas) => katas.Count == 0 ? " " : $" {string.Join(", ", katas.Select(kata => kata.Name))} ";
}
