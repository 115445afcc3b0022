namespace Etudes.Dojo;

/// <summary>
/// The records of a board and of laptops as one story, in the order in which the board wrote it: so
/// rows stand and are named as on the wall. What only a laptop has is put where it belongs.
/// </summary>
internal static class DojoMerge
{
    /// <summary>Behind all that the board wrote.</summary>
    private const int Last = int.MaxValue;

    /// <summary>Of several dojos the one that was opened or joined last.</summary>
    /// <exception cref="RefusedException">No dojo is told of, or a newer command has written.</exception>
    public static IReadOnlyList<DojoEvent> Of(params IEnumerable<DojoFile> files)
    {
        var events = files.Select(file => file.Read().ToArray()).ToArray();
        var last = events.SelectMany(file => file).Where(happened => CodeOf(happened) is not null).MaxBy(happened => happened.Time) ?? throw new RefusedException("No dojo is told of there: a record begins with a board that is opened, or a team that joins.");
        string code = CodeOf(last)!;
        var all = events.Where(file => file.Any(happened => CodeOf(happened) == code)).SelectMany(file => file).Select((happened, i) => new Placed(happened, happened.At is null ? Last : i)).ToArray();
        var ofTeams = all.Where(one => one.Happened is TeamEvent).GroupBy(one => ((TeamEvent)one.Happened).Team).SelectMany(OfTeam);
        var ofBoard = all.Where(one => one.Happened is not TeamEvent).DistinctBy(one => Convert.ToBase64String(DojoLine.Of(one.Happened)));
        return [.. ofBoard.Concat(ofTeams).OrderBy(one => one.Place).ThenBy(one => one.Place == Last ? one.Happened.At ?? one.Happened.Time : default).ThenBy(one => one.N).Select(one => one.Happened)];
    }

    private static string? CodeOf(DojoEvent happened) => happened switch { DojoOpened of => of.Code, TeamJoined of => of.Code, _ => null };

    /// <summary>Each of a team's events once; what the board does not have gets its time by how far the clocks are apart.</summary>
    private static IEnumerable<Placed> OfTeam(IEnumerable<Placed> events)
    {
        Placed[] once = [.. events.GroupBy(one => one.N).Select(same => same.MinBy(one => one.Place)!).OrderBy(one => one.N)];
        TimeSpan[] apart = [.. once.Where(one => one.Happened.At is not null).Select(one => one.Happened.At!.Value - one.Happened.Time).Order()];
        var ahead = apart.Length > 0 ? apart[apart.Length / 2] : TimeSpan.FromSeconds(once.Select(one => one.Happened).OfType<TeamJoined>().LastOrDefault()?.Ahead ?? 0);
        for (int i = once.Length - 1, next = Last; i >= 0; i--)
        {
            var happened = once[i].Happened;
            next = Math.Min(next, once[i].Place); // before what the board wrote of the team next
            once[i] = new(happened.At is null ? happened with { At = happened.Time + ahead } : happened, next);
        }
        return once;
    }

    /// <param name="Place">Where the board wrote it.</param>
    private sealed record Placed(DojoEvent Happened, int Place)
    {
        public int N => (Happened as TeamEvent)?.N ?? 0;
    }
}
