using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>What happened in a dojo: one line of a record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DojoOpened), "opened")]
[JsonDerivedType(typeof(PhaseBegun), "phase")]
[JsonDerivedType(typeof(PhaseEnded), "phaseEnded")]
[JsonDerivedType(typeof(KataProposed), "proposed")]
[JsonDerivedType(typeof(HintTold), "hint")]
[JsonDerivedType(typeof(RowRenamed), "renamed")]
[JsonDerivedType(typeof(RetroWritten), "retro")]
[JsonDerivedType(typeof(BoardMet), "met")]
[JsonDerivedType(typeof(TeamJoined), "joined")]
[JsonDerivedType(typeof(TurnBegun), "turn")]
[JsonDerivedType(typeof(CheckMade), "check")]
internal abstract record DojoEvent
{
    /// <summary>The version of its form.</summary>
    public int V { get; init; } = DojoLine.Newest;

    /// <summary>By the clock of the machine that wrote it.</summary>
    public DateTimeOffset Time { get; init; } = WallClock.Now;

    /// <summary>By the board's clock. The board writes it down; a laptop's own file is without.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>The board is there, for the first time or again.</summary>
/// <param name="Code">What laptops join by.</param>
/// <param name="Token">What the facilitator's address needs.</param>
/// <param name="Host">Whose board it is.</param>
internal sealed record DojoOpened(string Code, string Token, string Host, DojoSettings Settings) : DojoEvent;

/// <param name="Place">Its place in the plan, from 0.</param>
internal sealed record PhaseBegun(int Place) : DojoEvent;

internal sealed record PhaseEnded : DojoEvent;

/// <summary>The facilitator proposes a kata to all.</summary>
internal sealed record KataProposed(string Kata) : DojoEvent;

/// <summary>A hint is shown to all.</summary>
/// <param name="Hint">Which one, from 1.</param>
internal sealed record HintTold(string Kata, int Hint) : DojoEvent;

/// <param name="Row">The team, by its id.</param>
internal sealed record RowRenamed(string Row, string Name) : DojoEvent;

/// <summary>What was typed in the retrospective; the last text under a heading counts.</summary>
internal sealed record RetroWritten(string Heading, string Text) : DojoEvent;

/// <summary>A laptop was let in. It stands in the laptop's own file: with it the laptop goes on where the board is away.</summary>
/// <param name="Place">Where the board was, as one types it.</param>
internal sealed record BoardMet(string Code, string Host, DojoSettings Settings, string Place) : DojoEvent;

/// <summary>What happened on a laptop.</summary>
internal abstract record TeamEvent : DojoEvent
{
    /// <summary>The team's id, which only its laptop and the board know.</summary>
    public string Team { get; init; } = "";

    /// <summary>Its number among the team's events, which grows from 1: none is taken twice.</summary>
    public int N { get; init; }
}

/// <summary>A team is there, or says anew who it is and what it works on.</summary>
/// <param name="Code">Of the board.</param>
/// <param name="People">In the order in which they drive.</param>
/// <param name="Ahead">By how many seconds the board's clock is ahead of the laptop's, as far as that is known.</param>
/// <param name="Kata">What it works on; null where that is not known.</param>
internal sealed record TeamJoined(string Code, string Name, IReadOnlyList<string> People, double Ahead = 0, string? Kata = null) : TeamEvent;

internal sealed record TurnBegun(string Driver) : TeamEvent;

/// <summary>A stub was judged because somebody wanted it.</summary>
/// <param name="Why">What is in the way where the light is amber.</param>
/// <param name="Broken">The laws that do not hold.</param>
/// <param name="Guess">What was predicted, or null.</param>
/// <param name="Source">The stub's text; null where it stays on the laptop.</param>
internal sealed record CheckMade(string Kata, Light Light, string Why, int Held, int Laws, IReadOnlyList<string> Broken, Light? Guess = null, string? Source = null) : TeamEvent;

/// <summary>Amber: no law is seen to be broken, and yet it does not compile, hangs, or is not written.</summary>
internal enum Light { Red, Amber, Green }

/// <summary>How a dojo is held, on all laptops.</summary>
/// <param name="Turn">Minutes until the next one drives; 0 for no turns.</param>
/// <param name="Predict">A check wants a guess first.</param>
/// <param name="ByKey">A save checks nothing.</param>
/// <param name="Kata">The first kata of all, or null.</param>
internal sealed record DojoSettings(int Turn, bool Predict, bool ByKey, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Kata, IReadOnlyList<Phase> Plan);

/// <summary>A part of the time.</summary>
internal sealed record Phase(string Name, int Minutes);
