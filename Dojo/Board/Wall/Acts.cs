namespace Etudes.Dojo;

/// <summary>What the facilitator can do at the board.</summary>
internal sealed class Acts(Desk desk)
{
    /// <param name="act">What is wished for, as the path of its address.</param>
    /// <param name="text">What was typed for it.</param>
    /// <returns>False where there is no such act.</returns>
    /// <exception cref="RefusedException">It cannot be done now.</exception>
    public bool Do(string[] act, string text)
    {
        switch (act)
        {
            case ["phase"]: desk.Write(room => room.NextPhase is { } next ? new PhaseBegun(next) : throw new RefusedException("The plan is at its end.")); return true;
            case ["phase", "end"]: desk.Write(room => room.Phase is null ? null : new PhaseEnded()); return true;
            case ["kata"] when Kata.Find(text) is { } kata: desk.Write(_ => new KataProposed(kata.Name)); return true;
            case ["hint"]: desk.Write(Hint); return true;
            case ["row", var place] when int.TryParse(place, out int row): desk.Write(room => Renamed(room, row, text.Trim())); return true;
            case ["retro", var heading] when ReviewPage.Headings.Contains(heading): desk.Write(_ => Fair(new RetroWritten(heading, text))); return true;
            default: return false;
        }
    }

    private static HintTold Hint(Room room)
    {
        if (room.Kata is null || Kata.Find(room.Kata) is not { } kata) throw new RefusedException("Propose a kata first: a hint belongs to one.");
        int next = (room.Hint is { } told && told.Kata == kata.Name ? told.Hint : 0) + 1, last = KataHints.Of(kata).Hints.Count;
        return next <= last ? new(kata.Name, next) : throw new RefusedException($"{kata.Name} has {last} hints, and all are told.");
    }

    /// <param name="row">From 0.</param>
    private static RowRenamed? Renamed(Room room, int row, string name) =>
        room.Teams.ElementAtOrDefault(row) is { } team ? Fair(new RowRenamed(team.Id, name)) : null;

    private static T Fair<T>(T happened) where T : DojoEvent => Bounds.Fault(happened) is { } fault ? throw new RefusedException($"It is not kept: {fault}.") : happened;
}
