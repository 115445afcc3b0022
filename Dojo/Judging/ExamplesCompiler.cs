using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Etudes.Dojo;

/// <summary>
/// Compiles a learner's examples, apart from the stub: an error in one of them does not silence the
/// other. One image serves the stub, the reference and each mistake.
/// </summary>
internal sealed class ExamplesCompiler
{
    private readonly CSharpParseOptions _parse;
    private readonly CSharpCompilation _empty;
    private (Kata Kata, string Text, CompiledExamples? Examples, string[] Errors)? _last;

    public ExamplesCompiler(Judge judge)
    {
        var options = judge.StubOptions();
        _parse = options.ParseOptions;
        _empty = CSharpCompilation.Create("Examples", options.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), _parse)),
            judge.StubReferences().Append(judge.AnswersFile).Select(file => MetadataReference.CreateFromFile(file)), options.CompilationOptions);
    }

    /// <returns>Null where there are no examples, or only that of kata debug; and what the compiler has against them.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public (CompiledExamples? Examples, string[] Errors) Compile(Kata kata, CancellationToken cancel)
    {
        if (ExamplesFile.Read(kata) is not { } text) return (null, []);
        if (_last is not var (lastKata, lastText, examples, errors) || lastKata != kata || lastText != text)
        {
            (examples, errors) = Compile(kata, text, cancel);
            _last = (kata, text, examples, errors);
        }
        return (examples, errors);
    }

    private static bool IsNoExample(MethodDeclarationSyntax method) => method.ParameterList.Parameters.Count > 0 || method.TypeParameterList is not null
        || !method.Modifiers.Any(SyntaxKind.PublicKeyword) || !method.Modifiers.Any(SyntaxKind.StaticKeyword) || method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    /// <summary>The same of a text in the place of the file.</summary>
    public (CompiledExamples? Examples, string[] Errors) Compile(Kata kata, string text, CancellationToken cancel)
    {
        var file = new SourceFile(kata.Examples, text);
        if (CompilerLimits.Refusal(file) is { } refusal) return (null, [refusal]);
        if (!CompilerLimits.IsUsual(file)) return (null, [$"{kata.Examples} is nested too deeply for examples"]);
        var tree = CSharpSyntaxTree.ParseText(ExamplesFile.WithoutCounterexample(text), _parse, kata.Examples, Encoding.UTF8, cancel);
        var asWritten = _empty.AddSyntaxTrees(tree);
        if (tree.GetDiagnostics(cancel).Any(said => said.Severity == DiagnosticSeverity.Error)) return (null, Errors(asWritten));
        if (ExamplesFile.ClassOf(kata, tree) is not { } examples) return (null, [$"{kata.Examples} has no class {kata.Name}Examples"]);
        MethodDeclarationSyntax[] methods = [.. ExamplesFile.In(examples)];
        if (methods.FirstOrDefault(IsNoExample) is { } odd) return (null, [$"{Compiler.Place(odd.Identifier.GetLocation())}an example is public static void and takes nothing, and {odd.Identifier.Text} is not so"]);
        if (methods.Length == 0) return (null, []);
        string type = $"Etudes.{kata.TrackName}.{kata.Name}";
        var answer = asWritten.GetTypeByMetadataName(type) ?? asWritten.GetTypeByMetadataName($"{type}`1")!.Construct(asWritten.GetSpecialType(SpecialType.System_Int32));
        var rewriter = new AnswerAsParameter(asWritten.GetSemanticModel(tree), answer, examples);
        var root = new StepRewriter().Visit(rewriter.Visit(tree.GetRoot(cancel)))!;
        if (rewriter.Faults.Count > 0) return (null, [.. rewriter.Faults.Select(fault => $"{Compiler.Place(fault.Place)}{fault.Sentence}")]);
        var generic = _empty.AddSyntaxTrees(tree.WithRootAndOptions(root, _parse));
        using MemoryStream image = new(), symbols = new();
        var result = generic.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancel);
        return result.Success ? (new(image.ToArray(), symbols.ToArray(), [.. methods.Select(method => method.Identifier.Text)]), [])
            : (null, Errors(asWritten) is { Length: > 0 } errors ? errors : Errors(generic)); // some is only wrong where any right answer may stand

        string[] Errors(CSharpCompilation compilation) => [.. Compiler.Errors(compilation, cancel)];
    }
}
