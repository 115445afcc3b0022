using System.Diagnostics;
using System.Reflection;

namespace Etudes.Engine;

public enum Outcome { Holds, Broken, NotWritten, Hung, NotRun }

/// <summary>What came of a law, and the words that a learner reads: at most eight short lines, none of them a framework's.</summary>
/// <param name="Replay">Where the case that failed starts.</param>
public sealed record Verdict(Outcome Outcome, string Words, Start? Replay = null)
{
    internal static Verdict OfFailure(Type laws, MethodInfo law, Failure failure, Start start, Start replay)
    {
        var subject = LawName.Subject(laws);
        var error = failure.Error;
        var place = Place.Of(error);
        if (error is NotImplementedException)
            return new(Outcome.NotWritten, NotWritten(LawName.Plain(subject), place));
        string sentence = error switch
        {
            LawBroken or DidNotEnd => error.Message,
            InsufficientExecutionStackException => "the recursion has no end, or is far too deep",
            _ => $"{error.GetType().Name}: {FirstLine(error.Message)}",
        };
        string? where = error is LawBroken || place is null ? null : $"in {place}";
        string? besides = failure.Elsewhere ? "on a thread of its own" : failure.Repeats ? null : "tried once more, the same input passes: is it chance, or something kept from earlier calls?";
        return new(failure.IsEndless ? Outcome.Hung : Outcome.Broken,
            Lines(Input(law, failure.Arguments), sentence, where, besides, Again(subject, law, start, replay), Stuck(subject)), replay);
    }

    /// <summary>The answer did what no exception tells: it hung, or ended the process.</summary>
    public static Verdict OfEnd(Outcome outcome, Type laws, MethodInfo law, object[] arguments, string sentence, Start start, Start replay)
    {
        var subject = LawName.Subject(laws);
        return new(outcome, Lines(Input(law, arguments), sentence, Again(subject, law, start, replay), Stuck(subject)), replay);
    }

    private static string NotWritten(string kata, Place? place) =>
        place is null ? " not written yet"
        : place.Type == kata ? $" not written yet: {place}"
        : $" {kata} needs {place.Type}.{place.Member}, not written yet ({place.File}:{place.Line})";

    private static string? Input(MethodInfo law, object[] arguments) => arguments.Length == 0 ? null
        : string.Join(", ", law.GetParameters().Zip(arguments, (parameter, value) => $"{parameter.Name} = {Show.Of(value)}"));

    /// <summary>The fixed seed repeats itself; any other needs its token to be seen again.</summary>
    private static string? Again(Type subject, MethodInfo law, Start start, Start replay) => start == Settings.DefaultStart ? null
        : $"again: dotnet test {LawName.Room(subject)} -p:Kata={LawName.Plain(subject)} -e KATA_REPLAY={Settings.Token(law.Name, replay)}";

    private static string Stuck(Type subject) => $"stuck? {LawName.Folder(subject)}/README.md";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => line is not null).Select(line => " " + line));
}

/// <summary>A line of the answer's own file: TopK.Largest (Katas/Heap/TopK/TopK.cs:6).</summary>
/// <param name="Line">0 where only the method is known.</param>
public sealed record Place(string Type, string Member, string File, int Line)
{
    public override string ToString() => $"{(Member == Type ? $"new {Type}" : $"{Type}.{Member}")}{(Line > 0 ? $" ({File}:{Line})" : "")}";

    /// <summary>The innermost frame that is neither a library's nor a law's.</summary>
    public static Place? Of(Exception error)
    {
        // Ten thousand frames of an endless recursion have no time for their lines: the first method must do.
        bool lines = error is not InsufficientExecutionStackException;
        return new StackTrace(error, lines).GetFrames().Select(frame => Of(frame, lines)).FirstOrDefault(place => place is not null);
    }

    private static Place? Of(StackFrame frame, bool lines)
    {
        if (frame.GetMethod() is not { DeclaringType: Type type } method) return null;
        string file = "";
        if (lines)
        {
            if (frame.GetFileName() is not string path) return null;
            file = LawName.Relative(path);
            if (file.StartsWith("..") || IsTheJudges(file)) return null;
        }
        else if (type.Namespace?.StartsWith("Etudes.") != true || type.Assembly == typeof(Place).Assembly) return null;
        string member = method.Name;
        // Lambdas, local functions and iterators live in types and methods named <Largest>b__0; the name inside is the learner's.
        for (; type.Name.StartsWith('<') && type.DeclaringType is Type outer; type = outer)
            if (Inside(type.Name) is { Length: > 0 } name) member = name;
        if (member.StartsWith('<')) member = Inside(member);
        member = member.StartsWith("get_") || member.StartsWith("set_") ? member[4..] : member;
        string plain = LawName.Plain(type);
        return new(plain, member == ".ctor" ? plain : member, file, frame.GetFileLineNumber());
    }

    /// <summary>A file of the engine, or of laws with their oracles.</summary>
    private static bool IsTheJudges(string file) => file.Contains("Properties/")
        && (file.Contains("Properties/Engine/") || file.EndsWith("Properties.cs") || file.EndsWith("Laws.cs"));

    private static string Inside(string name) => name[1..name.IndexOf('>')];
}
