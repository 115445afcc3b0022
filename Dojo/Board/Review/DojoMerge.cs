namespace Etudes.Dojo;

/// <summary>The records of a board and of laptops as one story, in the order of the board's clock.</summary>
internal static class DojoMerge
{
    /// <summary>Of several dojos the one that was opened or joined last.</summary>
    /// <exception cref="RefusedException">No dojo is told of, or a newer command has written.</exception>
    public static IReadOnlyList<DojoEvent> Of(params IEnumerable<DojoFile> files)
    {
        var events = files.Select(file => file.Read().ToArray()).ToArray();
        var last = events.SelectMany(file => file).Where(happened => CodeOf(happened) is not null).MaxBy(happened => happened.Time) ?? throw new RefusedException("No dojo is told of there: a record begins with a board that is opened, or a team that joins.");
        string code = CodeOf(last)!;
        var all = events.Where(file => file.Any(happened => CodeOf(happened) == code)).SelectMany(file => file).ToArray();
        var ofTeams = all.OfType<TeamEvent>().GroupBy(happened => happened.Team).SelectMany(OnBoardClock);
        var ofBoard = all.Where(happened => happened is not TeamEvent).DistinctBy(happened => Convert.ToBase64String(DojoLine.Of(happened)));
        return [.. ofBoard.Concat(ofTeams).OrderBy(happened => happened.At ?? happened.Time).ThenBy(happened => (happened as TeamEvent)?.N)];
    }

    private static string? CodeOf(DojoEvent happened) => happened switch { DojoOpened of => of.Code, TeamJoined of => of.Code, _ => null };

    /// <summary>Each of a team's events once; what the board does not have gets its time by how far the clocks are apart.</summary>
    private static IEnumerable<TeamEvent> OnBoardClock(IEnumerable<TeamEvent> events)
    {
        TeamEvent[] once = [.. events.GroupBy(happened => happened.N).Select(same => same.FirstOrDefault(happened => happened.At is not null) ?? same.First())];
        TimeSpan[] apart = [.. once.Where(happened => happened.At is not null).Select(happened => happened.At!.Value - happened.Time).Order()];
        var ahead = apart.Length > 0 ? apart[apart.Length / 2] : TimeSpan.FromSeconds(once.OfType<TeamJoined>().LastOrDefault()?.Ahead ?? 0);
        return once.Select(happened => happened.At is null ? happened with { At = happened.Time + ahead } : happened);
    }
}
