namespace Etudes.Dojo;

/// <summary>Answers of the ML track that leak tensors or crash libtorch.</summary>
public sealed class HostileTensorTests : IDisposable
{
    /// <summary>Skipped, visibly, where ml-track has not been built.</summary>
    private sealed class TensorFactAttribute : FactAttribute
    {
        public TensorFactAttribute() => Skip = File.Exists(Judge.ML.Worker) ? null : $"{Judge.ML.Project} is not built";
    }

    private const string Scope = "using var scope = NewDisposeScope();";

    private readonly Examiner _examiner = new(Judge.ML);
    private readonly Kata _kata = Kata.All.Single(kata => kata.Name == "MaskingRatio");

    public void Dispose() => _examiner.Dispose();

    [TensorFact]
    public async Task A_leak_is_told()
    {
        var judgement = await JudgementOf(Answer.Replace(Scope, "").Replace(".MoveToOuterDisposeScope()", ""));
        if (LibTorchIsMissing(judgement)) return;
        Assert.Equal(State.Red, judgement.State);
        Assert.Contains(judgement.Verdicts, verdict => verdict.Sentence.Contains("leaves 2 tensors behind"));
        Assert.Equal(State.Green, (await JudgementOf(Answer)).State);
    }

    [TensorFact]
    public async Task An_error_of_libtorch_has_its_operation_and_its_line()
    {
        var verdicts = await VerdictsOf("rand(2, 3).mm(rand(4, 5));");
        Assert.All(verdicts, verdict => Assert.Equal("mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", verdict.Sentence));
        Assert.All(verdicts, verdict => Assert.NotInRange(verdict.Place!.Line, 0, 1));
    }

    [TensorFact]
    public async Task What_TorchSharp_does_not_catch_ends_no_process_and_has_its_line_and_its_smallest_input()
    {
        var verdicts = await VerdictsOf("rand(2, 3).matmul(rand(4, 5));");
        if (!OperatingSystem.IsLinux()) return;
        // The thread that is left in native code can hold what the next case needs: then the worker is ended, and the next one goes on.
        var told = verdicts.Where(verdict => verdict.Sentence != "cut the judge off, and had to be ended").ToArray();
        Assert.InRange(told.Length, verdicts.Length - 1, verdicts.Length);
        Assert.All(told, verdict => Assert.Equal("matmul: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", verdict.Sentence));
        Assert.All(told, verdict => Assert.NotInRange(verdict.Place!.Line, 0, 1));
        Assert.Contains(told, verdict => verdict.Arguments is [{ Text: "ratio 0 of [[0.5]]" }]);
    }

    [TensorFact]
    public async Task A_crash_on_a_thread_of_its_own_has_its_input_and_its_reason()
    {
        var verdicts = await VerdictsOf("var other = new System.Threading.Thread(() => rand(2, 3).matmul(rand(4, 5))); other.Start(); other.Join();");
        if (verdicts.Length == 0) return;
        Assert.Matches(@"^ \w+ = .+\n crashed in native code: mat1 and mat2 shapes cannot be multiplied \(2x3 and 4x5\)\n", TestMessage.Write(verdicts[0]));
    }

    [TensorFact]
    public async Task A_tensor_that_a_scope_has_disposed_is_told()
    {
        var verdicts = await VerdictsOf("", text => text.Replace(".MoveToOuterDisposeScope()", ""));
        if (verdicts.Length == 0) return;
        Assert.Contains("has been disposed: all that is made in a scope ends with it, so return result.MoveToOuterDisposeScope()", verdicts[0].Sentence);
        verdicts = await VerdictsOf("var gone = rand(2); gone.Dispose(); gone.sum();");
        Assert.Equal("sum: this tensor has been disposed, by Dispose() or by the end of the scope that it was made in", verdicts[0].Sentence);
        Assert.NotNull(verdicts[0].Place);
    }

    /// <summary>The verdicts of the laws that an answer breaks which does this as well; none where libtorch is missing.</summary>
    private async Task<Verdict[]> VerdictsOf(string deed, Func<string, string>? change = null)
    {
        var judgement = await JudgementOf((change ?? (text => text))(Answer).Replace(Scope, $"{Scope} {deed}"));
        if (LibTorchIsMissing(judgement)) return [];
        Assert.Equal(State.Red, judgement.State);
        Assert.Equal(State.Green, (await JudgementOf(Answer)).State);
        return [.. judgement.Verdicts.Where(verdict => verdict.IsFailure)];
    }

    private string Answer => File.ReadAllText(Path.Combine(Repository.Root, _kata.Answer)).Replace("partial class MaskingRatio", "class MaskingRatio : IMaskingRatio");

    private async Task<Judgement> JudgementOf(string text)
    {
        var judgement = new Judgement();
        await _examiner.Judge(judgement, _kata, new Compiler(Judge.ML).Compile(MainJudge.Files(_kata, text), default), seed: 1);
        return judgement;
    }

    private static bool LibTorchIsMissing(Judgement judgement) => judgement.Obstacles.Any(line => line.Contains("libtorch does not load"));
}
