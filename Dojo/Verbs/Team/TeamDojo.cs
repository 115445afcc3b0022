namespace Etudes.Dojo;

/// <summary>A dojo of several teams: held, joined, looked back at.</summary>
internal static class TeamDojo
{
    public static Verb Make() => new(Wish.Together, "dojo", "kata dojo host", "a board for a room of teams; kata dojo --help tells of host, join and review")
    {
        HostDojo.Make(), JoinDojo.Make(), ReviewDojo.Make(),
    };
}
