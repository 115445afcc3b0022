using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Etudes.Dojo;
using Etudes.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Contest;

/// <summary>What a program left when it ended.</summary>
internal sealed record RunResult(int ExitCode, string Output, string Errors);

/// <summary>A pasted program, compiled once, to run inside the tests or as a process.</summary>
internal sealed partial class ContestProgram
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);
    private static readonly Lazy<Library> s_library = new(() => new Library(Judge.Main));
    private static readonly Dictionary<string, Lazy<ContestProgram>> s_programs =
        Directory.EnumerateFiles(Kata.Full("Contest"), "*.cs").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => new Lazy<ContestProgram>(() => new(UserProgram.Read(file))));

    private readonly SemanticModel _model;
    private readonly Lazy<string> _pasted;
    private readonly Lazy<CSharpCompilation> _alone;
    private readonly Lazy<byte[]> _withConsole;
    private readonly Lazy<Executable> _executable;

    public ContestProgram(UserProgram program)
    {
        string name = Path.GetFileNameWithoutExtension(program.Name);
        var console = MetadataReference.CreateFromFile(typeof(IO.Console).Assembly.Location);
        _model = program.Compile(s_library.Value);
        _pasted = new(() => PastedFile.Program(program, s_library.Value));
        _alone = new(() => Compile(Pasted).WithAssemblyName(name));
        _withConsole = new(() => ImageOf(Alone.AddReferences(console)));
        _executable = new(() => new(name, ImageOf(Alone)));
    }

    public static IEnumerable<string> Names => s_programs.Keys.Order();

    public static ContestProgram Named(string name) => s_programs[name].Value;

    public string Pasted => _pasted.Value;

    /// <summary>The pasted file, compiled as its first line says.</summary>
    public CSharpCompilation Alone => _alone.Value;

    /// <summary>What its statements use of the library besides input and output.</summary>
    public string[] Answers() =>
    [
        .. from node in _model.SyntaxTree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
           let symbol = _model.GetSymbolInfo(node).Symbol
           let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
           where type?.ContainingAssembly?.Name == s_library.Value.Answers.AssemblyName
           where type.ContainingNamespace.ToString() != typeof(FastIO).Namespace
           group type by type.Name into types
           select types.Key,
    ];

    /// <summary>Starts a process, as a judge does.</summary>
    public RunResult Start(string input) => _executable.Value.Start(input);

    /// <summary>Starts a process from a shell, which sees the program as "$@".</summary>
    public RunResult StartBy(string command, string input = "") => _executable.Value.StartBy(command, input);

    /// <summary>Runs inside the tests a copy that has never run.</summary>
    public RunResult Run(string input) => Run([input]).Single();

    /// <summary>Runs one new copy on all inputs: what a run leaves spoils the next.</summary>
    public RunResult[] Run(string[] inputs) =>
        Run([.. inputs.Select(input => ((Stream)new MemoryStream(Encoding.Latin1.GetBytes(input)), new MemoryStream()))]);

    /// <summary>The same with streams that may fail.</summary>
    public RunResult[] Run((Stream Input, MemoryStream Output)[] streams)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var program = context.LoadFromStream(new MemoryStream(_withConsole.Value));
        var main = program.EntryPoint!.CreateDelegate<Func<string[], int>>();
        RunResult[] results = [.. streams.Select(RunOne)];
        context.Unload();
        return results;

        RunResult RunOne((Stream Input, MemoryStream Output) ends) =>
            Task.Run(() => IO.Console.Run(main, ends.Input, ends.Output)).WaitAsync(s_limit).GetAwaiter().GetResult();
    }

    private static CSharpCompilation Compile(string pasted)
    {
        var needs = FirstLine().Match(pasted);
        Assert.True(LanguageVersionFacts.TryParse(needs.Groups[1].Value, out var version), pasted.Split('\n')[0]);
        var alone = s_library.Value.Compile(Library.Parse(pasted, version));
        return alone.WithOptions(alone.Options
            .WithOptimizationLevel(OptimizationLevel.Release).WithAllowUnsafe(needs.Groups[2].Success));
    }

    private static byte[] ImageOf(CSharpCompilation program)
    {
        using var image = new MemoryStream();
        var emitted = program.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }

    [GeneratedRegex(@"\A// .* of Etudes, C# (\d+)(, unsafe)?, MIT licence, the Etudes authors\n")]
    private static partial Regex FirstLine();
}
