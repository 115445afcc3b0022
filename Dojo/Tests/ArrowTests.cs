using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Etudes.Dojo;

/// <summary>A room of the command uses rooms below it, and none above or beside it.</summary>
public sealed class ArrowTests
{
    /// <summary>From the top, a line per layer. Rooms of one layer do not use each other.</summary>
    private static readonly string[][] s_layers =
    [
        ["Dojo"], // Program.cs
        ["Verbs"],
        ["Board"],
        ["Practice", "Page"],
        ["Judging", "Pasting", "Screen"],
        ["Book"],
    ];

    [Fact]
    public void All_arrows_run_down()
    {
        var command = Command();
        Assert.Empty(command.GetDiagnostics().Where(said => said.Severity == DiagnosticSeverity.Error));
        string[] arrows = [.. WrongArrows(command)];
        Assert.True(arrows.Length == 0, string.Join('\n', arrows));
    }

    [Theory]
    [InlineData("Dojo/Verbs", "Dojo/Book", false)]
    [InlineData("Dojo/Judging", "Dojo/Judging", false)]
    [InlineData("Dojo", "Dojo/Verbs", false)]
    [InlineData("Dojo/Book", "Dojo/Verbs", true)]
    [InlineData("Dojo/Book", "Dojo/Screen", true)]
    [InlineData("Dojo/Book/Log", "Dojo/Screen", true)]
    [InlineData("Dojo/Book/Log", "Dojo/Book", false)]
    [InlineData("Dojo/Judging", "Dojo/Screen", true)]
    [InlineData("Dojo/Verbs", "Dojo", true)]
    public void A_planted_arrow_is_noticed(string from, string to, bool noticed)
    {
        var planted = Compiled(
            ($"{from}/User.cs", "class User { static int Use() => Used.Value; }"),
            ($"{to}/Used.cs", "class Used { public const int Value = 1; }"));
        string[] arrows = [$"{from}/User.cs uses Used of {to}/Used.cs", $"{from}/User.cs uses Used.Value of {to}/Used.cs"];
        Assert.Equal(noticed ? arrows : [], WrongArrows(planted).Order());
    }

    [Fact]
    public void What_is_used_without_its_name_is_noticed()
    {
        var planted = Compiled(
            ("Dojo/Book/User.cs", "class User { static void Use(Own own) { foreach (var one in own.All()) { } } }"),
            ("Dojo/Book/Own.cs", "class Own { public Used All() => new(); }"),
            ("Dojo/Screen/Used.cs", "class Used { public Used GetEnumerator() => this; public bool MoveNext() => false; public int Current => 1; }"));
        Assert.Contains("Dojo/Book/User.cs uses Used.MoveNext() of Dojo/Screen/Used.cs", WrongArrows(planted));
    }

    [Fact]
    public void A_folder_that_is_no_room_is_noticed()
    {
        var planted = Compiled(("Dojo/Utils/User.cs", "class User { static int Use() => Used.Value; }"), ("Dojo/Book/Used.cs", "class Used { public const int Value = 1; }"));
        Assert.Contains("Dojo/Utils is in no layer", Assert.Throws<InvalidOperationException>(() => WrongArrows(planted).ToArray()).Message);
    }

    /// <summary>What a file uses that is declared neither in its room nor in one below.</summary>
    private static IEnumerable<string> WrongArrows(Compilation command)
    {
        foreach (var tree in command.SyntaxTrees.Where(IsOfCommand))
        {
            var model = command.GetSemanticModel(tree);
            var used = tree.GetRoot().DescendantNodes().SelectMany(node => UsedSymbols.Of(node, model)).OfType<ISymbol>().Where(symbol => symbol is not INamespaceSymbol).Select(symbol => symbol.OriginalDefinition);
            foreach (var symbol in used.Distinct<ISymbol>(SymbolEqualityComparer.Default))
                foreach (var declared in symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Where(IsOfCommand))
                    if (Room(tree) != Room(declared) && Layer(tree) >= Layer(declared)) yield return $"{tree.FilePath} uses {symbol} of {declared.FilePath}";
        }
    }

    /// <summary>Neither generated nor a library's.</summary>
    private static bool IsOfCommand(SyntaxTree tree) => tree.FilePath.StartsWith("Dojo/");

    /// <summary>The folder right below Dojo; those within it are parts of the room.</summary>
    private static string Room(SyntaxTree tree) => tree.FilePath.Split('/') is ["Dojo", var room, _, ..] ? room : "Dojo";

    private static int Layer(SyntaxTree tree) => Array.FindIndex(s_layers, rooms => rooms.Contains(Room(tree))) is >= 0 and var layer ? layer
        : throw new InvalidOperationException($"{Path.GetDirectoryName(tree.FilePath)} is in no layer");

    /// <summary>The command as its project compiles it, with what the generators add.</summary>
    private static Compilation Command()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Dojo"), "*.cs", SearchOption.AllDirectories).Select(Repository.Relative)
            .Where(file => !file.StartsWith("Dojo/Tests/") && !file.StartsWith("Dojo/Browser/") && !file.StartsWith("Dojo/bin/") && !file.StartsWith("Dojo/obj/"));
        string usings = string.Concat(new UserProgram("", "").ImplicitUsings.Select(one => $"global {one}\n"));
        var sources = Compiled([("", $"global using Etudes.Engine;\n{usings}"), .. files.Select(file => (file, File.ReadAllText(Path.Combine(Repository.Root, file))))]);
        string pack = Judge.Main.StubReferences().First(file => file.Contains("Microsoft.NETCore.App.Ref"));
        var generators = Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(pack, "../../../analyzers/dotnet/cs")), "System.*.dll")
            .SelectMany(file => new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: CSharpParseOptions.Default).RunGeneratorsAndUpdateCompilation(sources, out var all, out _);
        return all;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string file) { }
        public Assembly LoadFromPath(string file) => Assembly.LoadFrom(file);
    }

    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Against all that the command refers to, and itself: it links a file.</summary>
    private static CSharpCompilation Compiled(params (string File, string Text)[] sources) => CSharpCompilation.Create("Arrows",
        sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, CSharpParseOptions.Default, source.File)),
        s_references, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
}
