using FsCheck;

namespace Etudes.Engine;

/// <summary>
/// What a law takes as a parameter: a record that knows how it is drawn, what is smaller, and how it can be shown.
/// FsCheck's own generators are never used: their integers stay within +-100, where no sum overflows and no cap is seen.
/// </summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IInput<TSelf> : IDrawn where TSelf : IInput<TSelf>
{
    /// <summary>Draws an input; FsCheck's size grows from case to case.</summary>
    static abstract Gen<TSelf> Generator { get; }

    /// <summary>Smaller candidates, the boldest first. Each is valid, and no chain of them
    /// is endless.</summary>
    IEnumerable<TSelf> Smaller();
}

/// <summary>What can be shown as more than words, and written down.</summary>
public interface IDrawn
{
    /// <summary>Null where words tell it better.</summary>
    Shape? Shape { get; }

    /// <summary>The same in C#, as the argument of a law.</summary>
    string? Literal => Engine.Literal.OfRecord(this);
}
