namespace Etudes.Engine;

/// <summary>The numbers that a median stands between, each half in order: [0] and [1]; of an odd number the middle one stands below.</summary>
public sealed record Halves(int[] Sorted) : IDrawn
{
    private int Middle => (Sorted.Length + 1) / 2;

    public Shape? Shape => Sorted.Length > 100 ? null : new HalvesShape(Words(Sorted[..Middle]), Words(Sorted[Middle..]));

    public override string ToString() => $"{Show.Of(Sorted[..Middle])} and {Show.Of(Sorted[Middle..])}";

    private static string[] Words(int[] half) => [.. half.Select(number => Show.Of(number))];
}
