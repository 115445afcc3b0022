namespace Etudes.Engine;

/// <summary>
/// A law called on one input, in C#: TopKProperties&lt;TopK&gt;.Keeps_the_k_largest(new Values([0,
/// 0, 1]), k: 1).
/// </summary>
internal static class LawCall
{
    /// <summary>What is longer, nobody reads: the case is drawn once more.</summary>
    private const int Longest = 400;
    /// <summary>
    /// Beyond so many steps on the way to the smallest case the whole one must do.
    /// </summary>
    private const int MostSteps = 200;

    /// <param name="token">The token of the case that failed first.</param>
    /// <param name="smaller">Which of the smaller cases was taken each time, from 0, to come to
    /// these arguments.</param>
    public static string Of(Law law, object[] arguments, string token, int[] smaller)
    {
        string laws = NameOf(law.Class);
        string?[] literals = [.. law.Method.GetParameters().Select((parameter, i) => Literal.Of(arguments.ElementAtOrDefault(i)) is not { } literal ? null
            : literal.StartsWith("new ") ? literal : $"{parameter.Name}: {literal}")];
        string call = $"{laws}.{law.Name}({string.Join(", ", literals)})";
        if (!literals.Contains(null) && call.Length <= Longest) return call;
        string[] way = smaller.Length > MostSteps ? [] : [.. smaller.Select(at => Show.Of(at))];
        return $"Replay.Run<{laws}>({string.Join(", ", [$"\"{token}\"", .. way])})";
    }

    /// <summary>
    /// IndexedHeapProperties&lt;IndexedHeap&gt;, MinHeapProperties&lt;MinHeap&lt;int&gt;&gt;.
    /// </summary>
    private static string NameOf(Type type) =>
        type == typeof(int) ? "int"
        : type.IsGenericType ? $"{type.PlainName}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
