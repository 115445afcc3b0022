namespace Etudes.DojoLoad;

/// <summary>What must hold, and whether it does.</summary>
public sealed class Bars
{
    public bool AllHold { get; private set; } = true;

    public void Must(bool holds, string words)
    {
        Console.WriteLine($"{(holds ? "ok      " : "FAILED  ")}{words}");
        AllHold &= holds;
    }

    /// <summary>Whatever was told stands in the record once.</summary>
    public void NoneLostNoneTwice(string who, IReadOnlyCollection<(string Team, int N)> told, Record record)
    {
        var times = record.OfTeams.CountBy(happened => (happened.Team, happened.N)).ToDictionary();
        int lost = told.Count(one => !times.ContainsKey(one)), twice = times.Values.Count(count => count > 1);
        Must(lost == 0 && twice == 0, $"{who}: of {told.Count} events {lost} are lost, and {twice} stand twice");
    }
}
