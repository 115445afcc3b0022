namespace Etudes.Dojo;

/// <summary>What a laptop tells the board; without events it only asks what is new.</summary>
/// <param name="Now">By the laptop's clock: the board finds out by how much it is wrong.</param>
internal sealed record TeamMessage(int V, string Team, DateTimeOffset Now, IReadOnlyList<DojoEvent> Events);

/// <summary>What the board tells a laptop.</summary>
/// <param name="Now">By the board's clock.</param>
/// <param name="Kept">So many of the team's events are kept.</param>
/// <param name="Phase">What goes on, or null.</param>
/// <param name="Ends">When it is over.</param>
/// <param name="Kata">What the facilitator proposes, or null.</param>
/// <param name="Hint">The hint that was shown to all last, or null.</param>
/// <param name="Rows">The names of rows, by the team's id: over a network the laptop's own alone.</param>
internal sealed record BoardNews(int V, string Code, string Host, DojoSettings Settings, DateTimeOffset Now, int Kept = 0,
    string? Phase = null, DateTimeOffset? Ends = null, string? Kata = null, SharedHint? Hint = null, IReadOnlyDictionary<string, string>? Rows = null);

/// <param name="Hint">Which one, from 1.</param>
internal sealed record SharedHint(string Kata, int Hint);
