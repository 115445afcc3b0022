namespace Etudes.Dojo;

/// <summary>The way from a laptop to its board: a network, or a folder.</summary>
internal interface IWay
{
    /// <summary>Where the board is, as one types it.</summary>
    string Place { get; }

    /// <summary>Whether a board that was met is the one at its end.</summary>
    bool Knows(BoardMet met);

    /// <summary>Hands over what the board does not have yet, and asks what is new.</summary>
    /// <param name="events">The oldest first; none only asks.</param>
    /// <exception cref="IOException">The way is closed for now.</exception>
    /// <exception cref="RefusedException">The board refuses, for the reason that the sentence tells.</exception>
    Task<BoardNews> Exchange(string team, IReadOnlyList<TeamEvent> events, CancellationToken cancel);
}
