using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Etudes.Dojo;

/// <summary>A program of one file, as dotnet run takes it.</summary>
internal sealed class UserProgram
{
    private const string OpenedByDotnet = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        """;

    private readonly SyntaxTree _tree;

    public UserProgram(string path, string source)
    {
        var text = SourceText.From(source.ReplaceLineEndings("\n"));
        var forDotnet = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithFeatures([new("FileBasedProgram", "true")])).GetRoot().GetLeadingTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.IgnoredDirectiveTrivia or SyntaxKind.ShebangDirectiveTrivia).ToArray();
        // Their lines stay, empty, so that all others keep their numbers.
        _tree = Library.Parse(text.WithChanges(forDotnet.Select(line => new TextChange(line.Span, ""))).ToString(), LanguageVersion.CSharp14, path);
        Root = (CompilationUnitSyntax)_tree.GetRoot();
        bool opens = !forDotnet.Any(line => line.ToString().Contains("ImplicitUsings=disable", StringComparison.OrdinalIgnoreCase));
        ImplicitUsings = opens ? SyntaxFactory.ParseCompilationUnit(OpenedByDotnet).Usings : [];
        Judge = _tree.ToString().Contains("Etudes.ML") ? Judge.ML : Judge.Main;
    }

    public string Name => Path.GetFileName(_tree.FilePath);

    /// <summary>Without the lines that are for dotnet alone.</summary>
    public CompilationUnitSyntax Root { get; }

    public SyntaxList<UsingDirectiveSyntax> ImplicitUsings { get; }

    /// <summary>Where the answers are that it can use.</summary>
    public Judge Judge { get; }

    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static UserProgram Read(string path)
    {
        try { return new(path, File.ReadAllText(path)); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException) { throw new RefusedException($"{path} cannot be read: {e.Message}"); }
    }

    /// <exception cref="RefusedException">It does not compile; the message is the compiler's first.</exception>
    public SemanticModel Compile(Library library)
    {
        var opened = Library.Parse(string.Concat(ImplicitUsings.Select(one => $"global {one}\n")), LanguageVersion.CSharp14);
        var compilation = library.Compile(_tree).AddSyntaxTrees(opened).AddReferences(library.Answers.ToMetadataReference());
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).OrderBy(one => one.Location.SourceSpan.Start);
        if (errors.FirstOrDefault() is not { } first) return compilation.GetSemanticModel(_tree);
        var at = first.Location.GetLineSpan().StartLinePosition;
        throw new RefusedException($"{_tree.FilePath}({at.Line + 1},{at.Character + 1}): error {first.Id}: {first.GetMessage()}");
    }
}
