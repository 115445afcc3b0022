using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Etudes.Dojo;

/// <summary>A compiled stub, or what the compiler has against it.</summary>
/// <param name="StartsProcesses">It can start processes, which may outlive it.</param>
internal sealed record Compiled(byte[] Image, byte[] Symbols, string[] Errors, bool StartsProcesses)
{
    public bool Succeeded => Errors.Length == 0;
}

/// <summary>
/// Compiles one stub as dotnet build does, in memory: against the contracts, but not the answers, which share their assembly's name.
/// </summary>
internal sealed class Compiler
{
    private const int ErrorsTold = 5;

    private readonly CSharpParseOptions _parse;
    private readonly CSharpCompilation _empty;

    public Compiler(Judge judge)
    {
        var options = judge.StubOptions();
        _parse = options.ParseOptions;
        var references = judge.StubReferences().Select(file => MetadataReference.CreateFromFile(file)).ToArray();
        var contracts = CSharpCompilation.Create(judge.Answers,
            Kata.All.Where(kata => kata.Judge == judge).Select(kata => Parse(kata.Contract)), references, options.CompilationOptions);
        _empty = CSharpCompilation.Create("Answer", options.SourceFiles.Select(file => Parse(file.Path, file.Path)),
            [.. references, contracts.ToMetadataReference()], options.CompilationOptions);
    }

    /// <summary>The stub, and those that its line "// Needs: DisjointSets" names.</summary>
    /// <exception cref="IOException">The file is not there.</exception>
    public Compiled Compile(Kata kata) => Compile([Parse(kata.Stub), .. kata.Needs.Select(needed => Parse(needed.Stub))]);

    /// <summary>A file in the place of the stub; what it needs comes from beside it, or else is the reference.</summary>
    /// <param name="file">As the errors are to name it.</param>
    /// <exception cref="IOException">The file is not there.</exception>
    public Compiled CompileFile(Kata kata, string file)
    {
        string full = Path.GetFullPath(file), folder = Path.GetDirectoryName(full)!;
        var needed = Kata.NeedsOf(full).Select(needed => Path.Combine(folder, $"{needed.Name}.cs") is var beside && File.Exists(beside)
            ? Parse(beside, Path.Combine(Path.GetDirectoryName(file)!, $"{needed.Name}.cs"))
            : CSharpSyntaxTree.ParseText(needed.ReadAnswer(), _parse, needed.Answer, Encoding.UTF8));
        return Compile([Parse(full, file), .. needed]);
    }

    /// <summary>A text in the place of the stub, and others that it needs.</summary>
    public Compiled Compile(Kata kata, params string[] texts) =>
        Compile([.. texts.Select((text, i) => CSharpSyntaxTree.ParseText(text, _parse, i == 0 ? kata.Stub : $"{i}.cs", Encoding.UTF8))]);

    private Compiled Compile(params SyntaxTree[] trees)
    {
        // The rewriter could lose a fault of the syntax: a missing semicolon, say.
        if (trees.Any(tree => tree.GetDiagnostics().Any(said => said.Severity == DiagnosticSeverity.Error)))
            return new([], [], [.. Errors(_empty.AddSyntaxTrees(trees))], false);
        var compilation = _empty.AddSyntaxTrees(trees.Select(Counted));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        // The rewriter keeps lines but not columns: what is told comes from the text as it was written.
        string[] errors = result.Success ? [] : [.. Errors(_empty.AddSyntaxTrees(trees))];
        return new(image.ToArray(), symbols.ToArray(), errors, result.Success && StartsProcesses(image));
    }

    private static IEnumerable<string> Errors(CSharpCompilation asWritten)
    {
        var errors = asWritten.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Take(ErrorsTold).ToArray();
        return errors.Select(error => $"{Place(error.Location)}error {error.Id}: {error.GetMessage()}")
            .Concat(errors.Select(Missing).OfType<string>().Distinct());
    }

    /// <summary>What to write where the name of another kata is not known.</summary>
    private static string? Missing(Diagnostic error)
    {
        string? name = error.Id is "CS0103" or "CS0246" ? error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan).Split('<')[0] : null;
        return name is not null && Kata.All.Any(kata => kata.Name == name) ? $" {name} is a kata: the line // Needs: {name} takes your own answer to it along" : null;
    }

    /// <summary>As the compiler prints it, "Katas/Heap/TopK/TopK.cs(7,9): ", so that editors find it; some errors have no place.</summary>
    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return span.Path.Length == 0 ? "" : $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): ";
    }

    private static bool StartsProcesses(Stream image)
    {
        image.Position = 0;
        using var reader = new PEReader(image, PEStreamOptions.LeaveOpen);
        var metadata = reader.GetMetadataReader();
        return metadata.AssemblyReferences.Any(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name) == typeof(Process).Assembly.GetName().Name);
    }

    private SyntaxTree Counted(SyntaxTree tree) => tree.WithRootAndOptions(new StepRewriter().Visit(tree.GetRoot()), _parse);

    private SyntaxTree Parse(string path) => Parse(Kata.Full(path), path);

    /// <param name="shown">What errors and stacks call the file.</param>
    private SyntaxTree Parse(string full, string shown)
    {
        using var file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return CSharpSyntaxTree.ParseText(SourceText.From(file, Encoding.UTF8), _parse, shown);
    }
}
