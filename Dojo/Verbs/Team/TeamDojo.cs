namespace Etudes.Dojo;

/// <summary>A dojo of several teams: held, joined, looked back at.</summary>
internal static class TeamDojo
{
    public static Verb Make() => new(Wish.Together, "dojo", "kata dojo", "a board for a room of teams")
    {
        HostDojo.Make(), JoinDojo.Make(), ReviewDojo.Make(),
    };
}
