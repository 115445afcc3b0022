using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Etudes.Dojo;

/// <summary>What to repeat today, or a plan until a date.</summary>
internal static class Due
{
    private const int UsualMinutes = 60;

    /// <summary>Says how well it went, where the learner knows better than the clock; each press is the next grade.</summary>
    public static Key Key { get; } = new('g', "grade", watch => watch.Show(new Spectre.Console.Text(Regrade(watch.Kata))));

    public static Command Make()
    {
        var limit = new Option<int?>("--limit") { Description = "So many at most.", CustomParser = result => Positive(result, "--limit"), HelpName = "3" };
        var by = new Option<DateOnly?>("--by") { Description = "A plan until that day, a line per day.", CustomParser = Date, HelpName = "2027-01-15" };
        var minutes = new Option<int?>("--minutes") { Description = $"How many there are per day of the plan; {UsualMinutes} if not said.", CustomParser = result => Positive(result, "--minutes"), HelpName = "60" };
        var command = new Verb(Wish.Practise, "due", "kata due", "what to repeat today, most forgotten first; --by 2027-01-15 plans the days until then") { limit, by, minutes };
        command.Validators.Add(result =>
        {
            if (result.GetResult(minutes) is not null && result.GetResult(by) is null) result.AddError("--minutes belongs to a plan: kata due --by 2027-01-15 --minutes 60.");
        });
        command.SetAction(parsed =>
        {
            LearnerLog.Learner.Append(new DueAsked());
            if (parsed.GetValue(by) is { } day) TellPlan(WallClock.Today, day, parsed.GetValue(minutes) ?? UsualMinutes);
            else Tell(WallClock.Today, parsed.GetValue(limit) ?? int.MaxValue);
        });
        return command;
    }

    private static void Tell(DateOnly today, int limit)
    {
        var due = Retention.DueOn(today);
        foreach (var one in due.Take(limit))
        {
            Terminal.Tell($"{one.Kata.Name,-22} {Since(one, today)}, {one.RecallOn(today):p0} remembered");
            if (Progress.Of(one.Kata).Notes is [.., var note]) Terminal.Tell($"{"",-22} {Show.Printable(note.Text)}", Terminal.Dim);
        }
        if (due.Count > limit) Terminal.Tell($"and {due.Count - limit} more", Terminal.Dim);
        if (due.Count > 0) return;
        var next = Kata.All.Select(Retention.Of).OfType<Retention>().MinBy(one => one.Due);
        Terminal.Tell(next is null ? "Nothing is due: no kata has been done to its end yet." : $"Nothing is due today; next: {next.Kata.Name} on {next.Due:yyyy-MM-dd}.");
    }

    /// <summary>Where no kata is in hand and one is due, it is offered; nothing is replaced before the key.</summary>
    /// <returns>The kata to go on with, or null.</returns>
    public static Kata? Offered()
    {
        if (!InHand.IsNone || Retention.DueOn(WallClock.Today) is not [var due, ..]) return null;
        string offer = $"{due.Kata.Name} is due, {Since(due, WallClock.Today)}";
        if (!Terminal.IsInteractive)
        {
            Terminal.Tell($"{offer}; kata again {due.Kata.Name} begins it anew.", Terminal.Dim);
            return null;
        }
        Terminal.Tell($"{offer}: Enter begins a fresh stub, n takes the next new one ({InHand.Now.Name}).");
        char pressed;
        do pressed = Key.Next();
        while (pressed is not (Key.Enter or 'n' or Key.Escape or 'q'));
        if (pressed == 'q') throw new OperationCanceledException();
        if (pressed != Key.Enter) return null;
        Again.Begin(due.Kata, sameClock: false);
        return due.Kata;
    }

    /// <summary>Done 12 days ago.</summary>
    private static string Since(Retention one, DateOnly today)
    {
        int days = Math.Max(0, today.DayNumber - one.Last.DayNumber);
        return $"done {(days == 0 ? "today" : days == 1 ? "yesterday" : $"{days} days ago")}";
    }

    /// <exception cref="RefusedException">The day is no later one.</exception>
    private static void TellPlan(DateOnly today, DateOnly by, int minutes)
    {
        if (by <= today) throw new RefusedException($"--by wants a day after today, {today:yyyy-MM-dd}, and {by:yyyy-MM-dd} is none.");
        var katas = Kata.All.Where(kata => kata.Judge == Judge.Main);
        var (days, left) = Schedule.Until(today, by.AddDays(-1), minutes, katas.Where(kata => !Progress.Of(kata).IsSolved), katas.Select(Retention.Of).OfType<Retention>().Select(one => (one.Kata, one.Due)));
        foreach (var day in days)
            Terminal.Tell($"{day.Date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)}  {string.Join("; ", Parts(day))}");
        if (days.Any(day => day.Interviews == 0 && day.Minutes > minutes)) Terminal.Tell($"Some days take more than {minutes} minutes: a kata is done in one piece, and what is due cannot wait.", Terminal.Open);
        if (left.Count > 0) Terminal.Tell($"{minutes} minutes a day leave no room for {Show.Join(", ", left.Select(kata => kata.Name))}.", Terminal.Open);
    }

    private static IEnumerable<string> Parts(Schedule.Day day)
    {
        if (day.New.Count > 0) yield return $"new: {string.Join(", ", day.New.Select(kata => kata.Name))}";
        if (day.Repeats.Count > 0) yield return $"again: {string.Join(", ", day.Repeats.Select(kata => kata.Name))}";
        if (day.Interviews > 0) yield return day.Interviews == 1 ? "kata interview" : $"kata interview, {day.Interviews} times";
        if (day is { New: [], Repeats: [], Interviews: 0 }) yield return "rest";
        else yield return $"{day.Minutes:f0} min";
    }

    private static string Regrade(Kata kata)
    {
        if (Progress.Of(kata).Reviews is not [.., var last]) return $"{kata.Name} has not been done to its end yet, so there is nothing to grade.";
        var next = (Grade)((int)Retention.GradeOf(last, kata.Minutes) % (int)Grade.Easy + 1);
        LearnerLog.Learner.Append(new Graded(kata.Name, next));
        return Remembered(kata)!;
    }

    /// <summary>"graded good, again on 2026-12-04"; null where the kata was never done to its end.</summary>
    public static string? Remembered(Kata kata) => Progress.Of(kata).Reviews is [.., var last] && Retention.Of(kata) is { } known
        ? $"graded {Retention.GradeOf(last, kata.Minutes).ToString().ToLowerInvariant()}, due again on {known.Due:yyyy-MM-dd}" : null;

    private static int? Positive(ArgumentResult result, string flag)
    {
        if (int.TryParse(result.Tokens[0].Value, out int number) && number > 0) return number;
        result.AddError($"{flag} wants a number from 1, and '{result.Tokens[0].Value}' is none.");
        return null;
    }

    private static DateOnly? Date(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"--by wants a day like 2027-01-15, and '{result.Tokens[0].Value}' is none.");
        return null;
    }
}
