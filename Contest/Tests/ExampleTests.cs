using System.Text.RegularExpressions;
using Etudes.Dojo;

namespace Etudes.Contest;

/// <summary>The programs of the package's README do what it says they do, and paste.</summary>
public sealed partial class ExampleTests
{
    private const int Longest = 30;

    private static readonly (string Program, string Input, string Output)[] s_examples =
        [.. Example().Matches(File.ReadAllText(Kata.Full("Solutions/README.md"))).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value))];

    public static TheoryData<int> Examples => new(Enumerable.Range(0, s_examples.Length));

    [Fact]
    public void There_are_five() => Assert.Equal(5, s_examples.Length);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_writes_what_it_says(int place)
    {
        var (text, input, output) = s_examples[place];
        var program = new ContestProgram(new UserProgram("example.cs", text));
        Assert.InRange(text.Split('\n').Length, 1, Longest);
        Assert.Equal(new RunResult(0, output, ""), program.Run(input));
        Assert.Equal((2, ""), program.Run($"{input}x") is var wrong ? (wrong.ExitCode, wrong.Output) : default);
    }

    /// <summary>A program, its input and its output, one behind the other.</summary>
    [GeneratedRegex("```csharp\n([^`]*)```\n\n```text\n([^`]*)```\n\n```text\n([^`]*)```")]
    private static partial Regex Example();
}
