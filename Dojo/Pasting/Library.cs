using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>
/// The answers of a judge's tracks and their contracts, compiled against the base class library,
/// and TorchSharp for ml-track, alone.
/// </summary>
internal sealed partial class Library
{
    private const string OlderReference = "CS1701"; // TorchSharp was built against an older base library

    private readonly CSharpCompilation _empty;

    public Library(Judge judge) : this(judge, Sources(judge)) { }

    /// <param name="sources">Each a file, from the root, and its text.</param>
    public Library(Judge judge, IEnumerable<(string File, string Text)> sources)
    {
        judge.Build();
        var platform = judge.StubReferences().Where(IsOfPlatform).Select(path => MetadataReference.CreateFromFile(path));
        _empty = CSharpCompilation.Create("Pasted", references: platform, options: new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: [new(OlderReference, ReportDiagnostic.Suppress)]));
        Answers = _empty.WithAssemblyName("Etudes").AddSyntaxTrees([.. sources.Select(source => Parse(source.Text, LanguageVersion.CSharp13, source.File))]);
    }

    public CSharpCompilation Answers { get; }

    /// <summary>The file of an answer, or of what stands beside the answers, by its name in any case.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static (Judge Judge, string File) Find(string name)
    {
        var all = Judge.All.SelectMany(judge => Files(judge).Where(file => !file.EndsWith("/Conformance.cs")).Select(file => (Judge: judge, File: file))).ToArray();
        return all.Where(one => NameOf(one.File).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(one => ((Judge, string)?)one).FirstOrDefault()
            ?? throw new RefusedException($"'{name}' is no answer; did you mean {string.Join(", ", NearestName.To(name, all.Select(one => NameOf(one.File))))}?");
    }

    /// <summary>A program, or a library where it has no statements outside of types.</summary>
    public CSharpCompilation Compile(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        return _empty.AddSyntaxTrees(tree).WithOptions(_empty.Options.WithOutputKind(root.Members.Any(SyntaxKind.GlobalStatement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>With documentation: without it the compiler does not look for unused usings.</summary>
    public static SyntaxTree Parse(string text, LanguageVersion version, string path = "") =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(version, DocumentationMode.Parse), path, Encoding.UTF8);

    /// <summary>Whoever uses ml-track may use the others.</summary>
    private static IEnumerable<(string File, string Text)> Sources(Judge judge) =>
        from one in Judge.All
        where one == judge || one == Judge.Main
        from file in Files(one).Concat(Kata.All.Where(kata => kata.Judge == one).Select(kata => kata.Contract))
        select (file, File.ReadAllText(Kata.Full(file)));

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static bool IsOfPlatform(string reference) =>
        reference.Contains("Microsoft.NETCore.App.Ref") || Path.GetFileName(reference) == "TorchSharp.dll";

    /// <summary>What the package is compiled from, not what was built.</summary>
    private static IEnumerable<string> Files(Judge judge)
    {
        string room = Kata.Full(Path.Combine(judge.Folder, "Solutions"));
        return !Directory.Exists(room) ? [] : Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories).Select(Kata.Relative)
            .Where(file => !NoSource().IsMatch(file)).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("Solutions/(bin|obj)/")]
    private static partial Regex NoSource();
}
