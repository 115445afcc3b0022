namespace Etudes.Dojo;

/// <summary>
/// What to do on each day until a date: new katas by level and by what they build on, each again
/// after 1, 3 and 7 days, interviews alone on the last two days.
/// </summary>
internal static class Schedule
{
    /// <summary>A kata done once before takes about half of its minutes.</summary>
    private const double Repeated = 0.5;
    private const int InterviewMinutes = 45, InterviewDays = 2;
    private static readonly int[] s_again = [1, 3, 7];

    /// <param name="Repeats">Katas that come again.</param>
    /// <param name="Interviews">How many.</param>
    internal sealed record Day(DateOnly Date, IReadOnlyList<Kata> New, IReadOnlyList<Kata> Repeats, int Interviews)
    {
        public double Minutes => New.Sum(kata => kata.Minutes) + Repeats.Sum(kata => Repeated * kata.Minutes) + Interviews * InterviewMinutes;
    }

    /// <param name="last">The last day before the date that counts.</param>
    /// <param name="minutes">How many there are per day.</param>
    /// <param name="open">The katas that are not solved yet, in the order of the book.</param>
    /// <param name="due">Those that are due anyway, and when.</param>
    /// <returns>The days, and the katas that no day has room for.</returns>
    public static (IReadOnlyList<Day> Days, IReadOnlyList<Kata> Left) Until(DateOnly first, DateOnly last, int minutes, IEnumerable<Kata> open, IEnumerable<(Kata Kata, DateOnly Date)> due)
    {
        var fresh = new Queue<Kata>(open.OrderBy(kata => kata.Level)); // a stable sort: what a kata builds on stands above it
        var again = new Dictionary<DateOnly, List<Kata>>();
        foreach (var (kata, date) in due) Put(kata, date < first ? first : date);
        List<Day> days = [];
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            if (date > last.AddDays(-InterviewDays))
            {
                days.Add(new(date, [], [], Math.Max(1, minutes / InterviewMinutes)));
                continue;
            }
            var day = new Day(date, [], [.. again.GetValueOrDefault(date, [])], 0);
            while (fresh.TryPeek(out var next) && (day.Minutes + next.Minutes <= minutes || day is { New: [], Repeats: [] }))
            {
                day = day with { New = [.. day.New, fresh.Dequeue()] };
                foreach (int later in s_again) Put(next, date.AddDays(later));
            }
            days.Add(day);
        }
        return (days, [.. fresh]);

        void Put(Kata kata, DateOnly date)
        {
            if (again.TryGetValue(date, out var katas)) katas.Add(kata);
            else again[date] = [kata];
        }
    }
}
