using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>
/// A wrong answer is told which known mistake it behaves like: each mistake of the galleries, pasted into the stub, and wrong
/// answers that were written without a look at the galleries. Minutes; so only where KATA_DIAGNOSES=1 asks for it.
/// </summary>
public sealed class DiagnosisTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private sealed class DiagnosesFactAttribute : FactAttribute
    {
        public DiagnosesFactAttribute() => Skip = Environment.GetEnvironmentVariable("KATA_DIAGNOSES") == "1" ? null : "takes minutes: KATA_DIAGNOSES=1 runs it";
    }

    private const int LongestVerdict = 8;
    /// <summary>Of a hundred mistakes of the galleries, how many must be recognised; some pairs differ in nothing that a law sees, and no other may be named.</summary>
    private const int Recognised = 98;
    /// <summary>Of a hundred independent wrong answers, how many must be told the right mistake.</summary>
    private const int Right = 80;

    private static string Full(string path) => Path.Combine(Repository.Root, path);

    [DiagnosesFact]
    public async Task Every_mistake_of_the_galleries_is_recognised()
    {
        using var judge = new MainJudge();
        List<string> wrong = [];
        int tried = 0;
        string? only = Environment.GetEnvironmentVariable("KATA_ONLY"); // a regular expression of katas
        foreach (var kata in Kata.All.Where(kata => kata.Judge == Judge.Main && (only is null || Regex.IsMatch(kata.Name, only))))
        {
            var gallery = new PastedGallery(kata);
            foreach (string name in gallery.Mistakes)
            {
                var judgement = await AdvisedOf(judge, kata, gallery.Stub(name));
                tried++;
                Assert.Equal(State.Red, judgement.State);
                Assert.All(Failures(judgement), failure => Assert.InRange(TestMessage.Write(failure).Split('\n').Length, 1, LongestVerdict));
                if (!IsTold(judgement, name)) wrong.Add($"{kata.Name}/{name} is taken for {judgement.Diagnosis?.Mistake ?? "none"}: {judgement.State} {string.Join("; ", judgement.Obstacles.Concat(Failures(judgement).Select(failure => failure.Law)))}");
            }
        }
        foreach (string line in wrong) output.WriteLine(line);
        output.WriteLine($"{tried - wrong.Count} of {tried} recognised");
        Assert.DoesNotContain(wrong, line => !line.Contains("is taken for none"));
        Assert.True(wrong.Count * 100 <= (100 - Recognised) * tried, $"{wrong.Count} of {tried} are not recognised");
    }

    [DiagnosesFact]
    public async Task Most_independent_wrong_answers_are_told_their_mistake()
    {
        using var judge = new MainJudge();
        int right = 0, tried = 0;
        foreach (string line in File.ReadLines(Full("Dojo/Tests/Judging/WrongAnswers/labels.tsv")))
        {
            if (line.Split('\t') is not [var file, var mistake, ..] || mistake == "none") continue;
            var kata = Kata.All.Single(kata => kata.Name == Path.GetFileName(Path.GetDirectoryName(file)));
            var judgement = await AdvisedOf(judge, kata, [File.ReadAllText(Full(Path.Combine("Dojo/Tests/Judging/WrongAnswers", file)))]);
            tried++;
            if (IsTold(judgement, mistake)) right++;
            else output.WriteLine($"{file} is {mistake}, taken for {judgement.Diagnosis?.Mistake ?? "none"}: {judgement.State} {string.Join("; ", judgement.Obstacles.Concat(Failures(judgement).Select(failure => failure.Law)))}");
        }
        output.WriteLine($"{right} of {tried} told rightly");
        Assert.True(right * 100 >= Right * tried, $"{right} of {tried}");
    }

    [DiagnosesFact]
    public async Task No_independent_wrong_answer_is_green()
    {
        using var judges = new Judges();
        List<string> green = [];
        foreach (string file in Directory.EnumerateFiles(Full("Dojo/Tests/Judging/WrongAnswers"), "*.cs", SearchOption.AllDirectories).Order())
        {
            var kata = Kata.Named(Path.GetFileName(Path.GetDirectoryName(file))!);
            var judgement = await judges.JudgeFile(kata, file, seed: null, (_, _) => { });
            if (judgement is not { State: State.Red, Tried: > 0 }) green.Add($"{Repository.Relative(file)}: {judgement?.State} {string.Join("; ", judgement?.Obstacles ?? [])}");
        }
        Assert.Empty(green);
    }

    /// <summary>With the advice: a gallery that nobody has asked for yet is known after a few checks.</summary>
    private static async Task<Judgement> AdvisedOf(MainJudge judge, Kata kata, string[] texts)
    {
        const int Checks = 5;
        var judgement = await JudgementOf(judge, kata, texts);
        for (int i = 1; i < Checks && judgement.Diagnosis is null; i++) judgement = await JudgementOf(judge, kata, texts);
        return judgement;
    }

    private static async Task<Judgement> JudgementOf(MainJudge judge, Kata kata, string[] texts)
    {
        var judgement = new Judgement();
        await judge.Examiner.Judge(judgement, kata, judge.Compile(kata, texts) with { Foreign = null }, seed: 1); // galleries may use the engine
        return judgement;
    }

    private static bool IsTold(Judgement judgement, string mistake) => judgement.Diagnosis is { } told && (told.Mistake == mistake || told.Or?.Mistake == mistake);

    private static IEnumerable<Verdict> Failures(Judgement judgement) => judgement.Verdicts.Where(verdict => verdict.IsFailure);
}
