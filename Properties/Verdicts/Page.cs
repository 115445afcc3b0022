namespace Etudes.Verdicts;

/// <summary>
/// Lays out the failed laws of one kata as a learner reads them: the first three that are broken with their words; then, a line
/// each, how many more and why some were not judged.
/// </summary>
public sealed class Page
{
    /// <summary>How many broken laws are told whole: the first ones are the ones to mend.</summary>
    private const int Told = 3;

    private readonly List<string> _notJudged = [];
    private string? _stuck;
    private int _broken;

    /// <summary>The lines for one more failed law; none where it is only counted.</summary>
    /// <param name="title">TopK: keeps the k largest in descending order.</param>
    /// <param name="words">The engine's words.</param>
    public IEnumerable<string> Add(string title, string words)
    {
        if (IsNotWritten(words) || words.Contains("not run:"))
        {
            _notJudged.Add(words);
            yield break;
        }
        if (++_broken > Told) yield break;
        yield return $"Failed {title}";
        foreach (string line in words.Split('\n'))
        {
            if (line.StartsWith(" stuck?")) _stuck = line; // once a kata is enough
            else yield return line;
        }
    }

    /// <summary>The lines below the broken laws.</summary>
    public IEnumerable<string> End()
    {
        if (_broken > Told) yield return $"{Laws(_broken - Told)} broken; mend these first";
        foreach (var reason in _notJudged.GroupBy(words => words)) yield return $"{Laws(reason.Count())}{reason.Key}";
        if (_stuck is not null) yield return _stuck;
    }

    public static bool IsNotWritten(string words) => words.Contains("not written yet");

    private static string Laws(int count) => count == 1 ? "1 more law" : $"{count} more laws";
}
