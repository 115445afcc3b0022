using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>
/// A learner's own examples of a kata, beside the stub. The command makes the file, and replaces
/// one method of it, Counterexample; all the rest stays as it is, byte for byte.
/// </summary>
internal static class ExamplesFile
{
    public const string Counterexample = "Counterexample";
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>It refuses what is no UTF-8: that would not come out as it went in.</summary>
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of the file; null where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string? Read(Kata kata) => File.Exists(Kata.Full(kata.Examples)) ? File.ReadAllText(Kata.Full(kata.Examples)) : null;

    /// <summary>Makes the file, empty of examples, where it is not there yet.</summary>
    /// <returns>Whether it was made.</returns>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public static bool Begin(Kata kata)
    {
        string path = Kata.Full(kata.Examples);
        try
        {
            if (File.Exists(path)) return false;
            Replacement.Write(path, Encoding.UTF8.GetBytes(Template(kata)));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Refused(kata, $"cannot be written ({e.Message})"); }
    }

    /// <summary>Makes the file empty of examples; what was there is copied into the attempts.</summary>
    /// <exception cref="RefusedException">Nothing could be kept, and so nothing was changed.</exception>
    public static void BeginAnew(Kata kata, DateTimeOffset now, Action<string> tell)
    {
        string path = Kata.Full(kata.Examples), folder = Path.Combine(LearnerLog.Folder, "attempts", kata.Name);
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) != Template(kata))
            {
                Directory.CreateDirectory(folder);
                tell($"Your examples are kept: {Kata.Relative(Replacement.Copy(path, Path.Combine(folder, now.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)), ".Examples.cs"))}");
            }
            Replacement.Write(path, Encoding.UTF8.GetBytes(Template(kata)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Refused(kata, $"cannot be put aside ({e.Message})"); }
    }

    /// <summary>The class that the examples stand in, or null.</summary>
    public static ClassDeclarationSyntax? ClassOf(Kata kata, SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        .FirstOrDefault(type => type.Identifier.Text == $"{kata.Name}Examples" && !type.CloseBraceToken.IsKind(SyntaxKind.None));

    /// <summary>The methods that are examples, from the top.</summary>
    public static IEnumerable<MethodDeclarationSyntax> In(ClassDeclarationSyntax examples) => examples.Members.OfType<MethodDeclarationSyntax>()
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Split('.')[^1] is "Example" or nameof(ExampleAttribute)));

    /// <summary>The same text, line by line, without what kata debug has written: that runs with the stub alone.</summary>
    public static string WithoutCounterexample(string text)
    {
        foreach (var method in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsCounterexample))
            text = $"{text[..method.SpanStart]}{string.Concat(text[method.SpanStart..method.Span.End].Select(letter => letter is '\r' or '\n' ? letter : ' '))}{text[method.Span.End..]}";
        return text;
    }

    /// <summary>Makes the law's call on its input the example Counterexample.</summary>
    /// <exception cref="RefusedException">The file cannot be read or written; it was not
    /// changed.</exception>
    public static void Write(Kata kata, Verdict verdict)
    {
        string path = Kata.Full(kata.Examples);
        try
        {
            string? text = File.Exists(path) ? s_strict.GetString(File.ReadAllBytes(path)) : null;
            Replacement.Write(path, Encoding.UTF8.GetBytes(With(text, kata, verdict)));
        }
        catch (DecoderFallbackException) { throw Refused(kata, "is not UTF-8"); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Refused(kata, $"cannot be written ({e.Message})"); }
    }

    /// <summary>The text of the file with another Counterexample.</summary>
    /// <param name="text">null: there is no file yet.</param>
    /// <exception cref="RefusedException">It does not parse, or has no class for it.</exception>
    public static string With(string? text, Kata kata, Verdict verdict)
    {
        text ??= Template(kata);
        int start = text.StartsWith(ByteOrderMark) ? 1 : 0;
        var tree = CSharpSyntaxTree.ParseText(text[start..], path: kata.Examples);
        if (tree.GetDiagnostics().FirstOrDefault(said => said.Severity == DiagnosticSeverity.Error) is { } error)
            throw Refused(kata, $"does not parse (line {error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.GetMessage()})");
        var type = ClassOf(kata, tree) ?? throw Refused(kata, $"has no class {kata.Name}Examples");
        string end = text.Contains("\r\n") ? "\r\n" : "\n";
        var old = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(IsCounterexample);
        if (old is not null)
        {
            var (from, to) = (start + old.SpanStart, start + old.Span.End);
            return $"{text[..from]}{Method(verdict, Indentation(text, from), end)}{text[to..]}";
        }
        string outer = Indentation(text, start + type.SpanStart), inner = $"{outer}    ", method = $"{inner}{Method(verdict, inner, end)}{end}";
        int brace = start + type.CloseBraceToken.SpanStart, line = LineStart(text, brace);
        return string.IsNullOrWhiteSpace(text[line..brace])
            ? $"{text[..line]}{(type.Members.Count > 0 ? end : "")}{method}{text[line..]}"
            : $"{text[..brace]}{end}{method}{outer}{text[brace..]}";
    }

    private static bool IsCounterexample(MethodDeclarationSyntax method) => method.Identifier.Text == Counterexample && method.ParameterList.Parameters.Count == 0;

    /// <param name="indentation">Of all lines but the first.</param>
    private static string Method(Verdict verdict, string indentation, string end) => string.Join($"{end}{indentation}",
        "[Example]", $"public static void {Counterexample}()", "{", $"    {verdict.Call}; // {OneLine(verdict.Sentence)}", "}");

    /// <summary>A learner's exception may say anything; a comment ends with its line.</summary>
    private static string OneLine(string sentence) =>
        string.Concat(sentence.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    private static string Template(Kata kata) => $$"""
        namespace Etudes.{{kata.TrackName}};

        /// <summary>
        /// Your own examples: what a right answer gives, said before there is one. An example is a
        /// public static void method with [Example]. Must.Be(expected, actual, "what it is") compares
        /// numbers, texts and sequences{{(kata.Judge == Judge.ML ? ", MustTensor.Be tensors (absolute: 1e-9)" : "")}}; Must.Throw&lt;TException&gt;(() => ..., "what throws") wants an
        /// exception; Must.Hold(condition, "a sentence") takes any condition. kata examples {{kata.Name}}
        /// tells whether they are right, and which known mistakes they catch. dotnet test and your
        /// editor run them on your own answer. kata debug {{kata.Name}} replaces {{Counterexample}} and
        /// nothing else.
        /// </summary>
        public static class {{kata.Name}}Examples
        {
        }

        """.ReplaceLineEndings("\n");

    private static string Indentation(string text, int at) => text[LineStart(text, at)..at] is var before && string.IsNullOrWhiteSpace(before) ? before : "";

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static RefusedException Refused(Kata kata, string why) => new($"{kata.Examples} {why}; it was not changed.");
}
