using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>A program of Solutions/Contest, pasted into one file, compiled once, and started on inputs as a judge starts it.</summary>
internal sealed class ContestProgram
{
    private static readonly string s_folder = Directory.CreateTempSubdirectory("contest-").FullName;
    private static readonly Lazy<Library> s_library = new(() => new Library(Judge.Main));
    private static readonly Dictionary<string, ContestProgram> s_known = [];

    private readonly SemanticModel _model;
    private readonly string _assembly;

    static ContestProgram() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(s_folder, recursive: true);

    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Kata.Full("Solutions/Contest"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    public static string TextOf(string name) => File.ReadAllText(Kata.Full($"Solutions/Contest/{name}.cs"));

    public static ContestProgram Named(string name) => s_known.TryGetValue(name, out var known) ? known : s_known[name] = new(name, TextOf(name));

    public ContestProgram(string name, string text)
    {
        var program = new UserProgram($"{name}.cs", text);
        _model = program.Compile(s_library.Value);
        var pasted = s_library.Value.Compile(Library.Parse(PastedFile.Program(program, s_library.Value), LanguageVersion.CSharp13)).WithAssemblyName(name);

        _assembly = Path.Combine(s_folder, $"{name}.dll");
        Assert.True(pasted.WithOptions(pasted.Options.WithOptimizationLevel(OptimizationLevel.Release)).Emit(_assembly).Success);
        File.WriteAllText(Path.ChangeExtension(_assembly, "runtimeconfig.json"), $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
              "configProperties": { "System.Globalization.Invariant": true, "System.GC.Concurrent": false } } }
            """);
    }

    /// <summary>The answers that its statements name, or whose members they call.</summary>
    public string[] Answers() =>
        [.. _model.SyntaxTree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
            .Select(node => _model.GetSymbolInfo(node).Symbol is { } symbol ? symbol as INamedTypeSymbol ?? symbol.ContainingType : null)
            .Where(type => type?.ContainingNamespace?.ToString() is "Etudes.Graph" or "Etudes.Heap").Select(type => type!.Name).Distinct()];

    public Said Run(string input)
    {
        using var program = Process.Start(new ProcessStartInfo(Workspace.DotNet, ["exec", _assembly])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            using var to = program.StandardInput.BaseStream;
            to.Write(Encoding.Latin1.GetBytes(input));
        }
        catch (IOException) { } // it has ended, for what it has read is wrong
        Assert.True(program.WaitForExit(TimeSpan.FromMinutes(1)));
        return new(program.ExitCode, output.Result, errors.Result);
    }
}
