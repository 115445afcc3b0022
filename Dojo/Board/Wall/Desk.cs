namespace Etudes.Dojo;

/// <summary>
/// Where all that comes is written down before it counts: what the facilitator does, and what laptops
/// tell. Begun again on the same record, it knows what it knew.
/// </summary>
internal sealed class Desk
{
    /// <summary>What laptops cannot have lived through: their clocks are wrong.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>So much of the record's bound is left: for a last message, for the ends of phases, for names, and to begin again.</summary>
    public const int Spare = 4 * Bounds.Message;

    private readonly DojoFile _record;
    private readonly long _most;
    private readonly Lock _lock = new();
    private readonly Room _room = new();
    private long _length;

    /// <param name="most">The most bytes of the record.</param>
    /// <exception cref="RefusedException">A newer command has written the record.</exception>
    public Desk(DojoFile record, long most = Bounds.Record)
    {
        (_record, _most) = (record, most);
        foreach (var happened in record.Read())
            if (happened is not TeamEvent of || of.N > (_room.Find(of.Team)?.Kept ?? 0)) _room.Take(happened);
        _length = record.Length;
    }

    public DojoFile Record => _record;

    /// <summary>Something is known that was not.</summary>
    public event Action Changed = () => { };

    /// <summary>Looks at what is known while nothing changes it.</summary>
    public T See<T>(Func<Room, T> look)
    {
        lock (_lock) return look(_room);
    }

    /// <summary>What happened at the board.</summary>
    /// <param name="happening">By what is known before; null where nothing happens.</param>
    /// <exception cref="RefusedException">There is no room for it.</exception>
    /// <exception cref="IOException">It cannot be written down.</exception>
    public void Write(Func<Room, DojoEvent?> happening)
    {
        lock (_lock)
        {
            if (happening(_room) is not { } happened) return;
            happened = happened with { At = happened.Time };
            if (happened is PhaseEnded or RowRenamed or DojoOpened ? _length + DojoLine.Of(happened).Length > _most : IsFull) throw Full;
            Keep([happened]);
        }
        Changed();
    }

    /// <summary>Takes what is new of a team's events.</summary>
    /// <param name="now">What the laptop's clock says now.</param>
    /// <returns>What the laptop is told.</returns>
    /// <exception cref="RefusedException">There is no room for it.</exception>
    /// <exception cref="IOException">It cannot be written down; nothing is kept.</exception>
    public BoardNews Take(string team, IEnumerable<TeamEvent> events, DateTimeOffset now)
    {
        BoardNews news;
        bool isNew;
        lock (_lock)
        {
            var next = Next(team, events);
            isNew = next.Count > 0;
            if (isNew) Admit(team, next);
            Keep(next.Select(happened => happened with { At = WallClock.Now - Age(happened, now) }));
            news = _room.News(WallClock.Now, team);
        }
        if (isNew) Changed();
        return news;
    }

    /// <summary>Those that are not kept yet. A gap is what a laptop has lost for good.</summary>
    private List<TeamEvent> Next(string team, IEnumerable<TeamEvent> events)
    {
        int kept = _room.Find(team)?.Kept ?? 0;
        List<TeamEvent> next = [];
        foreach (var happened in events)
            if (happened.N > kept)
            {
                next.Add(happened);
                kept = happened.N;
            }
        return next;
    }

    private bool IsFull => _length >= _most - Spare;

    private RefusedException Full => new($"The board takes no more: its record has {_most / 1_000_000} MB; kata dojo host --new begins another one.");

    private void Admit(string team, List<TeamEvent> next)
    {
        if (IsFull) throw Full;
        if (_room.Find(team) is not null) return;
        if (next[0] is not TeamJoined) throw new RefusedException("The board does not know this team: a team joins first.");
        if (_room.Teams.Count >= Bounds.Teams) throw new RefusedException($"The board has {Bounds.Teams} teams and takes no more.");
    }

    private static TimeSpan Age(TeamEvent happened, DateTimeOffset now) =>
        TimeSpan.FromTicks(Math.Clamp((now - happened.Time).Ticks, 0, s_longest.Ticks));

    private void Keep(IEnumerable<DojoEvent> events)
    {
        DojoEvent[] kept = [.. events];
        if (kept.Length == 0) return;
        _record.Append(kept);
        _length = _record.Length;
        foreach (var happened in kept) _room.Take(happened);
    }
}
