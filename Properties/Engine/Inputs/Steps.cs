using System.Globalization;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What an operation of <see cref="Steps{TOp}"/> is given: a small index 0..7, or any integer.</summary>
public enum Operand { Index, Number }

/// <summary>The operands of an operation, at most two: <c>enum Op { [Takes(Operand.Number)] Push, Pop }</c>.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TakesAttribute(params Operand[] operands) : Attribute
{
    public Operand[] Operands { get; } = operands;
}

/// <summary>One operation with its operands; those that it does not take are 0.</summary>
public readonly record struct Step<TOp>(TOp Op, int First, int Second) where TOp : struct, Enum
{
    /// <summary>A step as it is shown: push 3.</summary>
    /// <exception cref="FormatException">There is no such operation, or it takes other
    /// operands.</exception>
    internal static Step<TOp> Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] operands = [.. words.Skip(1).Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out int operand) ? operand : throw NoStep())];
        var ops = Enum.GetValues<TOp>().Where(op => op.ToString().Equals(words.FirstOrDefault(), StringComparison.OrdinalIgnoreCase));
        return ops.ToArray() is [var op] && operands.Length == Takes(op).Length
            ? new(op, operands.ElementAtOrDefault(0), operands.ElementAtOrDefault(1)) : throw NoStep();

        FormatException NoStep() => new($"'{text}' is no step; expected one like {string.Join(" or ", Enum.GetValues<TOp>().Select(op => new Step<TOp>(op, 0, 0)))}");
    }

    internal static Operand[] Takes(TOp op) =>
        typeof(TOp).GetField(op.ToString())!.GetCustomAttribute<TakesAttribute>()?.Operands ?? [];

    public override string ToString() =>
        string.Join(' ', [Op.ToString().ToLowerInvariant(), .. ((int[])[First, Second]).Take(Takes(Op).Length).Select(x => Show.Of(x))]);
}

/// <summary>Operations in any order, to be played against a naive model: push 3, push 1, pop.</summary>
/// <typeparam name="TOp">An enum of the operations.</typeparam>
public sealed record Steps<TOp>(IReadOnlyList<Step<TOp>> Items) : IInput<Steps<TOp>> where TOp : struct, Enum
{
    /// <summary>Nobody follows more steps than these one by one.</summary>
    private const int Followed = 40;

    private readonly List<Array> _held = [];
    private bool _asHeap;

    /// <summary>The steps one by one. What the law's model holds after each is noted, for whoever draws the steps.</summary>
    /// <param name="model">The items that are held, in the order in which they are shown.</param>
    /// <param name="asHeap">They are held as a heap is, and stand in the order in which they leave it.</param>
    public IEnumerable<Step<TOp>> Played<T>(Func<IEnumerable<T>> model, bool asHeap = false)
    {
        _held.Clear();
        _asHeap = asHeap;
        foreach (var step in Items)
        {
            yield return step; // one that breaks the law does not come back here: what it should leave is not known
            if (Items.Count <= Followed) _held.Add(model().ToArray());
        }
    }

    public override string ToString() => Items.Count == 0 ? "none" : Show.Join(", ", Items.Select(step => step.ToString()));

    /// <summary>In quotes, which the conversion from a string reads.</summary>
    public string Literal => $"\"{string.Join(", ", Items)}\"";

    /// <summary>The steps as they are shown, however many: "push 3, pop".</summary>
    /// <exception cref="FormatException">There is no such step.</exception>
    public static implicit operator Steps<TOp>(string text) =>
        new([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Step<TOp>.Parse)]);

    public Shape? Shape => new StepsShape([.. Items.Select((step, i) => new StepShape(step.ToString(), Held(i)))], _asHeap);

    private string[]? Held(int step) => step < _held.Count ? [.. _held[step].Cast<object>().Select(Show.Of)] : null;

    public IEnumerable<Steps<TOp>> Smaller() => Shrink.List(Items, step =>
            Shrink.Number(step.First).Select(x => step with { First = x })
                .Concat(Shrink.Number(step.Second).Select(x => step with { Second = x })))
        .Select(items => new Steps<TOp>(items));

    public static Gen<Steps<TOp>> Generator { get; } = Gen.Sized(size =>
        from length in Gen.Frequency((6, Gen.Choose(0, size)), (1, Gen.Choose(100, 300)))
        from kind in Numbers.Kind(size)
        from steps in StepOf(kind).ArrayOf(length)
        select new Steps<TOp>(steps));

    private static Gen<Step<TOp>> StepOf(Gen<int> number) =>
        from op in Gen.Elements(Enum.GetValues<TOp>())
        let takes = Step<TOp>.Takes(op)
        from first in OperandOf(takes, 0, number)
        from second in OperandOf(takes, 1, number)
        select new Step<TOp>(op, first, second);

    private static Gen<int> OperandOf(Operand[] takes, int at, Gen<int> number) =>
        at >= takes.Length ? Gen.Constant(0) : takes[at] == Operand.Index ? Gen.Choose(0, 7) : number;
}
