using System.Text.RegularExpressions;

namespace Etudes.Loop;

/// <summary>What is saved, by name alone: nothing here knows a word of an answer.</summary>
public sealed class Answers(Checkout checkout)
{
    /// <summary>The reference, as a learner would have it: with its contract and with what it needs.</summary>
    public string Right(string kata)
    {
        string file = Reference(kata);
        string conformance = checkout.Read(Path.Combine(Path.GetDirectoryName(file)!, "Conformance.cs"));
        string declaration = Regex.Match(conformance, $@"\bclass {kata} : .+(?=;)").Value;
        return string.Concat(NeedsOf(kata).Select(needed => $"// Needs: {needed}\n"))
            + checkout.Read(file).Replace($"partial class {kata}", declaration);
    }

    /// <summary>The first of the wrong answers that the command's tests have of a kata.</summary>
    public string Wrong(string kata) => checkout.Read(checkout.Find($"^Dojo/Tests/.*/{kata}/"));

    public IEnumerable<string> NeedsOf(string kata) =>
        Regex.Matches(checkout.Read(Reference(kata)), @"Needs: (\w+)").Select(match => match.Groups[1].Value);

    private string Reference(string kata) => checkout.Find($"^Solutions/.*/{kata}.cs$");
}
