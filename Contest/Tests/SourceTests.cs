using Etudes.Dojo;
using Microsoft.CodeAnalysis;

namespace Etudes.Contest;

/// <summary>Each program has its problem, uses its answer, and pastes as one file.</summary>
public sealed class SourceTests
{
    private const string UnusedUsing = "CS8019";

    public static TheoryData<string> Programs => new(ContestProgram.Names);

    [Fact]
    public void Every_program_has_its_problem() => Assert.Equal(ContestProblem.Of.Keys.Order(), ContestProgram.Names);

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_pasted_program_compiles_alone(string name)
    {
        var program = ContestProgram.Named(name);
        Assert.StartsWith($"// {name}.cs with ", program.Pasted);
        Assert.DoesNotContain("#:", program.Pasted);
        Assert.DoesNotContain("inheritdoc", program.Pasted);
        Assert.Matches(@"\S\n\z", program.Pasted);
        Assert.Empty(program.Alone.GetDiagnostics()
            .Where(one => one.Severity >= DiagnosticSeverity.Warning || one.Id == UnusedUsing));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_calls_the_answer_that_it_is_named_for(string name) =>
        Assert.Equal([ContestProblem.Of[name].Answer], ContestProgram.Named(name).Answers());

    [Fact]
    public void Another_answer_in_its_place_is_noticed()
    {
        const string Call = "var (tree, total) = Kruskal.", Using = "using Etudes.IO;";
        string text = File.ReadAllText(Kata.Full("Contest/minimum_spanning_tree.cs"));
        Assert.Equal(["Prim"], WithInstead(Call, "var (tree, total) = Prim."));
        Assert.Equal(["Kruskal", "Prim"], WithInstead(Call, "Kruskal.Forest(n, edges);\n    var (tree, total) = Prim."));
        Assert.Equal(["Prim"], WithInstead(Using, $"{Using}\nusing Kruskal = Etudes.Graph.Prim;"));

        IEnumerable<string> WithInstead(string old, string changed) =>
            new ContestProgram(new("changed.cs", text.Replace(old, changed))).Answers().Order();
    }
}
