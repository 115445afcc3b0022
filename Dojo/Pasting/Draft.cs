using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>The text of one file: the usings, then the program if there is one, then what is kept of the answers, namespace by namespace.</summary>
internal sealed class Draft
{
    private const string Indentation = "    ";

    private readonly CompilationUnitSyntax? _program;
    private readonly IGrouping<string, MemberDeclarationSyntax>[] _blocks;
    private readonly Reach _reach;
    private readonly bool _inside;

    /// <param name="program">null: the answers alone.</param>
    /// <param name="inside">The usings of the answers stand in their namespaces, where no name of the program comes before them.</param>
    public Draft(UserProgram? program, Reach reach, bool inside)
    {
        (_program, _reach, _inside) = (program?.Root, reach, inside);
        _blocks = [.. reach.Parts.GroupBy(part => ((BaseNamespaceDeclarationSyntax)part.Parent!).Name.ToString())];
        LeftOut = reach.Parts.SelectMany(reach.LeftOut).ToHashSet();
        IEnumerable<UsingDirectiveSyntax> ofProgram = program is null ? [] : program.Root.Usings.Concat(program.ImplicitUsings);
        string[] pieces = [HeaderOfProgram, Usings(inside ? ofProgram : ofProgram.Concat(Parts.SelectMany(UsingsOf))), Body, .. _blocks.Select(Block)];
        Text = Tidy(string.Join("\n\n", pieces));
    }

    public string Text { get; }

    /// <summary>The answers' namespaces in a file written by this draft: its last ones.</summary>
    public IEnumerable<BaseNamespaceDeclarationSyntax> BlocksOf(CompilationUnitSyntax written) => written.Members.TakeLast(_blocks.Length).OfType<BaseNamespaceDeclarationSyntax>();

    /// <summary>The declarations of the answers in the order in which they are written.</summary>
    public IEnumerable<MemberDeclarationSyntax> Parts => _blocks.SelectMany(block => block);

    /// <summary>The members that are not.</summary>
    public HashSet<MemberDeclarationSyntax> LeftOut { get; }

    /// <summary>The types of the answers.</summary>
    public IEnumerable<string> Names => Parts.Select(part => part is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)part).Identifier.Text).Distinct();

    /// <summary>No two blank lines in a row, none at the ends of a block, nothing after the last character of a line; literals stay as they are.</summary>
    public static string Tidy(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        var frozen = WithinLiterals(text);
        List<string> tidy = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string line = frozen.Contains(i + 1) ? lines[i] : lines[i].TrimEnd();
            if (!frozen.Contains(i) && line.Trim() == "/// <inheritdoc/>") continue;
            if (!frozen.Contains(i) && line.Length == 0 && (tidy.Count == 0 || tidy[^1].Trim() is "" or "{")) continue;
            if (!frozen.Contains(i) && line.Trim() == "}" && tidy[^1].Length == 0) tidy.RemoveAt(tidy.Count - 1);
            tidy.Add(line);
        }
        return string.Join('\n', tidy).TrimEnd() + "\n";
    }

    /// <summary>What the program begins with, where usings follow.</summary>
    private string HeaderOfProgram => _program is { Usings.Count: > 0 } ? _program.GetLeadingTrivia().ToFullString() : "";

    private string Body
    {
        get
        {
            if (_program is null) return "";
            string text = _program.ToFullString();
            int start = _program.Usings is [.., var last] ? last.FullSpan.End : 0;
            if (_program.Members is not [FileScopedNamespaceDeclarationSyntax scoped]) return text[start..];
            return $"{text[start..scoped.NamespaceKeyword.SpanStart]}{InBlock(scoped.Name.ToString(), text[scoped.SemicolonToken.Span.End..])}";
        }
    }

    private string Block(IGrouping<string, MemberDeclarationSyntax> block)
    {
        string types = string.Join("\n\n", block.Select(Kept));
        if (_inside) types = $"{Usings(block.SelectMany(UsingsOf))}\n\n{types}";
        return _program is null && _blocks.Length == 1 ? $"namespace {block.Key};\n\n{types}" : InBlock(block.Key, types);
    }

    private static string InBlock(string name, string text) => $"namespace {name}\n{{\n{Indented(text)}\n}}";

    /// <summary>The part without what is left out of it.</summary>
    private string Kept(MemberDeclarationSyntax part)
    {
        var text = new StringBuilder(part.ToFullString());
        foreach (var member in _reach.LeftOut(part).Reverse()) text.Remove(member.FullSpan.Start - part.FullSpan.Start, member.FullSpan.Length);
        return text.ToString().Trim();
    }

    private static IEnumerable<UsingDirectiveSyntax> UsingsOf(MemberDeclarationSyntax part) => ((CompilationUnitSyntax)part.SyntaxTree.GetRoot()).Usings;

    /// <summary>Each once, in the order of dotnet format, with its comments.</summary>
    private string Usings(IEnumerable<UsingDirectiveSyntax> all) => string.Join('\n', all.DistinctBy(one => one.ToString())
        .OrderBy(one => one.GlobalKeyword.RawKind == 0)
        .ThenBy(one => one.Alias is not null)
        .ThenBy(one => one.StaticKeyword.RawKind != 0)
        .ThenBy(one => !$"{one.NamespaceOrType}.".StartsWith("System."))
        .ThenBy(one => one.NamespaceOrType.ToString(), StringComparer.Ordinal)
        .Select(one => (one == _program?.Usings.FirstOrDefault() ? one.WithoutLeadingTrivia() : one).ToFullString().Trim()));

    private static string Indented(string text)
    {
        text = text.Trim();
        var frozen = WithinLiterals(text);
        return string.Join('\n', text.Split('\n').Select((line, i) => line.Length == 0 || frozen.Contains(i) ? line : Indentation + line));
    }

    /// <summary>The lines that begin within a literal.</summary>
    private static HashSet<int> WithinLiterals(string text) =>
        [.. from literal in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
            where literal is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
            let span = literal.GetLocation().GetLineSpan()
            from line in Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line)
            select line];
}
