using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Gates;

/// <summary>What a kata promises in one sentence of its contract, or in one line of its statement or hints.</summary>
/// <param name="Id">Largest.k.2 is the second sentence about the parameter k, Constraints.3 the third line. A sentence keeps its id
/// when it is worded anew.</param>
internal sealed partial record Promise(string Id, string Text)
{
    /// <summary>All promises of a kata, in the order in which they are read.</summary>
    public static IReadOnlyList<Promise> Of(JudgedKata kata)
    {
        string Text(string file) => File.ReadAllText(Repository.Full(kata.Part("Katas", $"{kata.Name}/{file}")));
        return
        [
            .. OfContract(Text($"{kata.Name}.Contract.cs")),
            .. OfSection("Constraints", Text("README.md")),
            .. OfSection("Target", Text("HINTS.md")),
        ];
    }

    /// <summary>A line is a list item; without a list, a sentence.</summary>
    private static IEnumerable<Promise> OfSection(string section, string text)
    {
        string body = text.Split($"## {section}\n")[1].Split("\n## ")[0].Trim();
        var lines = body.StartsWith("- ") ? body[2..].Split("\n- ").Select(OneLine) : Sentences(body);
        return Numbered(section, lines);
    }

    private static IEnumerable<Promise> OfContract(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, new(documentationMode: DocumentationMode.Parse)).GetRoot();
        HashSet<string> named = [];
        foreach (var member in root.DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            if (member.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().FirstOrDefault() is not { } docs) continue;
            string name = NameOf(member);
            if (!named.Add(name)) named.Add(name = $"{NameOf((MemberDeclarationSyntax)member.Parent!)}.{name}"); // a second interface has it too
            foreach (var tag in docs.Content.OfType<XmlElementSyntax>().GroupBy(TagOf))
                foreach (var promise in Numbered($"{name}.{tag.Key}", tag.SelectMany(element => Sentences(TextOf(element))))) yield return promise;
        }
    }

    /// <summary>Largest; of an interface the name of its kata or part: TopKByOrder.</summary>
    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        InterfaceDeclarationSyntax type => type.Identifier.Text[1..],
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        IndexerDeclarationSyntax => "this",
        ConstructorDeclarationSyntax => "new",
        _ => throw new NotSupportedException($"a contract has no {member.Kind()}"),
    };

    /// <summary>A parameter is known by its name, all else by its tag.</summary>
    private static string TagOf(XmlElementSyntax element) =>
        element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().SingleOrDefault()?.Identifier.Identifier.Text ?? element.StartTag.Name.ToString();

    private static string TextOf(XmlElementSyntax element)
    {
        string text = Marker().Replace(element.Content.ToFullString(), " ");
        string exception = TagOf(element) == "exception" ? $"{element.StartTag.Attributes.OfType<XmlCrefAttributeSyntax>().Single().Cref}: " : "";
        return exception + Reference().Replace(text, "${name}");
    }

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(OneLine(text)).Where(sentence => sentence.Length > 0);

    private static IEnumerable<Promise> Numbered(string name, IEnumerable<string> texts) => texts.Select((text, i) => new Promise($"{name}.{i + 1}", text));

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline)]
    private static partial Regex Marker();

    /// <summary>A cross reference, which says no more than its name.</summary>
    [GeneratedRegex(@"<\w+ \w+=""(?<name>[^""]+)"" ?/>|</?\w+>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}$`\d(])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
