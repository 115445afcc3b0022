using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>The keys of a watch that has joined a dojo.</summary>
internal static class TeamKeys
{
    public static Key Turn { get; } = new('t', "next turn", watch => watch.Show(new Text(watch.Seat!.NextTurn())));
    public static Key Take { get; } = new('y', "the board's kata", watch => watch.Seat!.Proposed is { } kata ? watch.Show(kata) : throw new RefusedException("The board proposes no kata."));
    public static Key Away { get; } = new('x', "driver is away", watch => watch.Show(new Text(watch.Seat!.Skip())));
    public static Key Back { get; } = new('b', "driver is back", watch => watch.Show(new Text(watch.Seat!.Return())));
}
