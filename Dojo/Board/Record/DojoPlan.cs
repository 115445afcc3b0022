namespace Etudes.Dojo;

/// <summary>The parts of the time as one types them: setup:5,code:30,review:25.</summary>
internal static class DojoPlan
{
    public const int Most = 12;

    /// <summary>Minutes of a phase, and of a turn.</summary>
    public const int Longest = 600;
    private const int LongestName = 20;

    /// <summary>A phase in which people talk, and nobody drives. A plan without a phase that begins with code tells nothing of that.</summary>
    /// <param name="phase">Its name.</param>
    public static bool IsTalk(string phase, IReadOnlyList<Phase> plan) => !IsCode(phase) && plan.Any(one => one is not null && IsCode(one.Name));

    private static bool IsCode(string phase) => phase.StartsWith("code", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="FormatException">It is no plan; the message says what is expected.</exception>
    public static IReadOnlyList<Phase> Of(string text)
    {
        Phase[] plan = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PhaseOf)];
        return plan.Length is > 0 and <= Most ? plan : throw new FormatException($"--plan wants 1 to {Most} phases, and '{text}' has {plan.Length}.");
    }

    private static Phase PhaseOf(string text) =>
        text.Split(':') is [{ Length: > 0 and <= LongestName } name, var minutes] && int.TryParse(minutes, out int number) && number is > 0 and <= Longest ? new(name, number)
        : throw new FormatException($"--plan wants phases with their minutes, setup:5,code:30 say, and '{text}' is none.");
}
