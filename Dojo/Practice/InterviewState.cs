using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>The steps of an interview, as an interviewer takes them.</summary>
internal enum Step { Clarify, BruteForce, Costs, Code, Test, FollowUps, Reference, Rubric, Done }

/// <summary>A cost that was said.</summary>
/// <param name="What">Of which operations.</param>
internal sealed record SaidCost(string What, string Said, string Target, bool IsMet);

/// <summary>All that is known of an interview; kept whole after each step, so that it goes on in another terminal.</summary>
internal sealed record InterviewState(string Kata, int Minutes, DateTimeOffset Began)
{
    private const int Newest = 1;
    /// <summary>A longer gap between two looks at the clock was a lid that was shut, or a clock that was set.</summary>
    private static readonly TimeSpan s_longestLook = TimeSpan.FromSeconds(30);

    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = Newest;
    public Step Step { get; init; }
    /// <summary>The time that was spent in it, in seconds.</summary>
    public double Spent { get; init; }
    public string BruteForce { get; init; } = "";
    public IReadOnlyList<SaidCost> Costs { get; init; } = [];
    public int Checks { get; init; }
    public int CompileErrors { get; init; }
    /// <summary>When the first check was, in seconds spent.</summary>
    public double? FirstCheck { get; init; }
    public double? Green { get; init; }
    /// <summary>The laws that the first check that compiled broke.</summary>
    public IReadOnlyList<string>? BrokenFirst { get; init; }
    /// <summary>What the examples caught when they were judged last before the first check.</summary>
    public int? Caught { get; init; }
    public int Sought { get; init; }
    public int Hints { get; init; }
    /// <summary>How many follow-ups were asked.</summary>
    public int FollowUps { get; init; }
    /// <summary>From 4, the best, to 1; 0 where nothing was said.</summary>
    public int Communication { get; init; }
    public int ProblemSolving { get; init; }

    [JsonIgnore]
    public TimeSpan Left => TimeSpan.FromMinutes(Minutes) - TimeSpan.FromSeconds(Spent);

    /// <summary>Time has gone by between two looks at the clock.</summary>
    public InterviewState After(TimeSpan sinceLastLook) =>
        sinceLastLook <= TimeSpan.Zero ? this : this with { Spent = Spent + Math.Min(sinceLastLook.TotalSeconds, s_longestLook.TotalSeconds) };

    /// <summary>What came of the examples; from the first check on they are no longer written before the code.</summary>
    public InterviewState After(ExamplesTried tried) => Checks > 0 ? this : this with { Caught = tried.Caught, Sought = tried.Mistakes.Count };

    /// <summary>What a check came to.</summary>
    public InterviewState After(Judgement check)
    {
        if (check.State == State.NotWritten) return this; // nobody has asked for a verdict on that
        bool compiled = check.Laws > 0;
        return this with
        {
            Checks = Checks + 1,
            CompileErrors = CompileErrors + (compiled ? 0 : 1),
            FirstCheck = FirstCheck ?? Spent,
            BrokenFirst = BrokenFirst ?? (compiled ? [.. check.Verdicts.Where(verdict => verdict.IsFailure).Select(verdict => verdict.Law)] : null),
            Green = Green ?? (check.State == State.Green ? Spent : null),
            Caught = Checks == 0 ? check.Examples?.Caught ?? Caught : Caught,
            Sought = check.Examples?.Mistakes.Count ?? Sought,
        };
    }

    private static string File => Path.Combine(PrivateFolder.Path, "interview.json");

    /// <summary>Null where no interview goes on.</summary>
    /// <exception cref="RefusedException">It cannot be read, or a newer command wrote it.</exception>
    public static InterviewState? Kept()
    {
        string shown = Dojo.Kata.Relative(File);
        try
        {
            if (!System.IO.File.Exists(File)) return null;
            var kept = JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(File), InterviewJson.Default.InterviewState)!;
            return kept.Version <= Newest ? kept : throw new RefusedException($"{shown} is of version {kept.Version}, and this kata command reads up to version {Newest}: a newer command is needed; nothing was changed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException) { throw new RefusedException($"{shown} cannot be read ({e.Message.Split(". ")[0]}); delete it to begin another interview."); }
    }

    /// <summary>Where it cannot be written, a sentence says so, and the interview goes on.</summary>
    public void Keep()
    {
        try { PrivateFolder.Write("interview.json", JsonSerializer.Serialize(this, InterviewJson.Default.InterviewState)); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { Notices.Tell($"The interview is not kept: {e.Message}"); }
    }

    /// <summary>It is over, or was dropped.</summary>
    public static void Forget() => System.IO.File.Delete(File);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(InterviewState))]
internal sealed partial class InterviewJson : JsonSerializerContext;
