using System.Diagnostics;
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

/// <summary>A program of Contest, pasted and compiled once, which runs inside the tests or as a process.</summary>
internal sealed partial class ContestProgram
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);
    private static readonly Lazy<Library> s_library = new(() => new Library(House.Main));
    private static readonly Dictionary<string, Lazy<ContestProgram>> s_programs =
        Directory.EnumerateFiles(Kata.Full("Contest"), "*.cs").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => new Lazy<ContestProgram>(() => new(UserProgram.Read(file))));

    private readonly SemanticModel _model;
    private readonly Lazy<string> _pasted;
    private readonly Lazy<CSharpCompilation> _alone;
    private readonly Lazy<byte[]> _image;
    private readonly Lazy<string> _executable;

    public ContestProgram(UserProgram program)
    {
        _model = program.Compile(s_library.Value);
        _pasted = new(() => Paste.Program(program, s_library.Value));
        _alone = new(() => Compile(Path.GetFileNameWithoutExtension(program.Name), Pasted));
        _image = new(() => ImageOf(Alone.AddReferences(MetadataReference.CreateFromFile(typeof(IO.Console).Assembly.Location))));
        _executable = new(() => WriteExecutable(Alone));
    }

    public static IEnumerable<string> Names => s_programs.Keys.Order();

    public static ContestProgram Named(string name) => s_programs[name].Value;

    public string Pasted => _pasted.Value;

    /// <summary>The pasted file, compiled as its first line says.</summary>
    public CSharpCompilation Alone => _alone.Value;

    /// <summary>The answers that its statements name, or whose members they call: all of the library but input and output.</summary>
    public string[] Answers() =>
        [.. _model.SyntaxTree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
            .Select(node => _model.GetSymbolInfo(node).Symbol is { } symbol ? symbol as INamedTypeSymbol ?? symbol.ContainingType : null)
            .Where(type => type?.ContainingAssembly?.Name == s_library.Value.Answers.AssemblyName && type!.ContainingNamespace.ToString() != typeof(FastIO).Namespace)
            .Select(type => type!.Name).Distinct()];

    /// <summary>Runs inside the tests a copy that has never run.</summary>
    public RunResult Run(string input) => Run([input]).Single();

    /// <summary>Runs one copy on one input after another: what a run leaves behind spoils the next one's output.</summary>
    public RunResult[] Run(string[] inputs)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var main = context.LoadFromStream(new MemoryStream(_image.Value)).EntryPoint!.CreateDelegate<Func<string[], int>>();
        RunResult RunOne(string input) => IO.Console.Run(main, Encoding.Latin1.GetBytes(input));
        RunResult[] results = [.. inputs.Select(input => Task.Run(() => RunOne(input)).WaitAsync(s_limit).GetAwaiter().GetResult())];
        context.Unload();
        return results;
    }

    /// <summary>Starts a process, as a judge does.</summary>
    public RunResult Start(string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", _executable.Value])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            using var to = process.StandardInput.BaseStream;
            to.Write(Encoding.Latin1.GetBytes(input));
        }
        catch (IOException) { } // it has ended, for what it has read is wrong
        Assert.True(process.WaitForExit(s_limit));
        return new(process.ExitCode, output.Result, errors.Result);
    }

    private static CSharpCompilation Compile(string name, string pasted)
    {
        var needs = FirstLine().Match(pasted);
        Assert.True(LanguageVersionFacts.TryParse(needs.Groups[1].Value, out var version), pasted.Split('\n')[0]);
        var alone = s_library.Value.Compile(Library.Parse(pasted, version)).WithAssemblyName(name);
        return alone.WithOptions(alone.Options.WithOptimizationLevel(OptimizationLevel.Release).WithAllowUnsafe(needs.Groups[2].Success));
    }

    private static byte[] ImageOf(CSharpCompilation program)
    {
        using var image = new MemoryStream();
        var emitted = program.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }

    private static string WriteExecutable(CSharpCompilation program)
    {
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "programs")).FullName;
        string executable = Path.Combine(folder, $"{program.AssemblyName}.dll");
        File.WriteAllBytes(executable, ImageOf(program));
        File.WriteAllText(Path.ChangeExtension(executable, "runtimeconfig.json"), $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
              "configProperties": { "System.Globalization.Invariant": true, "System.GC.Concurrent": false } } }
            """);
        return executable;
    }

    [GeneratedRegex(@"\A// .* of Etudes, C# (\d+)(, unsafe)?, MIT licence, the Etudes authors\n")]
    private static partial Regex FirstLine();
}
