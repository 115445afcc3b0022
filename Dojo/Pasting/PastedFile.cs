using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Etudes.Dojo;

/// <summary>One file that compiles alone: an answer or a program, what it needs of the answers, and nothing else.</summary>
internal sealed class PastedFile
{
    private const string UnusedUsing = "CS8019";
    private const string Licence = "MIT licence, the Etudes authors";
    private static readonly LanguageVersion[] s_versions = [LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.CSharp14];

    private readonly Library _library;
    private readonly UserProgram? _program;
    private string _obstacle = "";

    private PastedFile(Library library, UserProgram? program) => (_library, _program) = (library, program);

    /// <summary>An answer, or what else stands beside the answers, by its name in any case.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static string Answer(string name)
    {
        var (judge, file) = Library.Find(name);
        return Answer(file, new Library(judge));
    }

    /// <param name="file">Of the answer, from the root.</param>
    public static string Answer(string file, Library library) => new PastedFile(library, null).Text(reach => reach.From(file));

    /// <summary>A program that uses answers.</summary>
    /// <exception cref="RefusedException">It is not there, or does not compile.</exception>
    public static string Program(string path)
    {
        var program = UserProgram.Read(path);
        return Program(program, new Library(program.Judge));
    }

    /// <exception cref="RefusedException">It does not compile.</exception>
    public static string Program(UserProgram program, Library library)
    {
        var model = program.Compile(library);
        return new PastedFile(library, program).Text(reach => reach.From(program.Root, model));
    }

    /// <summary>The plainest text that compiles and means what it should. Whole types, and usings inside of their namespaces, are for what the plain one does not suit.</summary>
    private string Text(Action<Reach> begin)
    {
        foreach (bool whole in (bool[])[false, true])
        {
            var reach = new Reach(_library.Answers, whole);
            begin(reach);
            foreach (bool inside in (bool[])[false, true])
            {
                var draft = new Draft(_program, reach, inside);
                foreach (var version in s_versions)
                    if (Finished(draft, version) is { } text) return text;
            }
        }
        throw new RefusedException($"{_program?.Name ?? "the answer"} does not compile as one file: {_obstacle}");
    }

    /// <summary>The draft without the usings that it does not need; null where it is none of this version of the language, or means something else than the answers do.</summary>
    private string? Finished(Draft draft, LanguageVersion version)
    {
        var tree = Library.Parse(draft.Text, version);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var compilation = _library.Compile(tree);
        var (ofUsings, others) = Split(compilation.GetDiagnostics(), root);
        var answers = draft.BlocksOf(root).ToArray();
        int start = answers.FirstOrDefault()?.SpanStart ?? root.FullSpan.End; // before it a warning is the program's own
        if (others.FirstOrDefault(said => said.Severity == DiagnosticSeverity.Error || said.Location.SourceSpan.Start >= start) is { } obstacle)
            _obstacle = obstacle.GetMessage();
        else if (!UsedSymbols.OfNames(draft.Parts, _library.Answers, draft.LeftOut).SequenceEqual(UsedSymbols.OfNames(answers.SelectMany(block => block.Members), compilation, [])))
            _obstacle = "a name of the answers means something else there";
        else
            return $"// {Title(draft, root, version)}\n{Draft.Tidy(Without(ofUsings, tree.GetText()))}";
        return null;
    }

    /// <summary>The usings that the compiler does not need, or that name what is left out; and all else that it says.</summary>
    private static (UsingDirectiveSyntax[] OfUsings, Diagnostic[] Others) Split(IEnumerable<Diagnostic> diagnostics, SyntaxNode root)
    {
        var said = diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning || one.Id == UnusedUsing)
            .ToLookup(one => one.Location.IsInSource ? root.FindNode(one.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>() : null);
        return ([.. said.Select(group => group.Key).OfType<UsingDirectiveSyntax>()], [.. said[null]]);
    }

    /// <summary>What stands above a using stays, for that may be about more than it.</summary>
    private static string Without(IEnumerable<UsingDirectiveSyntax> usings, SourceText text) => text.WithChanges(
        from one in usings
        let indentation = one.GetLeadingTrivia().LastOrDefault()
        let start = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? indentation.SpanStart : one.SpanStart
        select new TextChange(TextSpan.FromBounds(start, one.FullSpan.End), "")).ToString();

    private string Title(Draft draft, SyntaxNode root, LanguageVersion version)
    {
        string answers = string.Join(", ", draft.Names), language = $"C# {version.ToDisplayString().Split('.')[0]}";
        if (root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.UnsafeKeyword))) language += ", unsafe";
        if (answers.Length == 0) return $"{_program?.Name}, {language}";
        return $"{(_program is null ? "" : $"{_program.Name} with ")}{answers} of Etudes, {language}, {Licence}";
    }
}
