using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// The tensors that an answer hands to operations, on each thread: an error of libtorch tells no shapes, and not which line made a
/// tensor that is disposed. The kata command has rewritten the answer to call <see cref="Note"/>.
/// </summary>
public static class Operands
{
    /// <summary>So many are remembered, a power of two.</summary>
    private const int Most = 64;

    [ThreadStatic] private static Noted[]? s_notes;
    [ThreadStatic] private static int s_count;
    [ThreadStatic] private static (Exception? Error, string Operation, string Words) s_held;

    private readonly record struct Noted(Tensor? Tensor, string Operation, int At, int Line, bool IsFirst, bool IsNew);

    /// <summary>The tensor, noted as handed to an operation.</summary>
    /// <param name="operation">mm, -, []; nothing where it is only made.</param>
    /// <param name="at">Where in the text the operation stands.</param>
    /// <param name="isFirst">It is the operation's first tensor.</param>
    /// <param name="isNew">This line has made it.</param>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static Tensor? Note(Tensor? tensor, string operation, int at, int line, bool isFirst, bool isNew)
    {
        (s_notes ??= new Noted[Most])[s_count++ & (Most - 1)] = new(tensor, operation, at, line, isFirst, isNew);
        return tensor;
    }

    /// <summary>Keeps what an operation has thrown at: its tensors end with their scopes, before anybody reads the error.</summary>
    internal static void Hold(Exception error)
    {
        if (s_held.Error != error) s_held = (error, Latest().FirstOrDefault().Operation ?? "", Shapes(Last())); // thrown on, it comes once more
    }

    /// <summary>" of [2] and [2, 3]"; nothing where they are not known.</summary>
    /// <param name="error">What the operation has thrown; null where it has not come so far.</param>
    internal static string Words(string operation, Exception? error = null) => error is null
        ? Latest().FirstOrDefault().Operation == operation ? Shapes(Last()) : ""
        : s_held.Error == error && s_held.Operation == operation ? s_held.Words : "";

    /// <summary>The line that made the disposed tensor of the last operation; null where it is not known.</summary>
    internal static int? LineOfDisposed() => Last().FirstOrDefault(note => note.Tensor is { IsInvalid: true }) is { Tensor: { } disposed }
        ? Latest().Where(note => note.IsNew && ReferenceEquals(note.Tensor, disposed)).Select(note => (int?)note.Line).LastOrDefault() : null;

    /// <summary>From the last backwards.</summary>
    private static IEnumerable<Noted> Latest()
    {
        for (int back = 1; back <= Math.Min(s_count, Most); back++) yield return s_notes![(s_count - back) & (Most - 1)];
    }

    /// <summary>The tensors of the operation that was called last, in their order.</summary>
    private static List<Noted> Last()
    {
        List<Noted> operands = [];
        foreach (var note in Latest())
        {
            if (operands.Count > 0 && note.At != operands[0].At) continue; // of an operation inside this one
            operands.Insert(0, note);
            if (note.IsFirst) break;
        }
        return operands;
    }

    private static string Shapes(List<Noted> operands)
    {
        Tensor[] tensors = [.. operands.Select(note => note.Tensor).OfType<Tensor>().Where(tensor => !tensor.IsInvalid)];
        bool isMixed = tensors.Select(tensor => tensor.dtype).Distinct().Count() > 1;
        return tensors.Length == 0 ? "" : $" of {string.Join(" and ", tensors.Select(tensor => Show.Of(tensor.shape) + (isMixed ? $" of {tensor.dtype}" : "")))}";
    }
}
