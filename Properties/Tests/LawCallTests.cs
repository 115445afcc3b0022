using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Etudes.Engine;

/// <summary>The call of a law on a failing input, as a learner finds it in an example.</summary>
public class LawCallTests
{
    /// <summary>Of so many inputs that are drawn one is compiled.</summary>
    private const int Every = 7;

    public enum Op { [Takes(Operand.Index, Operand.Number)] Push, Pop }

    public interface IAnswer;

    public sealed class Answer : IAnswer;

    /// <summary>A law per kind of input; each fails where it is told to.</summary>
    public abstract class AnswerProperties<T> where T : IAnswer
    {
        public static Func<object, bool> Fails { get; set; } = _ => false;

        [Law] public static void Of_values(Values values, int k, long weight) => Try(values);
        [Law] public static void Of_streams(Streams streams) => Try(streams);
        [Law] public static void Of_steps(Steps<Op> steps) => Try(steps);
        [Law] public static void Of_a_graph(WeightedGraph graph) => Try(graph);
        [Law] public static void Of_a_small_graph(SmallGraph graph) => Try(graph);
        [Law] public static void Of_a_digraph(Digraph graph) => Try(graph);
        [Law] public static void Of_a_small_digraph(SmallDigraph graph) => Try(graph);
        [Law] public static void Of_roads(Roads graph) => Try(graph);
        [Law] public static void Of_work(Workload work) => Try(work);
        [LargeLaw(1000)] public static void Of_large_work(LargeWorkload work) => Try(work);
        [LargeLaw(1000)] public static void Of_a_large_graph(LargeGraph graph) => Try(graph);
        [LargeLaw(1000)] public static void Of_a_hard_graph(HardGraph graph) => Try(graph);
        [LargeLaw(1000)] public static void Of_a_hard_digraph(HardDigraph graph) => Try(graph);

        private static void Try(object input) => Must.Hold(!Fails(input), Literal.Of(input)!);
    }

    private static Law Named(string law) => Law.Of(typeof(AnswerProperties<Answer>)).Single(one => one.Name == law);

    [Theory]
    [InlineData("new Values([0, -1])", "0, -1")]
    [InlineData("new Values([-2147483648])", "-2147483648")]
    public void Numbers_are_written_as_they_are(string literal, string numbers) =>
        Assert.Equal(literal, Literal.Of(new Values([.. numbers.Split(", ").Select(int.Parse)])));

    [Fact]
    public void Other_values_are_written_too()
    {
        Assert.Equal("new WeightedGraph(2, [(0, 1, long.MinValue)])", Literal.Of(new WeightedGraph(2, [(0, 1, long.MinValue)])));
        Assert.Equal("new LargeWorkload(Arrangement.OrganPipe, 400000)", Literal.Of(new LargeWorkload(Arrangement.OrganPipe, 400_000)));
        Assert.Equal("[[-0.0, 0.1], [double.NaN, double.NegativeInfinity]]", Literal.Of((double[][])[[-0.0, 0.1], [double.NaN, double.NegativeInfinity]]));
        Assert.Equal("\"push 3 -1, pop\"", Literal.Of(new Steps<Op>([new(Op.Push, 3, -1), new(Op.Pop, 0, 0)])));
        Assert.Null(Literal.Of(new Uri("/", UriKind.Relative)));
    }

    [Fact]
    public void Steps_are_read_as_they_are_shown()
    {
        Steps<Op> steps = "push 3 -1, Pop";
        Assert.Equal([new(Op.Push, 3, -1), new(Op.Pop, 0, 0)], steps.Items);
        Assert.Empty(((Steps<Op>)"").Items);
        foreach (string wrong in (string[])["push 3", "pop 1", "1", "pull", "push a b"])
            Assert.Equal($"'{wrong}' is no step; expected one like push 0 0 or pop", Assert.Throws<FormatException>(() => (Steps<Op>)wrong).Message);
    }

    /// <summary>What is drawn is compiled from its literal and is the same again.</summary>
    [Fact]
    public void A_literal_means_the_input_that_it_was_made_of()
    {
        List<object> drawn = [];
        AnswerProperties<Answer>.Fails = input => { drawn.Add(input); return false; };
        foreach (var law in Law.Of(typeof(AnswerProperties<Answer>))) LawRunner.Run(law, Start.FromSeed(0));
        drawn = [.. drawn.Where((_, i) => i % Every == 0)];
        string items = string.Concat(drawn.Select(input => $"({(input is Steps<Op> ? "Steps<Op>" : input.GetType().Name)}){Literal.Of(input)},\n"));
        var made = (object[])Compiled($"public static class Made {{ public static object[] All() => [{items}]; }}").GetType("Etudes.Engine.Made")!.GetMethod("All")!.Invoke(null, null)!;
        Assert.Equal(drawn.Select(one => (one.GetType(), $"{one}", Literal.Of(one))), made.Select(one => (one.GetType(), $"{one}", Literal.Of(one))));
    }

    [Fact]
    public void A_call_names_the_law_and_its_plain_arguments()
    {
        AnswerProperties<Answer>.Fails = _ => true;
        var verdict = LawRunner.Run(Named("Of_values"), Start.FromSeed(1));
        Assert.Equal("AnswerProperties<Answer>.Of_values(new Values([]), k: 0, weight: 0)", verdict.Call);
    }

    /// <summary>
    /// The way from the drawn case to the smallest leads there again, and the answer is asked once.
    /// </summary>
    [Theory]
    [InlineData("Of_values")]
    [InlineData("Of_streams")]
    [InlineData("Of_steps")]
    [InlineData("Of_a_graph")]
    [InlineData("Of_roads")]
    public void A_case_that_is_too_long_is_drawn_again(string law)
    {
        AnswerProperties<Answer>.Fails = input => Literal.Of(input)!.Length > 500;
        var verdict = LawRunner.Run(Named(law), Start.FromSeed(0));
        Assert.StartsWith($"Replay.Run<AnswerProperties<Answer>>(\"{verdict.Replay}\", ", verdict.Call);
        int asked = 0;
        AnswerProperties<Answer>.Fails = _ => ++asked > 0;
        var run = Compiled($"public static class Made {{ public static void Run() => {verdict.Call}; }}").GetType("Etudes.Engine.Made")!.GetMethod("Run")!;
        Assert.Equal((verdict.Sentence, 1), (Assert.Throws<LawBroken>(run.CreateDelegate<Action>()).Message, asked));
    }

    private static Assembly Compiled(string text)
    {
        var compilation = CSharpCompilation.Create("Made", [CSharpSyntaxTree.ParseText($"namespace Etudes.Engine;\nusing static LawCallTests;\n{text}")],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
            new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(image.ToArray());
    }
}
