namespace Etudes.Engine;

public enum Outcome { Holds, Broken, NotWritten, Hung, NotRun }

/// <summary>What came of a law, as data: whoever shows it lays it out by its fields.</summary>
/// <param name="Law">TopK: keeps the k largest in descending order.</param>
public sealed record Verdict(Outcome Outcome, string Law)
{
    /// <summary>The smallest input found that breaks the law.</summary>
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>What is wrong: "TopK.Largest should be [1] but is [0]"; nothing where the law holds.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>What the answer should have said, where that is one value.</summary>
    public Shown? Expected { get; init; }

    public Shown? Actual { get; init; }

    /// <summary>Where in the answer's file an exception came from, or what is not written yet.</summary>
    public Place? Place { get; init; }

    /// <summary>What else is worth knowing, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The token of the case that failed, see <see cref="Start.Token"/>.</summary>
    public string? Replay { get; init; }

    /// <summary>The law called on that case, in C#; null where no case failed.</summary>
    public string? Call { get; init; }

    /// <summary>The command that repeats the case; null where the usual seed repeats it by itself.</summary>
    public string? Again { get; init; }

    /// <summary>The kata's statement, from the repository's root.</summary>
    public string? Statement { get; init; }

    /// <summary>What the answer wrote to the console in that case.</summary>
    public string Printed { get; init; } = "";

    /// <summary>The law failed on an input.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFailure => Outcome is Outcome.Broken or Outcome.Hung;

    public static Verdict Holds(Law law) => new(Outcome.Holds, law.Sentence);

    /// <summary>After a hang nothing more is asked of an answer.</summary>
    public static Verdict NotRun(string law) => new(Outcome.NotRun, law) { Sentence = "not run: an earlier law hung" };

    internal static Verdict OfFailure(Law law, FailedCase failed, Start start, Start replay)
    {
        var (error, place) = (failed.Error.Exception, Place.Of(failed.Error.Exception));
        if (failed.Error.IsNotWritten) return new(Outcome.NotWritten, law.Sentence) { Sentence = NotWritten(law.Subject.PlainName, place), Place = place };
        string sentence = error switch
        {
            LawBroken or DidNotEnd => error.Message,
            InsufficientExecutionStackException => "the recursion has no end, or is far too deep",
            _ => failed.Error.Text,
        };
        string? remark = failed.Error.Elsewhere ? "on a thread of its own"
            : failed.Repeats ? null : "tried once more, the same input passes: is it chance, or something kept from earlier calls?";
        var broken = error as LawBroken;
        return OfEnd(failed.Error.TakesAll ? Outcome.Hung : Outcome.Broken, law, failed.Arguments, sentence, start, replay, failed.Way) with
        {
            Arguments = Argument.Of(law, failed.Arguments, failed.Error.Given),
            Expected = broken?.Expected,
            Actual = broken?.Actual,
            Place = broken is null ? place : null, // of a broken law only the law's own frames are known
            Remarks = remark is null ? [] : [remark],
        };
    }

    /// <summary>The answer did what no exception tells: it hung, or ended the process.</summary>
    /// <param name="start">Where the law started.</param>
    /// <param name="replay">Where the case starts.</param>
    /// <param name="smaller">Which of its smaller cases was taken each time.</param>
    public static Verdict OfEnd(Outcome outcome, Law law, object[] arguments, string sentence, Start start, Start replay, params int[] smaller) => new(outcome, law.Sentence)
    {
        Arguments = Argument.Of(law, arguments, []),
        Sentence = sentence,
        Replay = replay.Token(law.Name),
        Call = LawCall.Of(law, arguments, replay.Token(law.Name), smaller),
        Again = start == Seeds.Default ? null
            : $"dotnet test {Repository.Room(law.Subject)} -p:Kata={law.Subject.PlainName} -e KATA_REPLAY={replay.Token(law.Name)}",
        Statement = $"{Repository.Folder(law.Subject)}/README.md",
    };

    private static string NotWritten(string kata, Place? place) =>
        place is null ? "not written yet"
        : place.Type == kata ? $"not written yet: {place}"
        : $"{kata} needs {place.Type}.{place.Member}, not written yet ({place.File}:{place.Line})";
}

/// <summary>A parameter of a law, or what the law named besides, and what it was.</summary>
public sealed record Argument(string Name, string Text, Shape? Shape)
{
    /// <param name="drawn">The law's arguments.</param>
    /// <param name="given">What the answer was given in their place, or besides.</param>
    internal static IReadOnlyList<Argument> Of(Law law, object[] drawn, IReadOnlyList<Given> given)
    {
        string[] names = [.. law.Method.GetParameters().Take(drawn.Length).Select(parameter => parameter.Name!)];
        var replaced = names.Zip(drawn, (name, value) => given.FirstOrDefault(one => one.Name == name) ?? new(name, value))
            .Where(one => !given.Any(other => other.Of.Contains(one.Name)));
        return [.. replaced.Concat(given.Where(one => !names.Contains(one.Name))).Select(Of)];
    }

    private static Argument Of(Given given)
    {
        var shown = Shown.Of(given.Value);
        return new(given.Name, shown.Text, shown.Shape);
    }
}
