using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>What a call of check found, as the XML that build servers read: a suite per file, a test case per law.</summary>
internal static class JUnit
{
    public static XDocument Of(CheckReport report) => new(new XElement("testsuites", report.Checks.Select(Suite)));

    private static XElement Suite(CheckedFile check)
    {
        // A file that no law could judge is one test that is in error.
        var cases = check.Obstacles.Count > 0 ? [Case(check.Kata, "can be judged", new XElement("error", new XAttribute("message", Clean(check.Obstacles[0])), Clean(string.Join('\n', check.Obstacles))))]
            : check.Verdicts.Select(verdict => Case(check.Kata, verdict.Law[(verdict.Law.IndexOf(':') + 2)..], Failure(verdict))).ToArray();
        return new("testsuite", new XAttribute("name", check.File), new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(one => one.Element("failure") is not null)),
            new XAttribute("errors", cases.Count(one => one.Element("error") is not null)),
            new XAttribute("skipped", cases.Count(one => one.Element("skipped") is not null)),
            new XAttribute("time", check.Seconds.ToString(CultureInfo.InvariantCulture)), cases);
    }

    private static XElement Case(string kata, string law, XElement? failure) =>
        new("testcase", new XAttribute("classname", kata), new XAttribute("name", law), failure);

    private static XElement? Failure(Verdict verdict) => verdict.Outcome switch
    {
        Outcome.Holds => null,
        Outcome.NotRun => new("skipped", new XAttribute("message", verdict.Sentence)),
        _ => new("failure", new XAttribute("type", verdict.Outcome), new XAttribute("message", Clean(verdict.Sentence)),
            Clean(string.Join('\n', VerdictLines.Of(verdict).Select(line => line.Text)))),
    };

    /// <summary>An answer's words may hold characters that XML cannot.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "?" : rune.ToString()));
}
