namespace Etudes.Dojo;

/// <summary>A plan until a date, and the grade that follows from an attempt.</summary>
public sealed class ScheduleTests
{
    private static readonly DateOnly s_first = new(2026, 3, 27); // daylight saving begins on the 29th

    private static Kata[] Katas => [.. Kata.All.Where(kata => kata.Judge == Judge.Main)];

    [Fact]
    public void New_katas_come_by_level_again_after_1_3_and_7_days_and_interviews_last()
    {
        var (days, left) = Schedule.Until(s_first, s_first.AddDays(29), 90, Katas, []);
        Assert.Equal(30, days.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => s_first.AddDays(i)), days.Select(day => day.Date));
        Assert.Empty(left);
        Kata[] fresh = [.. days.SelectMany(day => day.New)];
        Assert.Equal(Katas.OrderBy(kata => kata.Level), fresh);
        foreach (var kata in days[0].New) Assert.Equal([1, 3, 7], days.Index().Where(day => day.Item.Repeats.Contains(kata)).Select(day => day.Index));
        Assert.All(days.SkipLast(2), day => Assert.Equal(0, day.Interviews));
        Assert.All(days.TakeLast(2), day => Assert.Equal((0, 0, 2), (day.New.Count, day.Repeats.Count, day.Interviews)));
        Assert.All(days.Where(day => day.New.Count > 1), day => Assert.True(day.Minutes <= 90));
    }

    [Fact]
    public void What_no_day_has_room_for_is_left_and_what_is_due_comes_first()
    {
        var (days, left) = Schedule.Until(s_first, s_first.AddDays(3), 30, Katas, [(Katas[0], s_first.AddDays(-3)), (Katas[1], s_first.AddDays(1))]);
        Assert.Equal([Katas[0]], days[0].Repeats);
        Assert.Equal(1, days.Count(day => day.Repeats.Contains(Katas[0])));
        Assert.Contains(Katas[1], days[1].Repeats);
        Assert.NotEmpty(left);
        Assert.Equal(Katas.Length, days.Sum(day => day.New.Count) + left.Count);
        Assert.Equal([0, 1, 1], Schedule.Until(s_first, s_first.AddDays(2), 30, Katas, []).Days.Select(day => day.Interviews));
    }

    [Theory]
    [InlineData(5, 0, 3, Grade.Easy)]
    [InlineData(5, 0, 11, Grade.Good)]
    [InlineData(5, 1, 3, Grade.Good)]
    [InlineData(15, 0, 3, Grade.Good)]
    [InlineData(15, 2, 3, Grade.Hard)]
    [InlineData(31, 0, 3, Grade.Hard)]
    [InlineData(15, 0, 41, Grade.Hard)]
    [InlineData(null, 0, 3, Grade.Again)]
    public void The_grade_follows_from_time_hints_and_checks(int? minutes, int hints, int checks, object grade)
    {
        var review = new Review(default, minutes is { } taken ? TimeSpan.FromMinutes(taken) : null, hints, checks);
        Assert.Equal((Grade)grade, Retention.GradeOf(review, minutes: 20));
        Assert.Equal(Grade.Easy, Retention.GradeOf(review with { Said = Grade.Easy }, minutes: 20));
    }
}
