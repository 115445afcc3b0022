using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Etudes.Dojo;

/// <summary>
/// What kata debug writes for one mistake of each kata compiles beside the stub, as Katas compiles
/// it, and fails for the reason that the verdict gives.
/// </summary>
public sealed class CounterexampleTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>Skipped, visibly, where ml-track has not been built.</summary>
    private sealed class TensorTheoryAttribute : TheoryAttribute
    {
        public TensorTheoryAttribute() => Skip = File.Exists(Judge.ML.Worker) ? null : $"{Judge.ML.Project} is not built";
    }

    private static readonly Dictionary<Judge, (CSharpParseOptions Parse, CSharpCompilation Empty)> s_compilers = [];

    private static readonly ConcurrentDictionary<Judge, Compiler> s_stubCompilers = [];

    public static TheoryData<string> Katas => KatasOf(Judge.Main);
    public static TheoryData<string> TensorKatas => KatasOf(Judge.ML);

    private static TheoryData<string> KatasOf(Judge judge) => new(Kata.All.Where(kata => kata.Judge == judge).Select(kata => kata.Name));

    [Theory]
    [MemberData(nameof(Katas))]
    public Task An_example_fails_for_the_reason_shown(string kata) => MustFailForTheReasonShown(Kata.Named(kata));

    [TensorTheory]
    [MemberData(nameof(TensorKatas))]
    public Task An_example_with_tensors_fails_for_the_reason_shown(string kata) => MustFailForTheReasonShown(Kata.Named(kata));

    private async Task MustFailForTheReasonShown(Kata kata)
    {
        using var examiner = new Examiner(kata.Judge);
        var gallery = new PastedGallery(kata);
        foreach (string mistake in gallery.Mistakes)
        {
            string[] stub = gallery.Stub(mistake);
            if (await FirstFailure(kata, examiner, stub) is not { Outcome: Outcome.Broken } verdict) continue;
            string example = ExamplesFile.With(null, kata, verdict);
            output.WriteLine($"{mistake}: {verdict.Call}\n{verdict.Sentence}");
            Assert.Contains($"{verdict.Call}; // {verdict.Sentence}\n", example);
            Assert.Equal(verdict.Sentence, Run(kata, [.. stub, example]).Sentence);
            return;
        }
        Assert.Fail($"no mistake of {kata.Name} breaks a law");
    }

    /// <summary>
    /// The verdict of the first ordinary law that is broken; the others are not waited for.
    /// </summary>
    private async Task<Verdict?> FirstFailure(Kata kata, Examiner examiner, string[] stub)
    {
        using var found = new CancellationTokenSource();
        Verdict? failure = null;
        var judgement = new Judgement((judgement, reply) =>
        {
            if (reply is not LawVerdict law) return;
            if (law.Verdict.IsFailure) failure ??= law.Verdict;
            if (failure is not null || judgement.Tried == judgement.OrdinaryLaws) found.Cancel();
        });
        var compiled = s_stubCompilers.GetOrAdd(kata.Judge, judge => new(judge)).Compile(MainJudge.Files(kata, stub), default) with { Foreign = null }; // galleries may use the engine
        Assert.True(compiled.Errors.Length == 0, string.Join('\n', compiled.Errors));
        try { await examiner.Judge(judgement, kata, compiled, seed: 1, cancel: found.Token); }
        catch (OperationCanceledException) { await examiner.Gallery(kata, default); } // a worker that is asked something else begins no further law
        Assert.Empty(judgement.Obstacles);
        return failure;
    }

    /// <summary>Compiles what Katas compiles for one kata, and runs the example.</summary>
    private static Verdict Run(Kata kata, string[] texts)
    {
        var (parse, empty) = CompilerOf(kata.Judge);
        string folder = Path.GetDirectoryName(Repository.Full(Path.Combine(kata.Judge.Project, kata.Track, "x")))!;
        var laws = Directory.EnumerateFiles(folder, "*Laws.cs").Append(Path.Combine(folder, $"{kata.Name}Properties.cs")).Select(File.ReadAllText);
        if (kata.Judge == Judge.ML) laws = laws.Append("[assembly: Etudes.Engine.NeedsLibTorch]"); // Judge.ML.props
        using var image = new MemoryStream();
        var emitted = empty.AddSyntaxTrees(laws.Concat(texts).Select(text => CSharpSyntaxTree.ParseText(text, parse))).Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        var context = new LawContext(kata.Judge);
        var examples = context.LoadFromStream(image).GetType($"Etudes.{kata.TrackName}.{kata.Name}Examples")!;
        return LawRunner.Run(Law.Of(examples).Single(), Start.FromSeed(1));
    }

    private static (CSharpParseOptions Parse, CSharpCompilation Empty) CompilerOf(Judge judge)
    {
        if (s_compilers.TryGetValue(judge, out var known)) return known;
        var options = judge.StubOptions();
        var sources = options.SourceFiles.Select(file => file.Path).Concat(Kata.All.Where(kata => kata.Judge == judge).Select(kata => Kata.Full(kata.Contract)));
        return s_compilers[judge] = (options.ParseOptions, CSharpCompilation.Create("Katas", sources.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options.ParseOptions)),
            judge.StubReferences().Select(file => MetadataReference.CreateFromFile(file)), options.CompilationOptions));
    }

    /// <summary>
    /// What a judge's laws refer to comes from beside its worker; the engine is the one of these
    /// tests.
    /// </summary>
    private sealed class LawContext(Judge judge) : AssemblyLoadContext("Examples")
    {
        private readonly AssemblyDependencyResolver _beside = new(judge.Worker);

        protected override Assembly? Load(AssemblyName name) =>
            Default.Assemblies.Any(loaded => loaded.GetName().Name == name.Name) || _beside.ResolveAssemblyToPath(name) is not { } path ? null : LoadFromAssemblyPath(path);

        protected override nint LoadUnmanagedDll(string name) => _beside.ResolveUnmanagedDllToPath(name) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
