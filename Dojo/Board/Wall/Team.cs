namespace Etudes.Dojo;

/// <summary>A team, as its row on the board shows it.</summary>
/// <param name="id">Known to its laptop and the board alone.</param>
internal sealed class Team(string id)
{
    private List<Lit> _lights = [];
    private string? _said, _renamed;

    public string Id { get; } = id;

    public string Name { get => _renamed ?? field; private set; } = "";

    public IReadOnlyList<string> People { get; private set; } = [];

    public string? Driver { get; private set; }

    /// <summary>What it works on; null before that is known.</summary>
    public string? Kata { get; private set; }

    /// <summary>So many of its events are known.</summary>
    public int Kept { get; private set; }

    public IReadOnlyList<Lit> Lights => _lights;

    /// <summary>Of the checks that were predicted.</summary>
    public int Guesses { get; private set; }

    public int RightGuesses { get; private set; }

    public Team Copy()
    {
        var copy = (Team)MemberwiseClone();
        copy._lights = [.. _lights];
        return copy;
    }

    /// <summary>From now on it has this name, whatever its laptop says.</summary>
    public void Rename(string name) => _renamed = name;

    /// <param name="areAllMeant">Each check is a light of its own.</param>
    /// <param name="free">The name that the room has for one that is said. Who says the same again keeps it.</param>
    public void Take(TeamEvent happened, bool areAllMeant, Func<string, string> free)
    {
        Kept = Math.Max(Kept, happened.N);
        switch (happened)
        {
            case TeamJoined of:
                if (of.Name != _said) Name = free(_said = of.Name);
                (People, Kata) = (of.People, of.Kata ?? Kata);
                break;
            case TurnBegun of: Driver = of.Driver; break;
            case CheckMade of: Take(of, areAllMeant); break;
        }
    }

    private void Take(CheckMade check, bool isMeant)
    {
        if (check.Guess is { } guess)
        {
            Guesses++;
            if (guess == check.Light) RightGuesses++;
        }
        Kata = check.Kata;
        var shown = check with { Source = null }; // the record has it
        if (!isMeant && check.Guess is null && _lights is [.., var last] && last.Takes(check)) _lights[^1] = last with { Check = shown, Checks = last.Checks + 1 };
        else _lights.Add(new(check.At ?? check.Time, shown, 1));
    }
}
