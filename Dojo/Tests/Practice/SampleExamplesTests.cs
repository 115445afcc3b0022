using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>
/// A set of examples per kata, written from statement and contract alone: a learner who writes such
/// examples is told that they are right, and that they catch most known mistakes.
/// </summary>
public sealed class SampleExamplesTests : IClassFixture<SampleExamplesTests.Both>
{
    /// <summary>Of a hundred known mistakes that small inputs can show, so many are caught at least.</summary>
    private const int Caught = 60;

    /// <summary>A compiler and a worker for each judge.</summary>
    public sealed class Both : IDisposable
    {
        private readonly Dictionary<string, Examiner> _examiners = [];
        private readonly Dictionary<string, ExamplesCompiler> _compilers = [];

        internal async Task<Judgement> Try(Kata kata, string text)
        {
            if (!_examiners.TryGetValue(kata.Judge.Folder, out var examiner))
                (examiner, _compilers[kata.Judge.Folder]) = (_examiners[kata.Judge.Folder] = new(kata.Judge), new(kata.Judge));
            var (examples, errors) = _compilers[kata.Judge.Folder].Compile(kata, text, default);
            Assert.Empty(errors);
            var judgement = new Judgement();
            await examiner.TryExamples(judgement, kata, examples!, default);
            return judgement;
        }

        public void Dispose()
        {
            foreach (var examiner in _examiners.Values) examiner.Dispose();
        }
    }

    private readonly Both _judges;

    public SampleExamplesTests(Both judges) => _judges = judges;

    public static TheoryData<string> Katas => new(Kata.All.Where(kata => File.Exists(kata.Judge.Worker)).Select(kata => kata.Name));

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task They_hold_for_every_right_answer_and_catch_most_mistakes(string name)
    {
        if (await Tried(name, Text(name)) is not { } tried) return;
        Assert.Empty(tried.Examples.Where(example => !example.IsRight).Select(example => $"{example.Name}: {(example.Other ?? example.Reference).Sentence}"));
        Assert.True(100 * tried.Caught >= Caught * tried.Mistakes.Count,
            $"{tried.Caught} of {tried.Mistakes.Count} are caught, and not {string.Join(", ", tried.Mistakes.Where(mistake => mistake.Examples.Count == 0).Select(mistake => mistake.Name))}");
    }

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task One_that_expects_another_number_is_wrong(string name)
    {
        var (text, example) = WithAnotherNumber(Text(name));
        if (await Tried(name, text) is not { } tried) return;
        Assert.Equal([example], tried.Examples.Where(one => one.Reference.Outcome != Outcome.Holds).Select(one => one.Name));
    }

    /// <summary>Null where libtorch is missing.</summary>
    private async Task<ExamplesTried?> Tried(string name, string text)
    {
        var judgement = await _judges.Try(Kata.Named(name), text);
        if (judgement.Obstacles is [var obstacle, ..]) Assert.Contains("libtorch", obstacle);
        return judgement.Examples;
    }

    private static string Text(string name)
    {
        var kata = Kata.Named(name);
        return File.ReadAllText(Repository.Full($"Dojo/Tests/Practice/Examples/{kata.TrackName}/{name}.cs"));
    }

    /// <summary>One more than the first number that an example expects, and the name of that example.</summary>
    private static (string Text, string Example) WithAnotherNumber(string text)
    {
        var number = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() is "Must.Be" or "MustTensor.Be" or "MustBe" && Example(call) is not null)
            .SelectMany(call => call.ArgumentList.Arguments[0].DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>())
            .First(literal => literal.IsKind(SyntaxKind.NumericLiteralExpression));
        return ($"{text[..number.SpanStart]}1 + {text[number.SpanStart..]}", Example(number)!);
    }

    private static string? Example(SyntaxNode node) =>
        node.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.AttributeLists.ToString().Contains("Example"))?.Identifier.Text;
}
