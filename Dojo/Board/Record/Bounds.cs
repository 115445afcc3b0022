namespace Etudes.Dojo;

/// <summary>How much a board takes of whom. What comes from elsewhere is held to it before it is believed.</summary>
internal static class Bounds
{
    public const int Message = 64 * 1024;
    public const int MessagesPerSecond = 20;
    public const int Teams = 30;

    /// <summary>Bytes of a board's record.</summary>
    public const long Record = 500_000_000;

    private const int Name = 40, People = 12, Laws = 200, Sentence = 400, Text = 4_000;

    /// <summary>No clock is that wrong. Nearer to the ends of time one cannot reckon: a phase would end after the last day.</summary>
    private const int FirstYear = 1900, LastYear = 2900;
    private const double MostAhead = 4e9; // seconds

    /// <summary>What is wrong with an event, in a few words; null where nothing is.</summary>
    public static string? Fault(DojoEvent? happened) => happened switch
    {
        null => "it is nothing",
        { V: < 1 or > DojoLine.Newest } => "it is of another version",
        _ when !IsNear(happened.Time) || happened.At is { } at && !IsNear(at) => "its time is nowhere",
        TeamEvent { N: < 1 } => "its number is below 1",
        TeamEvent of when !IsId(of.Team) => "it has no team",
        DojoOpened of => !JoinCode.Is(of.Code) || !IsId(of.Token) || !Is(of.Host, Name) || Fault(of.Settings) is not null ? "it opens nothing" : null,
        BoardMet of => !JoinCode.Is(of.Code) || !Is(of.Host, Name) || !Is(of.Place, Text) || Fault(of.Settings) is not null ? "it meets no board" : null,
        PhaseBegun of => of.Place is < 0 or >= DojoPlan.Most ? "it begins no phase" : null,
        KataProposed of => IsKata(of.Kata) ? null : "it names no kata",
        HintTold of => IsKata(of.Kata) && of.Hint is > 0 and < 100 ? null : "it names no hint",
        RowRenamed of => IsId(of.Row) && Is(of.Name, Name) ? null : $"a name has 1 to {Name} characters",
        RetroWritten of => Is(of.Heading, Name) && of.Text.Length <= Text ? null : $"a text has at most {Text} characters",
        TeamJoined of => !JoinCode.Is(of.Code) || !Is(of.Name, Name) || of.People.Count > People || of.People.Any(person => !Is(person, Name)) ? $"a team has a name and at most {People} people, and a name has at most {Name} characters"
            : Math.Abs(of.Ahead) >= MostAhead ? "its clock is nowhere" : of.Kata is null || IsKata(of.Kata) ? null : "it names no kata",
        TurnBegun of => Is(of.Driver, Name) ? null : $"a name has at most {Name} characters",
        CheckMade of => IsFair(of) ? null : "it is no check",
        _ => null,
    };

    private static string? Fault(DojoSettings of) =>
        of.Turn is < 0 or > DojoPlan.Longest || of.Kata is not null && !IsKata(of.Kata) || of.Plan.Count > DojoPlan.Most || of.Plan.Any(phase => phase is null || !Is(phase.Name, Name) || phase.Minutes is < 1 or > DojoPlan.Longest) ? "no dojo is held so" : null;

    private static bool IsFair(CheckMade check) =>
        IsKata(check.Kata) && Enum.IsDefined(check.Light) && (check.Guess is not { } guess || Enum.IsDefined(guess)) && check.Why.Length <= Sentence && check.Source is not { Length: > Message }
        && check.Laws is >= 0 and <= Laws && check.Held >= 0 && check.Held <= check.Laws && check.Broken.Count <= check.Laws && check.Broken.All(law => Is(law, Sentence));

    private static bool IsNear(DateTimeOffset time) => time.Year is > FirstYear and < LastYear;

    private static bool Is(string? text, int most) => text is { Length: > 0 } && text.Length <= most;

    /// <summary>A team's id, or a token: 32 hexadecimal digits. It becomes part of a file's name.</summary>
    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>It may be unknown here: a laptop's book can be newer.</summary>
    private static bool IsKata(string name) => name.Length is > 0 and <= Name && name.All(char.IsAsciiLetterOrDigit);
}
