namespace Etudes.Dojo;

/// <summary>What is known of a dojo, as its events tell it one by one.</summary>
internal sealed class Room
{
    private List<Team> _teams = [];
    private PhaseBegun? _phase;
    private int _next;

    /// <summary>How it was opened last; null before the first event.</summary>
    public DojoOpened? Opened { get; private set; }

    /// <summary>In the order in which they joined.</summary>
    public IReadOnlyList<Team> Teams => _teams;

    public string? Kata { get; private set; }

    public SharedHint? Hint { get; private set; }

    /// <summary>What was typed in the retrospective, by its heading.</summary>
    public Dictionary<string, string> Retro { get; } = [];

    /// <summary>When the clock began: with the first check.</summary>
    public DateTimeOffset? Began => _teams.Min(team => team.Lights.FirstOrDefault()?.At);

    /// <summary>The part of the plan that goes on.</summary>
    public Phase? Phase => _phase is null ? null : Plan.ElementAtOrDefault(_phase.Place);

    public DateTimeOffset? PhaseEnds => _phase is { At: { } began } && Phase is { } phase ? began + TimeSpan.FromMinutes(phase.Minutes) : null;

    /// <summary>The place of the phase that comes next, or null.</summary>
    public int? NextPhase => _next < Plan.Count ? _next : null;

    public IReadOnlyList<Phase> Plan => Opened?.Settings.Plan ?? [];

    public Team? Find(string id) => _teams.Find(team => team.Id == id);

    /// <param name="happened">With its time by the board's clock.</param>
    public void Take(DojoEvent happened)
    {
        switch (happened)
        {
            case DojoOpened of:
                Opened = of;
                Kata ??= of.Settings.Kata;
                break;
            case PhaseBegun of:
                (_phase, _next) = (of, of.Place + 1);
                break;
            case PhaseEnded: _phase = null; break;
            case KataProposed of: (Kata, Hint) = (of.Kata, null); break;
            case HintTold of: Hint = new(of.Kata, of.Hint); break;
            case RowRenamed of: Find(of.Row)?.Rename(FreeName(of.Name, of.Row)); break;
            case RetroWritten of: Retro[of.Heading] = of.Text; break;
            case TeamEvent of: Take(of); break;
        }
    }

    private void Take(TeamEvent happened)
    {
        var team = Find(happened.Team);
        if (team is null) _teams.Add(team = new(happened.Team));
        team.Take(happened, areAllMeant: Opened?.Settings.ByKey ?? false, name => FreeName(name, team.Id));
    }

    /// <summary>Two teams of one name are told apart: lynx, lynx 2.</summary>
    private string FreeName(string name, string id)
    {
        var taken = _teams.Where(team => team.Id != id).Select(team => team.Name).ToHashSet();
        return Enumerable.Range(1, _teams.Count + 1).Select(i => i == 1 ? name : $"{name} {i}").First(free => !taken.Contains(free));
    }

    /// <summary>As it is now, to be drawn while the room goes on.</summary>
    public Room Copy()
    {
        var copy = (Room)MemberwiseClone();
        copy._teams = [.. _teams.Select(team => team.Copy())];
        return copy;
    }

    /// <summary>What a laptop is told. Of other teams it learns nothing: who knows an id speaks for the team.</summary>
    public BoardNews News(DateTimeOffset now, string team) => Find(team) is { } own ? News(now, [own]) with { Kept = own.Kept } : News(now, []);

    /// <summary>What a folder tells, where the files have the teams' ids in their names.</summary>
    public BoardNews NewsForAll(DateTimeOffset now) => News(now, _teams);

    private BoardNews News(DateTimeOffset now, IEnumerable<Team> rows) =>
        new(DojoLine.Newest, Opened!.Code, Opened.Host, Opened.Settings, now, Kept: 0, Phase?.Name, PhaseEnds, Kata, Hint, rows.ToDictionary(team => team.Id, team => team.Name));
}
