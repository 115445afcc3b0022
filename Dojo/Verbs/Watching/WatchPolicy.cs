namespace Etudes.Dojo;

/// <summary>The kata that a watch begins with, when it checks, whom it tells, and what opens the stub.</summary>
/// <param name="Json">It tells tools, and not people.</param>
/// <param name="Edit">The command of an editor, or null for the one whose own terminal this is.</param>
/// <param name="Page">How the page is shown from the start, or null where only its key opens it.</param>
/// <param name="Seat">The place in a dojo, or null for who practises alone.</param>
internal sealed record WatchPolicy(Kata Kata, CheckOn CheckOn = CheckOn.Save, bool Json = false, string? Edit = null, PagePolicy? Page = null, Seat? Seat = null);

/// <param name="Port">null: a usual one, or another where that is taken.</param>
/// <param name="Browse">A browser is opened, where there is one.</param>
internal sealed record PagePolicy(int? Port = null, bool Browse = true);

/// <summary>What makes a watch check; what is shown first is checked at once.</summary>
internal enum CheckOn { Save, Key }
