using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Etudes.Dojo;

/// <summary>A compiled stub, or what the compiler has against it.</summary>
/// <param name="Foreign">What it refers to that no answer may, or null.</param>
/// <param name="StartsProcesses">It can start processes, which may outlive it.</param>
internal sealed record Compiled(byte[] Image, byte[] Symbols, string[] Errors, string? Foreign, bool StartsProcesses)
{
    public static Compiled WithErrors(params string[] errors) => new([], [], errors, null, false);
}

/// <summary>
/// Compiles one stub as dotnet build does, in memory: against the contracts, but not the answers, which share their assembly's name.
/// </summary>
internal sealed class Compiler
{
    private const int ErrorsTold = 5;
    /// <summary>So many characters of a line are shown in a row of the screen.</summary>
    private const int LongestLine = 76;

    private readonly CSharpParseOptions _parse;
    private readonly CSharpCompilation _empty;

    public Compiler(Judge judge)
    {
        var options = judge.StubOptions();
        _parse = options.ParseOptions;
        var references = judge.StubReferences().Select(file => MetadataReference.CreateFromFile(file)).ToArray();
        var contracts = CSharpCompilation.Create(judge.Answers,
            Kata.All.Where(kata => kata.Judge == judge).Select(kata => Parse(kata.Contract)), references, options.CompilationOptions);
        _empty = CSharpCompilation.Create("Answer", options.SourceFiles.Select(file => Parse(file.Path)),
            [.. references, contracts.ToMetadataReference()], options.CompilationOptions);
    }

    /// <summary>The files of one answer, the kata's own first.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public Compiled Compile(IEnumerable<SourceFile> files, CancellationToken cancel)
    {
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, _parse, file.Path, Encoding.UTF8, cancel))];
        var written = _empty.AddSyntaxTrees(trees);
        // The rewriter could lose a fault of the syntax: a missing semicolon, say.
        if (trees.Any(tree => tree.GetDiagnostics(cancel).Any(said => said.Severity == DiagnosticSeverity.Error))) return Compiled.WithErrors([.. Errors(written, cancel)]);
        var compilation = _empty.AddSyntaxTrees(trees.Select(tree => tree.WithRootAndOptions(new StepRewriter().Visit(OperandRewriter.Of(tree, written)), _parse)));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancel);
        // The rewriter keeps lines but not columns: what is told comes from the text as it was written.
        return result.Success ? new(image.ToArray(), symbols.ToArray(), [], ForeignCode.In(image), StartsProcesses(image))
            : Compiled.WithErrors([.. Errors(written, cancel)]);
    }

    /// <summary>The first of them, as the compiler prints them; below the very first stands its line of
    /// the source.</summary>
    public static IEnumerable<string> Errors(CSharpCompilation asWritten, CancellationToken cancel)
    {
        var errors = asWritten.GetDiagnostics(cancel).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Take(ErrorsTold).ToArray();
        return errors.SelectMany((error, i) => (string[])[$"{Place(error.Location)}error {error.Id}: {error.GetMessage()}", .. i == 0 ? Pointed(error.Location) : []])
            .Concat(errors.Select(Missing).OfType<string>().Distinct());
    }

    /// <summary>The line of the source, of a long one the part before the place, and below it a
    /// caret.</summary>
    private static string[] Pointed(Location location)
    {
        if (location.SourceTree?.GetText() is not { } text) return [];
        var start = location.GetLineSpan().StartLinePosition;
        string line = text.Lines[start.Line].ToString().Replace('\t', ' '), code = line.TrimStart();
        int place = start.Character - (line.Length - code.Length);
        if (code.Length == 0 || place < 0) return [];
        int left = Math.Max(0, place + 1 - LongestLine);
        return [$" {code[left..Math.Min(code.Length, left + LongestLine)]}", $" {new string(' ', place - left)}^"];
    }

    /// <summary>What to write where the name of another kata is not known.</summary>
    private static string? Missing(Diagnostic error)
    {
        string? name = error.Id is "CS0103" or "CS0246" ? error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan).Split('<')[0] : null;
        return name is not null && Kata.All.Any(kata => kata.Name == name) ? $" {name} is a kata: the line // Needs: {name} takes your own answer to it along" : null;
    }

    /// <summary>As the compiler prints it, "Katas/Heap/TopK/TopK.cs(7,9): ", so that editors find it; some errors have no place.</summary>
    public static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return span.Path.Length == 0 ? "" : $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): ";
    }

    private static bool StartsProcesses(Stream image)
    {
        image.Position = 0;
        using var reader = new PEReader(image, PEStreamOptions.LeaveOpen);
        var metadata = reader.GetMetadataReader();
        return metadata.AssemblyReferences.Any(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name) == typeof(Process).Assembly.GetName().Name);
    }

    private SyntaxTree Parse(string path)
    {
        using var file = File.OpenRead(Kata.Full(path));
        return CSharpSyntaxTree.ParseText(SourceText.From(file, Encoding.UTF8), _parse, path);
    }
}
