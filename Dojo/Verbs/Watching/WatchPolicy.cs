namespace Etudes.Dojo;

/// <summary>The kata that a watch begins with, when it checks, whom it tells, and what opens the stub.</summary>
/// <param name="Json">It tells tools, and not people.</param>
/// <param name="Edit">The command of an editor, or null for the one whose own terminal this is.</param>
internal sealed record WatchPolicy(Kata Kata, CheckOn CheckOn = CheckOn.Save, bool Json = false, string? Edit = null);

/// <summary>What makes a watch check; what is shown first is checked at once.</summary>
internal enum CheckOn { Save, Key }
