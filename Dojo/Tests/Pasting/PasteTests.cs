using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>What is pasted compiles alone, holds nothing that could be left out, and does what the answers do.</summary>
public sealed partial class PasteTests(MainJudge judge) : IClassFixture<MainJudge>
{
    private static readonly Lazy<Library> s_main = new(() => new Library(Judge.Main)), s_ml = new(() => new Library(Judge.ML));
    private static readonly Lazy<Library> s_reachable = new(() => new Library(Judge.Main, [("Library.cs", File.ReadAllText(Kata.Full("Dojo/Tests/Pasting/Reachable.cs.txt")))]));

    /// <summary>The answers and what stands beside them, from the root.</summary>
    public static TheoryData<string> Answers => new(FilesOf("Solutions").Concat(FilesOf("ml-track/Solutions")));

    /// <summary>Those that the worker of heap and graph can judge: they conform to all that their kata's answer does.</summary>
    public static TheoryData<string> Judged => new(FilesOf("Solutions").Where(file => KataOf(file) is { } kata && ContractsOf(kata.Answer).Length == ContractsOf(file).Length));

    private static IEnumerable<string> FilesOf(string room) => Directory.EnumerateFiles(Kata.Full(room), "*.cs", SearchOption.AllDirectories)
        .Select(Kata.Relative).Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.EndsWith("/Conformance.cs")).Order();

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_compiles_alone_and_holds_nothing_that_could_be_left_out(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        var library = file.StartsWith("ml-track") ? s_ml.Value : s_main.Value;
        string text = PastedFile.Answer(file, library);
        Assert.Matches($@"^// {name}\b", text);
        MustStandAlone(text, library);

        var tree = Library.Parse(text, LanguageVersion.CSharp13);
        var offered = Members(Library.Parse(File.ReadAllText(Kata.Full(file)), LanguageVersion.CSharp13)).Where(IsOffered).Select(Signature).ToHashSet();
        foreach (var member in Members(tree).Where(member => !offered.Contains(Signature(member))))
        {
            var without = library.Compile(tree.WithRootAndOptions(tree.GetRoot().RemoveNode(member, SyntaxRemoveOptions.KeepNoTrivia)!, tree.Options));
            Assert.True(without.GetDiagnostics().Any(said => said.Severity >= DiagnosticSeverity.Warning), $"{name} does not need {member}");
        }
    }

    [Theory]
    [MemberData(nameof(Judged))]
    public async Task A_pasted_answer_is_green(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        string[] contracts = ContractsOf(file);
        var kata = KataOf(file)!;
        // A variant under the name that the worker looks for; it may use the kata's own answer.
        string text = Regex.Replace(PastedFile.Answer(file, s_main.Value), $@"\b({name}|{kata.Name})\b", match => match.Value == name ? kata.Name : $"Plain{kata.Name}");
        string generic = contracts[0].Contains(", T>") ? "<T>" : "";
        string conformance = Regex.Replace($"namespace Etudes.{kata.Track}; partial class {name}{generic} : {string.Join(", ", contracts)};", $@"\b{name}\b", kata.Name);
        var judgement = new Judgement();
        await judge.Examiner.Judge(judgement, kata, judge.Compile(kata, text, conformance), seed: 1);
        Assert.Empty(judgement.Obstacles);
        Assert.All(judgement.Verdicts, verdict => Assert.Equal(Outcome.Holds, verdict.Outcome));
        Assert.Equal(State.Green, judgement.State);
    }

    [Theory]
    [InlineData("foreach (int i in new Countdown(3)) Console.Write(i);")]
    [InlineData("foreach (int i in 3) Console.Write(i);")]
    [InlineData("Console.Write(await new Later(5));")]
    [InlineData("var (a, b) = new Pair(1, 2); Console.Write(a + b);")]
    [InlineData("foreach (var (a, b) in new[] { new Pair(1, 2) }) Console.Write(a - b);")]
    [InlineData("if (new Pair(1, 2) is (1, var b)) Console.Write(b);")]
    [InlineData("if (new Pair(1, 2) is { Sum: 3 }) Console.Write(\"three\");")]
    [InlineData("if (\"abc\" is ('a', var rest)) Console.Write(rest);")]
    [InlineData("Console.Write(4.Doubled());")]
    [InlineData("Func<int, int> twice = Extensions.Doubled; Console.Write(twice(3));")]
    [InlineData("Money a = 3; a += 4; a++; Console.Write((int)a); Console.Write(a < 9);")]
    [InlineData("Money a = 3, b = 0; Console.Write(a && b ? 1 : 2); if (a) Console.Write((a, b) == (3, 0));")]
    [InlineData("Console.Write(new Ring(1, 2, 3)[^1]); Console.Write(new Ring(1, 2, 3)[1..].Text);")]
    [InlineData("Console.Write(new Ring(1, 2, 3) is [1, .. { Length: 1 }, 3]);")]
    [InlineData("using (new Scope()) Console.Write(1);")]
    [InlineData("using var scope = new Scope();")]
    [InlineData("Console.Write(string.Join(\"\", new Bag<int> { 1, 2 }));")]
    [InlineData("Bag<string> bag = [\"a\", \"b\"]; foreach (string text in bag) Console.Write(text);")]
    [InlineData("Deck deck = [1, 2, 3]; Console.Write(deck.Sum());")]
    [InlineData("Console.Write((from x in new Query(3) where x > 1 select x + 1).Value);")]
    [InlineData("Console.Write(Started.Make<Started>().Value);")]
    [InlineData("Console.Write(Table.At(3));")]
    [InlineData("IShape shape = new Rectangle(3); Console.Write(shape.Area());")]
    [InlineData("Console.Write(Sum(new Rectangle(2))); static int Sum<T>(T shape) where T : IShape => shape.Area();")]
    [InlineData("Console.Write(new Rectangle(3).Area());")]
    [InlineData("Animal dog = new Dog(); Console.Write(dog); Console.Write(dog.Name);")]
    [InlineData("Console.Write(new Cat()); class Cat : Animal { public override string Name => \"cat\"; }")]
    [InlineData("Console.Write(new Cat()); class Cat : Animal { public override int Legs() => 3; }")]
    [InlineData("Console.Write(new Dot()); class Dot : IShape { int IShape.Area() => 0; public int UnusedPerimeter() => 0; }")]
    [InlineData("string[] all = [\"abc\", \"d\"]; using var order = new ByLength(); Array.Sort(all, order); Console.Write(all[0]);")]
    [InlineData("Console.Write(typeof(List<Marker>)); Console.Write(Suit.Hearts);")]
    [InlineData("Console.Write(nameof(Bits.Default)); Console.Write(Bits.Or());")]
    [InlineData("Console.Write(Bits.First([7, 8]));")]
    [InlineData("Console.Write(System.Runtime.CompilerServices.Unsafe.SizeOf<Padded>()); Console.Write(new Padded(1, 2).Value);")]
    [InlineData("Console.Write(Letters.Greeting);")]
    [InlineData("Console.Write(Letters.Joined(1, 2));")]
    [InlineData("Console.Write(At(1)); Console.Write(Numbers.At(2));", "using static Etudes.Reachable.Table; using Numbers = Etudes.Reachable.Table;")]
    // What is the program's own, whatever the answers have or use of this name.
    [InlineData("Console.Write(Table.At(2)); Console.Write(Enumerable.Two); static class Enumerable { public const int Two = 2; }")]
    [InlineData("Console.Write(new Money(1)); Console.Write(4.Doubled()); class Money(int x) { public override string ToString() => $\"{x}\"; }")]
    [InlineData("foreach (int i in new Bag<int> { 1 }) Console.Write(i); class List<T> : System.Collections.Generic.List<T> { public new void Add(T item) { } }")]
    [InlineData("Console.Write(Table.At(2)); static class Own { public static int[] Select(this IEnumerable<int> all, Func<int, int> map) => []; }")]
    [InlineData("Console.Write(Table.At(2)); Console.Write(Int.MaxValue);", "using Int = byte; using Pairs = System.Text.StringBuilder;")]
    // Other shapes of a program.
    [InlineData("namespace Own; using System.Text; static class Start\n{\n    public static void Main() => Console.Write(\"\"\"\n        a\n\n\n          b\n        \"\"\" + 4.Doubled());\n}")]
    [InlineData("namespace Own { using System.Text; static class Start { public static void Main() => Console.Write(4.Doubled()); } }")]
    [InlineData("Console.Write(4.Doubled()); unsafe { Console.Write(sizeof(int)); }")]
    public void A_program_reaches_what_it_needs_and_nothing_else(string program, string usings = "")
    {
        var library = s_reachable.Value;
        var user = new UserProgram("p.cs", $"#:project ../x.csproj\n{usings}\nusing Etudes.Reachable;\n\n{program}\n");
        string text = PastedFile.Program(user, library);
        Assert.DoesNotContain("Unused", text[text.IndexOf("namespace Etudes.Reachable")..]);
        Assert.DoesNotContain("#:", text);
        var alone = MustStandAlone(text, library);
        Assert.Equal(Output(user.Compile(library).Compilation, library.Answers), Output(alone));
    }

    [Theory]
    [InlineData("Console.Write(1)\n", "p.cs(5,17): error CS1002: ; expected")]
    [InlineData("\nKruskal.Forest(1);", "p.cs(6,1): error CS0103: The name 'Kruskal' does not exist in the current context")]
    [InlineData("string text = new Pair(1, 2);", "p.cs(5,15): error CS0029: ")]
    public void A_program_that_does_not_compile_is_refused_with_the_first_error(string program, string words)
    {
        var user = new UserProgram("p.cs", $"#!/usr/bin/env dotnet\n#:project ../x.csproj\nusing Etudes.Reachable;\n\n{program}\n");
        Assert.StartsWith(words, Assert.Throws<RefusedException>(() => PastedFile.Program(user, s_reachable.Value)).Message);
    }

    [Fact]
    public void The_text_is_kept_as_it_was()
    {
        const string Program = """
            #!/usr/bin/env dotnet
            #:project ../x.csproj
            // What it is about.
            using System.Text; // needed by nobody
            // For the doubles.
            using Etudes.Reachable;

            // Two of them.
            Console.WriteLine(2.Doubled()); // 4

            #if NEVER
            Console.WriteLine();
            #endif

            """;
        Assert.StartsWith("""
            // p.cs with Extensions of Etudes, C# 12, MIT licence, the Etudes authors
            // What it is about.

            using System;
            // For the doubles.
            using Etudes.Reachable;

            // Two of them.
            Console.WriteLine(2.Doubled()); // 4

            #if NEVER
            Console.WriteLine();
            #endif

            namespace Etudes.Reachable
            {
                public static class Extensions
                {
                    public static int Doubled(this int x) => 2 * x;
                }
            }

            """, PastedFile.Program(new("p.cs", Program), s_reachable.Value));
    }

    [Theory]
    [InlineData("Console.Write(Letters.Joined(1, 2));", "C# 13")]
    [InlineData("Console.Write(Bits.First([1]));", "C# 12, unsafe")]
    [InlineData("Console.Write(new Pair(1, 2)?.Sum); Pair? none = null; none?.Next = none; Console.Write(none);", "C# 14")]
    public void The_first_line_says_what_the_file_needs(string program, string language)
    {
        string first = PastedFile.Program(new("p.cs", $"using Etudes.Reachable;\n{program}\n"), s_reachable.Value).Split('\n')[0];
        Assert.EndsWith($" of Etudes, {language}, MIT licence, the Etudes authors", first);
    }

    [Fact]
    public void A_program_without_answers_is_itself() =>
        Assert.Equal("// p.cs, C# 12\nusing System;\n\nConsole.Write(1);\n", PastedFile.Program(new("p.cs", "Console.Write(1);"), s_reachable.Value));

    /// <summary>What a program writes.</summary>
    private static string Output(params Compilation[] programs)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var assemblies = programs.Select(program =>
        {
            using var image = new MemoryStream();
            var emitted = program.Emit(image);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
            image.Position = 0;
            return context.LoadFromStream(image);
        }).ToArray();
        var (written, real) = (new StringWriter(), Console.Out);
        Console.SetOut(written);
        var main = assemblies[0].EntryPoint ?? assemblies[0].GetType("Own.Start")!.GetMethod("Main")!;
        try { main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]); }
        finally { Console.SetOut(real); }
        return written.ToString();
    }

    /// <summary>As what its first line says it is, without implicit usings, a warning or an unused using.</summary>
    private static CSharpCompilation MustStandAlone(string text, Library library)
    {
        var said = FirstLine().Match(text);
        Assert.True(said.Success, text.Split('\n')[0]);
        Assert.True(LanguageVersionFacts.TryParse(said.Groups[1].Value, out var version));
        var tree = Library.Parse(text, version);
        var compilation = library.Compile(tree);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(said.Groups[2].Success));
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning || one.Id == "CS8019"));
        Assert.Matches(@"\S\n\z", text);
        Assert.DoesNotContain("inheritdoc", text);
        return compilation;
    }

    /// <summary>What Conformance.cs, where there is one, says that an answer conforms to.</summary>
    private static string[] ContractsOf(string file)
    {
        string conformance = Kata.Full(Path.Combine(Path.GetDirectoryName(file)!, "Conformance.cs"));
        if (!File.Exists(conformance)) return [];
        var line = Regex.Match(File.ReadAllText(conformance), $@"partial class {Path.GetFileNameWithoutExtension(file)}\b(<T>)? : (.*);");
        return line.Success ? Regex.Split(line.Groups[2].Value, @", (?=I[A-Z])") : [];
    }

    private static Kata? KataOf(string file) => ContractsOf(file) is [var first, ..] ? Kata.All.Single(kata => $"I{kata.Name}" == Regex.Match(first, @"\w+").Value) : null;

    private static IEnumerable<MemberDeclarationSyntax> Members(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Where(member => member is not BaseNamespaceDeclarationSyntax);

    private static bool IsOffered(MemberDeclarationSyntax member) =>
        member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Where(outer => outer is not BaseNamespaceDeclarationSyntax).All(outer => outer.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static string Signature(MemberDeclarationSyntax member) => $"{(member.Parent as TypeDeclarationSyntax)?.Identifier}.{member.WithoutTrivia().ToString().Split('\n')[0].Trim()}";

    [GeneratedRegex(@"\A// .*, C# (\d+)(, unsafe)?(, MIT licence, the Etudes authors)?\n")]
    private static partial Regex FirstLine();
}
