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
    public async Task A_crash_of_libtorch_has_its_input_and_its_reason()
    {
        var judgement = await JudgementOf(Answer.Replace(Scope, $"{Scope} rand(2, 3).matmul(rand(4, 5));"));
        if (LibTorchIsMissing(judgement)) return;
        Assert.Equal(State.Red, judgement.State);
        Assert.Matches(@"^ \w+ = .+\n crashed in native code: mat1 and mat2 shapes cannot be multiplied \(2x3 and 4x5\)\n", TestMessage.Write(judgement.Verdicts.First(verdict => verdict.IsFailure)));
        Assert.Equal(State.Green, (await JudgementOf(Answer)).State);
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
