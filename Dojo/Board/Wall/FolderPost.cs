namespace Etudes.Dojo;

/// <summary>The board's side of a shared folder: reads what teams append, and tells what is new.</summary>
internal sealed class FolderPost : IAsyncDisposable
{
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1);

    /// <summary>Clocks that differ by less count as right: a synchronised folder may be that slow.</summary>
    private static readonly TimeSpan s_slow = TimeSpan.FromMinutes(2);

    private readonly Desk _desk;
    private readonly SharedFolder _folder;
    private readonly string _code;
    private readonly Dictionary<string, TeamFile> _files = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private volatile bool _isChanged = true;
    private string? _told;

    public FolderPost(Desk desk, SharedFolder folder)
    {
        (_desk, _folder, _code) = (desk, folder, desk.See(room => room.Opened!.Code));
        desk.Changed += () => _isChanged = true;
        _reading = Task.Run(Read);
    }

    private async Task Read()
    {
        using var timer = new PeriodicTimer(s_pace);
        bool isLive = false;
        do
        {
            string[] teams = [];
            string? trouble = Fault(() => teams = [.. _folder.Teams]);
            foreach (string team in teams) trouble = Fault(() => Read(team, isLive)) ?? trouble; // what is wrong with one team stops no other
            isLive |= trouble is null;
            trouble = Fault(Tell) ?? trouble;
            if (trouble is not null && trouble != _told) Notices.Tell(trouble);
            _told = trouble;
        }
        while (await Ticks(timer));
    }

    /// <summary>What is in the way of an act; null where nothing is.</summary>
    private static string? Fault(Action act)
    {
        try { act(); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RefusedException) { return e.Message; }
        return null;
    }

    private void Tell()
    {
        if (!_isChanged) return;
        _isChanged = false;
        try { _folder.Tell(_desk.See(room => room.NewsForAll(WallClock.Now))); }
        catch
        {
            _isChanged = true;
            throw;
        }
    }

    private async Task<bool> Ticks(PeriodicTimer timer)
    {
        try { return await timer.WaitForNextTickAsync(_stop.Token); }
        catch (OperationCanceledException) { return false; }
    }

    /// <param name="isLive">What is new has been written since the last look.</param>
    private void Read(string team, bool isLive)
    {
        if (!_files.TryGetValue(team, out var file)) _files[team] = file = new();
        long end = file.End;
        TeamEvent[] events = [.. _folder.OfTeam(team).ReadFrom(ref end).OfType<TeamEvent>().Where(happened => happened.Team == team)];
        file.IsOfThisDojo |= events.OfType<TeamJoined>().Any(joined => joined.Code == _code);
        if (events.Length > 0 && file.IsOfThisDojo)
        {
            var behind = WallClock.Now - events[^1].Time;
            if (isLive || behind < TimeSpan.Zero) file.Behind = behind.Duration() < s_slow ? TimeSpan.Zero : file.Behind is { } known && known < behind ? known : behind;
            _desk.Take(team, events, WallClock.Now - (file.Behind ?? TimeSpan.Zero));
        }
        file.End = end; // what could not be kept is read once more
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _stop.Dispose();
    }

    private sealed class TeamFile
    {
        /// <summary>What stands before it is kept.</summary>
        public long End { get; set; }

        /// <summary>It may also lie there since another one.</summary>
        public bool IsOfThisDojo { get; set; }

        /// <summary>By how much the laptop's clock is behind the board's, as far as that is known.</summary>
        public TimeSpan? Behind { get; set; }
    }
}
