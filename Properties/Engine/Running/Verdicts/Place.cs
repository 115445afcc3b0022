using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>A line of the answer's own file: TopK.Largest (Katas/Heap/TopK/TopK.cs:6).</summary>
/// <param name="Line">0 where only the method is known.</param>
public sealed record Place(string Type, string Member, string File, int Line)
{
    public override string ToString() => $"{(Member == Type ? $"new {Type}" : $"{Type}.{Member}")}{(Line > 0 ? $" ({File}:{Line})" : "")}";

    /// <summary>The innermost frame that is neither a library's nor a law's.</summary>
    public static Place? Of(Exception error)
    {
        // There is no time to find the lines of ten thousand frames of an endless recursion: the
        // first method must do.
        bool lines = error is not InsufficientExecutionStackException;
        var trace = error is Stranded stranded ? stranded.Trace : new StackTrace(error, lines);
        return trace.GetFrames().Select(frame => Of(frame, lines)).FirstOrDefault(place => place is not null);
    }

    private static Place? Of(StackFrame frame, bool lines)
    {
        if (frame.GetMethod() is not { DeclaringType: Type type } method) return null;
        string file = "";
        if (lines)
        {
            if (frame.GetFileName() is not string path) return null;
            // What the command has compiled is the learner's, wherever its file lies, and has the name that people know.
            bool loaded = type.Assembly.IsCollectible;
            file = loaded ? path : Repository.OfSource(path);
            if (!loaded && IsJudges(file)) return null;
        }
        else if (type.Namespace?.StartsWith("Etudes.") != true || type.Assembly == typeof(Place).Assembly) return null;
        string member = method.Name;
        // Lambdas, local functions and iterators live in types and methods named <Largest>b__0; the name inside is the learner's.
        for (; type.Name.StartsWith('<') && type.DeclaringType is Type outer; type = outer)
            if (Inside(type.Name) is { Length: > 0 } name) member = name;
        if (member.StartsWith('<')) member = Inside(member);
        member = member.StartsWith("get_") || member.StartsWith("set_") ? member[4..] : member;
        string plain = type.PlainName;
        return new(plain, member == ".ctor" ? plain : member, file, frame.GetFileLineNumber());
    }

    /// <summary>A file of the engine, or of laws with their oracles, or of a library.</summary>
    private static bool IsJudges(string file) => file.StartsWith("..")
        || file.Contains("Properties/") && (file.Contains("Properties/Engine/") || file.EndsWith("Properties.cs") || file.EndsWith("Laws.cs"));

    private static string Inside(string name) => name[1..name.IndexOf('>')];
}
