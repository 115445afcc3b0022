using System.CommandLine;
using System.CommandLine.Parsing;

namespace Etudes.Dojo;

/// <summary>The flags that say how a dojo is held. What is not said stays as it was before.</summary>
internal sealed class HostFlags
{
    private const string UsualPlan = "setup:5,code:30,review:25,code:25";

    private readonly Option<int> _turn = new("--turn") { Description = "Minutes after which the next one drives; 0 for no turns.", CustomParser = result => Number(result, 0, DojoPlan.Longest), HelpName = "5" };
    private readonly Option<bool> _predict = new("--predict") { Description = "A check wants a guess first: green, amber or red." };
    private readonly Option<bool> _byKey = new("--by-key") { Description = "The key c checks, and not a save." };
    private readonly Option<IReadOnlyList<Phase>> _plan = new("--plan") { Description = $"The phases with their minutes, else {UsualPlan}; turns go on in those named code.", CustomParser = Plan, HelpName = "setup:5,code:30" };

    public void AddTo(Command command)
    {
        foreach (var flag in (Option[])[_turn, _predict, _byKey, _plan]) command.Options.Add(flag);
    }

    /// <param name="kata">The first kata of all, or null.</param>
    /// <param name="before">How the dojo was held until now, or null.</param>
    public DojoSettings Of(ParseResult parsed, string? kata, DojoSettings? before)
    {
        return new(Said(_turn) || before is null ? parsed.GetValue(_turn) : before.Turn, Said(_predict) || before is { Predict: true }, Said(_byKey) || before is { ByKey: true }, kata ?? before?.Kata,
            Said(_plan) ? parsed.GetValue(_plan)! : before?.Plan ?? DojoPlan.Of(UsualPlan));

        bool Said(Option option) => parsed.GetResult(option) is { Implicit: false };
    }

    private static IReadOnlyList<Phase> Plan(ArgumentResult result)
    {
        try { return DojoPlan.Of(result.Tokens[0].Value); }
        catch (FormatException nonsense)
        {
            result.AddError(nonsense.Message);
            return [];
        }
    }

    /// <summary>A number within bounds, for a flag.</summary>
    public static int Number(ArgumentResult result, int least, int most)
    {
        if (int.TryParse(result.Tokens[0].Value, out int number) && number >= least && number <= most) return number;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} wants a number from {least} to {most}, and '{result.Tokens[0].Value}' is none.");
        return least;
    }
}
