namespace Etudes.Dojo;

/// <summary>Answers of the ML track that leak tensors or crash libtorch.</summary>
public sealed class HostileTensorTests : IDisposable
{
    /// <summary>Skipped, visibly, where ml-track has not been built.</summary>
    private sealed class TensorFactAttribute : FactAttribute
    {
        public TensorFactAttribute() => Skip = File.Exists(House.ML.Worker) ? null : $"{House.ML.Project} is not built";
    }

    private const string Scope = "using var scope = NewDisposeScope();";

    private readonly Examiner _examiner = new(House.ML);
    private readonly Kata _kata = Kata.All.Single(kata => kata.Name == "MaskingRatio");

    public void Dispose() => _examiner.Dispose();

    [TensorFact]
    public async Task A_leak_is_told()
    {
        var check = await Judge(Answer.Replace(Scope, "").Replace(".MoveToOuterDisposeScope()", ""));
        if (LibTorchIsMissing(check)) return;
        Assert.Equal(State.Red, check.State);
        Assert.Contains(check.Failures, failure => failure.Words.Contains("leaves 2 tensors behind"));
        Assert.Equal(State.Green, (await Judge(Answer)).State);
    }

    [TensorFact]
    public async Task A_crash_of_libtorch_has_its_input_and_its_reason()
    {
        var check = await Judge(Answer.Replace(Scope, $"{Scope} rand(2, 3).matmul(rand(4, 5));"));
        if (LibTorchIsMissing(check)) return;
        Assert.Equal(State.Red, check.State);
        Assert.Matches(@"^ masking = ratio .*\n crashed in native code: mat1 and mat2 shapes cannot be multiplied \(2x3 and 4x5\)\n", check.Failures.First().Words);
        Assert.Equal(State.Green, (await Judge(Answer)).State);
    }

    private string Answer => File.ReadAllText(Path.Combine(LawName.Root, _kata.Answer)).Replace("partial class MaskingRatio", "class MaskingRatio : IMaskingRatio");

    private async Task<Check> Judge(string text)
    {
        var check = new Check(_kata, _ => { });
        await check.Judge(new Compiler(House.ML).Compile(_kata, text), _examiner, 1, null, default);
        return check;
    }

    private static bool LibTorchIsMissing(Check check) => check.Obstacles.Any(line => line.Contains("libtorch does not load"));
}
