namespace Etudes.Dojo;

/// <summary>What a watch waits for.</summary>
internal abstract record WatchEvent;

internal sealed record Saved : WatchEvent;

internal sealed record Pressed(char Letter) : WatchEvent;

/// <summary>Another kata was asked for.</summary>
internal sealed record Chosen(Kata Kata) : WatchEvent;

/// <summary>Half a second has gone by.</summary>
internal sealed record Tick : WatchEvent;

/// <summary>What was waited for has come; the act is done between two other events.</summary>
internal sealed record Came(Action Act) : WatchEvent;
