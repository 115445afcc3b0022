namespace Etudes.Dojo;

/// <summary>Who drives, how long still, and who is next.</summary>
/// <param name="people">In the order in which they drive; nobody where no names were told.</param>
/// <param name="length">Of a turn; zero for no turns.</param>
internal sealed class Turns(IReadOnlyList<string> people, TimeSpan length)
{
    private readonly List<string> _away = [];
    private int _driver;
    private long _began = WallClock.Provider.GetTimestamp();
    private bool _isAsked, _stands;

    public string? Driver => people.ElementAtOrDefault(_driver);

    /// <summary>Who is there and drives next; null where nobody else is.</summary>
    public string? Next => Others.FirstOrDefault();

    /// <summary>Null where there are no turns, or none goes on.</summary>
    public TimeSpan? Left => length == TimeSpan.Zero || _stands ? null : length - WallClock.Provider.GetElapsedTime(_began);

    private IEnumerable<string> Others => Enumerable.Range(1, Math.Max(0, people.Count - 1)).Select(i => people[(_driver + i) % people.Count]).Where(person => !_away.Contains(person));

    /// <summary>True once in each turn: when it is over.</summary>
    public bool AsksNow() => Left <= TimeSpan.Zero && !_isAsked && (_isAsked = true);

    /// <summary>The next one drives, and the clock begins anew.</summary>
    public void Begin()
    {
        if (Next is { } next) _driver = people.ToList().IndexOf(next);
        Wind();
    }

    private void Wind() => (_began, _isAsked) = (WallClock.Provider.GetTimestamp(), false);

    /// <summary>While people talk no turn goes on; then the same one drives, for a whole turn.</summary>
    public void Stand(bool stands)
    {
        if (_stands && !stands) Wind();
        _stands = stands;
    }

    /// <summary>Who should drive now is not there: the next one does.</summary>
    /// <returns>Who is away.</returns>
    public string? Skip()
    {
        if (Driver is not { } gone || Next is null) return null;
        Begin();
        _away.Add(gone);
        return gone;
    }

    /// <summary>Who has been away longest drives again when it is her turn.</summary>
    /// <returns>Who is back.</returns>
    public string? Return()
    {
        if (_away is not [var back, ..]) return null;
        _away.RemoveAt(0);
        return back;
    }
}
