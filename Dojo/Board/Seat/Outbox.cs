namespace Etudes.Dojo;

/// <summary>
/// A team's events: written down here first, then handed to the board. Where the way is closed they
/// wait, also for the next time that the command is started.
/// </summary>
internal sealed class Outbox : IAsyncDisposable
{
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(2);

    /// <summary>Room for what stands around the events.</summary>
    private const int MostBytes = Bounds.Message - 1024;

    private readonly DojoFile _file;
    private readonly IWay _way;
    private readonly List<TeamEvent> _waiting;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _new = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sending;
    private readonly int _known;
    private int _count;
    private bool _hasAsked;

    /// <param name="team">Its id.</param>
    /// <param name="known">What stands in the file.</param>
    public Outbox(DojoFile file, IWay way, string team, IReadOnlyList<TeamEvent> known)
    {
        (_file, _way, Team, _waiting) = (file, way, team, [.. known]);
        _count = _known = known.Select(happened => happened.N).DefaultIfEmpty().Max();
        _sending = Task.Run(Send);
    }

    public string Team { get; }

    /// <summary>What the board told last; null before it was reached.</summary>
    public BoardNews? News { get; private set; }

    /// <summary>Why the board does not have everything yet; null where it has.</summary>
    public string? Trouble { get; private set; }

    /// <summary>So many events wait.</summary>
    public int Waiting
    {
        get { lock (_lock) return _waiting.Count; }
    }

    public void Add(TeamEvent happened)
    {
        lock (_lock)
        {
            var next = Fitting(happened with { Team = Team, N = ++_count });
            Write([next]);
            _waiting.Add(next);
        }
        _new.Release();
    }

    /// <summary>Writes down what the board does not need to be told.</summary>
    public void Keep(BoardMet met)
    {
        lock (_lock) Write([met]);
    }

    private void Write(IEnumerable<DojoEvent> events)
    {
        try { _file.Append(events); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { Notices.Tell($"What the board does not have yet is not kept here: {e.Message}"); }
    }

    /// <summary>A stub that no message has room for goes without its text.</summary>
    private static TeamEvent Fitting(TeamEvent happened) => happened is CheckMade check && DojoLine.Of(check).Length > MostBytes ? check with { Source = null } : happened;

    private async Task Send()
    {
        while (!_stop.IsCancellationRequested)
        {
            try { await SendOnce(_stop.Token); }
            catch (Exception e) when (e is IOException or RefusedException) { Trouble = e.Message; }
            catch (OperationCanceledException) { return; }
            bool goesOn = Trouble is null && Waiting > 0;
            try { if (!goesOn) await _new.WaitAsync(s_pace, _stop.Token); }
            catch (OperationCanceledException) { return; }
        }
    }

    /// <summary>As much as a message has room for; the first one only asks how much the board has.</summary>
    private async Task SendOnce(CancellationToken cancel)
    {
        bool onlyAsks = !_hasAsked;
        var news = await _way.Exchange(Team, onlyAsks ? [] : Next(), cancel);
        News = news; // before anybody sees that nothing waits any more
        lock (_lock)
        {
            if (onlyAsks && news.Kept > _known) GoOnBehind(news.Kept);
            _waiting.RemoveAll(happened => happened.N <= news.Kept);
        }
        (_hasAsked, Trouble) = (true, null);
    }

    /// <summary>The file has lost its end, with numbers that the board has: what is new gets others.</summary>
    private void GoOnBehind(int kept)
    {
        TeamEvent[] renumbered = [.. _waiting.Where(happened => happened.N > _known).Select(happened => happened with { N = happened.N + kept - _known })];
        _waiting.Clear();
        _waiting.AddRange(renumbered);
        _count += kept - _known;
        Write(renumbered);
    }

    private List<TeamEvent> Next()
    {
        lock (_lock)
        {
            int bytes = 0;
            return [.. _waiting.TakeWhile(happened => (bytes += DojoLine.Of(happened).Length) <= MostBytes)];
        }
    }

    /// <summary>Sends what waits, if the way is open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending;
        using var patience = new CancellationTokenSource(s_pace);
        try { for (int i = 0; Waiting > 0 && i < 100; i++) await SendOnce(patience.Token); }
        catch (Exception e) when (e is IOException or RefusedException or OperationCanceledException) { }
        _stop.Dispose();
        (_way as IDisposable)?.Dispose();
    }
}
