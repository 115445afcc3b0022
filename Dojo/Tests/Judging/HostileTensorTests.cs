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
        Assert.All(verdicts, verdict => Assert.Equal("mm of [2, 3] and [4, 5]: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", verdict.Sentence));
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
        Assert.All(told, verdict => Assert.Equal("matmul of [2, 3] and [4, 5]: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", verdict.Sentence));
        Assert.All(told, verdict => Assert.NotInRange(verdict.Place!.Line, 0, 1));
        Assert.Contains(told, verdict => verdict.Arguments is [{ Text: "ratio 0, noise [[0.5]]" }]);
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
        int line = verdicts[0].Place!.Line;
        Assert.Equal($"sum: this tensor, made in line {line}, has been disposed, by Dispose() or by the end of the scope that it was made in", verdicts[0].Sentence);
        verdicts = await VerdictsOf("Tensor Inner() { using var inner = NewDisposeScope();\nreturn rand(2) + 1; } var gone = Inner();\nrand(2).sub(gone * 2);");
        Assert.Contains($": this tensor, made in line {line + 1}, has been disposed", verdicts[0].Sentence);
        Assert.Equal(line + 2, verdicts[0].Place!.Line);
    }

    [TensorFact]
    public async Task An_operation_on_each_number_tells_what_it_was_given()
    {
        var verdicts = await VerdictsOf("for (int i = 0; i < 2; i++) { var x = rand(2); if (i == 1) x = (x.unsqueeze(1) - x + rand(2, 2)) * rand(3); }");
        if (verdicts.Length == 0) return;
        Assert.Equal("* of [2, 2] and [3]: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1", verdicts[0].Sentence);
        verdicts = await VerdictsOf("rand(2, 2).mm(rand(2, 2, dtype: float64));");
        Assert.StartsWith("mm of [2, 2] of Float32 and [2, 2] of Float64: expected", verdicts[0].Sentence);
        verdicts = await VerdictsOf("Tensor? some = rand(2, 3); rand(4, 5).mm(some?.unsqueeze(1).select(1, 0)!);");
        Assert.Equal("mm of [4, 5] and [2, 3]: mat1 and mat2 shapes cannot be multiplied (4x5 and 2x3)", verdicts[0].Sentence);
        verdicts = await VerdictsOf("rand(2, 3).mean([5]);");
        Assert.StartsWith("mean of [2, 3]: ", verdicts[0].Sentence);
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
