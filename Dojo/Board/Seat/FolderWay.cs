namespace Etudes.Dojo;

/// <summary>To the board by a folder that both can write to.</summary>
internal sealed class FolderWay(SharedFolder folder) : IWay
{
    /// <summary>So many events stand in the team's file; null as long as nobody has looked.</summary>
    private int? _kept;

    public string Place => folder.Path;

    public bool Knows(BoardMet met) => met.Place == Place;

    public Task<BoardNews> Exchange(string team, IReadOnlyList<TeamEvent> events, CancellationToken cancel)
    {
        try
        {
            var file = folder.OfTeam(team);
            int kept = _kept ?? file.Read().OfType<TeamEvent>().Select(happened => happened.N).DefaultIfEmpty().Max();
            TeamEvent[] next = [.. events.Where(happened => happened.N > kept)];
            _kept = null; // if it fails half of it may stand there
            if (next.Length > 0) file.Append(next);
            _kept = next.Length > 0 ? next[^1].N : kept;
            // What the board's clock says now nobody knows here: it counts as the laptop's.
            return Task.FromResult(folder.News() with { Kept = _kept.Value, Now = WallClock.Now });
        }
        catch (UnauthorizedAccessException e) { throw new IOException(e.Message, e); }
    }
}
