using System.Diagnostics;
using System.Text;
using Etudes.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>A program of Solutions/Contest, compiled once, to be started on inputs as a judge starts it.</summary>
internal sealed class ContestProgram
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("contest-").FullName;
    private static readonly Dictionary<string, ContestProgram> Compiled = [];

    private readonly CSharpCompilation _compilation;
    private readonly string _assembly;

    static ContestProgram() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(LawName.Root, "Solutions", "Contest"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(LawName.Root, "Solutions", "Contest", $"{name}.cs"));

    public static ContestProgram Named(string name) => Compiled.TryGetValue(name, out var known) ? known : Compiled[name] = new(name, TextOf(name));

    public ContestProgram(string name, string text)
    {
        string[] usings = ["System", "System.Collections.Generic", "System.Linq"];
        string library = typeof(FastIO).Assembly.Location, platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _compilation = CSharpCompilation.Create(name,
            [CSharpSyntaxTree.ParseText(text.Replace("#:", "//")), CSharpSyntaxTree.ParseText(string.Concat(usings.Select(one => $"global using {one};\n")))],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == platform).Append(library).Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(_compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

        _assembly = Path.Combine(Folder, $"{name}.dll");
        Assert.True(_compilation.Emit(_assembly).Success);
        File.Copy(library, Path.Combine(Folder, Path.GetFileName(library)), overwrite: true);
        File.WriteAllText(Path.ChangeExtension(_assembly, "runtimeconfig.json"), $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
              "configProperties": { "System.Globalization.Invariant": true, "System.GC.Concurrent": false } } }
            """);
    }

    /// <summary>The answers that its statements name.</summary>
    public string[] Answers()
    {
        var tree = _compilation.SyntaxTrees[0];
        var model = _compilation.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
            .Select(node => model.GetSymbolInfo(node).Symbol is { } symbol ? symbol as INamedTypeSymbol ?? symbol.ContainingType : null)
            .Where(type => type?.ContainingNamespace?.ToString() is "Etudes.Graph" or "Etudes.Heap").Select(type => type!.Name).Distinct()];
    }

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
