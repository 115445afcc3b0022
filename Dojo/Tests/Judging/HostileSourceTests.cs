namespace Etudes.Dojo;

/// <summary>Texts on which the compiler breaks down or never ends, and answers that refer to what no answer needs.</summary>
public sealed class HostileSourceTests(MainJudge judge) : IClassFixture<MainJudge>
{
    private const int Deep = 20_000;
    /// <summary>Whoever waits so long takes it for endless.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly Kata s_kata = Kata.All.Single(kata => kata.Name == "TopK");
    private static readonly GuardedCompiler s_guarded = new(Judge.Main);

    /// <summary>A stub, one of whose members does that first.</summary>
    private static string Stub(string statements, string more = "") => $$"""
        namespace Etudes.Heap;
        public abstract class TopK : ITopK, ITopKByOrder
        {
            public static int[] Largest(IEnumerable<int> stream, int k) { {{statements}} return []; }
            public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => throw new NotImplementedException();
            {{more}}
        }
        """;

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Deep));

    /// <param name="repeated">What stands there twenty thousand times.</param>
    [Theory]
    [InlineData("int x = ", "(", "1;", "its brackets are nested more than 1000 deep")]
    [InlineData("var x = new ", "List<", "int>();", "its brackets are nested more than 1000 deep")]
    [InlineData("string s = ", "null ?? ", "\"\";", "the compiler breaks down on it")]
    [InlineData("var x = ", "throw ", "null;", "the compiler breaks down on it")]
    [InlineData("", "using (null) ", ";", "the compiler breaks down on it")]
    [InlineData("", "if (k == 1) k = 2; else ", "k = 3;", "the compiler breaks down on it")]
    [InlineData("var s = \"", "fifty characters of text, twenty thousand times over", "\";", "an answer has at most 1000000")]
    public async Task The_command_survives_what_the_compiler_does_not(string before, string repeated, string after, string said)
    {
        var compiled = await s_guarded.Compile(MainJudge.Files(s_kata, Stub($"{before}{Repeat(repeated)}{after}"))).WaitAsync(s_patience);
        Assert.StartsWith($"{s_kata.Stub}: ", Assert.Single(compiled.Errors));
        Assert.Contains(said, compiled.Errors[0]);
        Assert.Empty((await s_guarded.Compile(MainJudge.Files(s_kata, Stub("")))).Errors);
    }

    [Fact]
    public async Task What_is_compiled_in_a_process_of_its_own_is_judged_as_well()
    {
        var compiled = await s_guarded.Compile(MainJudge.Files(s_kata, Stub($"int x = {string.Concat(Enumerable.Repeat("1 + ", 2000))}1;"))).WaitAsync(s_patience);
        var judgement = new Judgement();
        await judge.Examiner.Judge(judgement, s_kata, compiled, seed: 1);
        Assert.Contains(judgement.Verdicts, verdict => verdict.Outcome == Outcome.Broken);
    }

    [Fact]
    public async Task A_process_that_compiles_for_too_long_is_ended()
    {
        string patterns = $"bool b = k is {Repeat("1 or ")}2;";
        var compiled = await CompilerProcess.Compile(Judge.Main, MainJudge.Files(s_kata, Stub(patterns)), TimeSpan.FromSeconds(3), default).WaitAsync(s_patience);
        Assert.Contains("the compiler does not come to an end within 3 s on it", Assert.Single(compiled.Errors));
    }

    [Theory]
    [InlineData("System.Reflection.Assembly.Load(\"Etudes\");", "uses reflection: System.Reflection.Assembly")]
    [InlineData("Type.GetType(\"Etudes.Heap.TopK, Etudes\");", "uses reflection: System.Type.GetType")]
    [InlineData("foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) k++;", "uses reflection: System.Reflection.Assembly")]
    [InlineData("k = stream.GetType().Assembly.GetHashCode();", "uses reflection: System.Reflection.Assembly")]
    [InlineData("new System.Runtime.Loader.AssemblyLoadContext(\"\");", "uses reflection: System.Runtime.Loader.AssemblyLoadContext")]
    [InlineData("Activator.CreateInstance(\"Etudes\", \"Etudes.Heap.Prim\");", "uses reflection: System.Activator.CreateInstance")]
    [InlineData("StepCounter.IsOn = false;", "error CS0117")]
    [InlineData("Must.Be(1, 1, \"\");", "uses the judge: Must")]
    [InlineData("LawRunner.EndIfGivenUp();", "uses the judge: LawRunner")]
    public async Task What_no_answer_needs_is_not_judged(string statements, string why)
    {
        var judgement = new Judgement();
        await judge.Examiner.Judge(judgement, s_kata, judge.Compile(s_kata, Stub(statements)), seed: 1);
        Assert.Equal((State.Red, 0), (judgement.State, judgement.Tried));
        Assert.Contains(why, judgement.Obstacles[0]);
    }

    [Theory]
    [InlineData("if (typeof(int) == stream.GetType()) k = new Any<List<int>>().Make().Count;")]
    [InlineData("StepCounter.Loop();")]
    [InlineData("k = new Any<List<int>>()[3]; var f = (int x) => x.ToString(); dynamic d = k; d++;")]
    public async Task What_answers_do_is_judged(string statements)
    {
        const string generic = "class Any<T> where T : new() { public T Make() => new(); public int this[int i] => i; }";
        var judgement = new Judgement();
        await judge.Examiner.Judge(judgement, s_kata, judge.Compile(s_kata, Stub(statements, generic)), seed: 1);
        Assert.Empty(judgement.Obstacles);
    }
}
