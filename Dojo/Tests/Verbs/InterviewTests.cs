using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>kata interview through a pipe, from the statement to the card.</summary>
public sealed class InterviewTests : IDisposable
{
    private const string Examples = """
        namespace Etudes.Heap;

        public static class TopKExamples
        {
            [Example] public static void Three() => Must.Be([4, 3], TopK.Largest([3, 1, 4], 2), "the two largest");
        }
        """;

    private readonly Workspace _work = new Workspace().WithHistory();

    [Fact]
    public void From_the_statement_to_the_card()
    {
        _work.Write("Katas/Heap/TopK/TopK.Examples.cs", Examples);
        _work.Answer = Workspace.Red;
        var begun = Interview("\nsort them, n lg n\nfoo\nO(N lg K)\nn\ncq", "TopK");
        Assert.Equal((0, ""), (begun.Code, begun.Errors));
        InOrder(begun.Output, "interview  45:00 left of 45 min  TopK: ask, and write examples", "Ask aloud what is open.", "Your examples are kept: .kata/attempts/TopK/",
            "the simplest way that works, and its cost: ", "cost (time): O(", "'foo' is no part of a cost; say it like n² log m.", "cost (space): O(",
            "Write it: Katas/Heap/TopK/TopK.cs", " not written yet: TopK.Largest", "The interview waits: kata interview --continue goes on with it.");
        Assert.DoesNotContain("Level", begun.Output); // nor where else it is asked
        Assert.DoesNotContain("LeetCode", begun.Output);
        Assert.DoesNotContain("Contract.cs", begun.Output[..begun.Output.IndexOf("cost (space)", StringComparison.Ordinal)]); // its docs tell the cost
        Assert.Equal(Workspace.Stub, _work.Answer);
        Assert.DoesNotContain("Three", _work.Read("Katas/Heap/TopK/TopK.Examples.cs"));
        Assert.Equal((2, "", "An interview on TopK goes on: kata interview --continue, or --drop ends it.\n"), Interview("", "BottomK") is var other ? (other.Code, other.Output, other.Errors) : default);

        _work.Answer = Workspace.Green;
        _work.Write("Katas/Heap/TopK/TopK.Examples.cs", Examples);
        int followUps = KataHints.Of(Kata.Named("TopK")).FollowUps.Count; // two keys each, and three steps around them
        var ended = Interview($"eh\n\nc{new string('\n', 2 * followUps + 2)}43\n", "--continue");
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        InOrder(ended.Output, " your 1 example catches ", "Nothing has been checked yet; Enter once more", "Go through your own code with one example", "TopK is green: all ", "Follow-up 1 of ", "The reference beside yours",
            "Communication: you, or better who listened, press a number", "Problem solving: you, or better who listened", "The card: .kata/private/");
        string card = _work.Read(ended.Output.TrimEnd().Split("The card: ")[1]);
        Assert.Contains("| time | O(N lg K) | n log k | right |", card);
        Assert.Contains("| space | n | k | not the same |", card);
        Assert.Contains("| checks | 1, of them 0 that did not compile |", card);
        Assert.Contains("| hints | 1 |", card);
        Assert.Contains("| Communication | 4 of 4, strong |", card);
        Assert.Contains("| Problem solving | 3 of 4, good |", card);
        Assert.Contains("| Technical competency | 4 of 4, strong |", card);
        Assert.Equal("*\n", _work.Read(".kata/private/.gitignore"));
        Assert.StartsWith("interview 2", _work.Kata("history", "TopK").Output);
        Assert.Equal((2, "No interview goes on; kata interview begins one.\n"), Interview("", "--continue") is var none ? (none.Code, none.Errors) : default);
    }

    [Fact]
    public void The_clock_stands_while_nobody_is_there_and_its_end_ends_nothing()
    {
        Interview("q", "TopK", "--minutes", "1");
        var state = JsonSerializer.Deserialize<JsonElement>(_work.Read(".kata/private/interview.json"));
        Assert.InRange(state.GetProperty("spent").GetDouble(), 0, 30);
        string kept = _work.Read(".kata/private/interview.json");
        _work.Write(".kata/private/interview.json", kept.Replace($"\"spent\": {state.GetProperty("spent").GetRawText()}", "\"spent\": 75"));
        _work.Environment["KATA_NOW"] = "2020-01-01T00:00:00Z"; // a clock that was set back
        Assert.Contains("interview  time is over since 0:15  TopK: ask, and write examples", Interview("q", "--continue").Output);
    }

    [Fact]
    public void What_is_passed_over_is_not_right_and_what_is_left_can_be_dropped()
    {
        var left = Interview("\n\n\n\n\u001b", "TopK");
        Assert.Contains("\nEnter alone passes a cost over", left.Output);
        Interview("\n\n\nq", "--continue");
        var state = JsonSerializer.Deserialize<JsonElement>(_work.Read(".kata/private/interview.json"));
        Assert.Equal(["-", "-"], state.GetProperty("costs").EnumerateArray().Select(cost => cost.GetProperty("said").GetString()));
        Assert.Equal((0, "The interview on TopK is dropped.\n"), Interview("", "--drop") is var dropped ? (dropped.Code, dropped.Output) : default);
        Assert.Equal(2, Interview("", "--continue").Code);
    }

    [Theory]
    [InlineData("{ oops", "cannot be read (")]
    [InlineData("{ \"version\": 9, \"kata\": \"TopK\", \"minutes\": 1, \"began\": \"2026-01-01T00:00:00Z\" }", "is of version 9, and this kata command reads up to version 1")]
    public void A_state_that_cannot_be_read_is_one_sentence_and_stays(string text, string said)
    {
        _work.Write(".kata/private/interview.json", text);
        var refused = Interview("", "--continue");
        Assert.Equal((2, "", 1), (refused.Code, refused.Output, refused.Errors.TrimEnd().Split('\n').Length));
        Assert.StartsWith($".kata/private/interview.json {said}", refused.Errors);
        Assert.Equal(text, _work.Read(".kata/private/interview.json"));
    }

    [Fact]
    public void The_sheet_has_what_an_interviewer_wants_to_know()
    {
        var sheet = _work.Kata("interview", "TopK", "--sheet");
        Assert.Equal((0, ""), (sheet.Code, sheet.Errors));
        InOrder(sheet.Output, "# TopK: the interviewer's sheet", "## The problem", "Numbers stream past", "A negative $k$ throws", "## What to listen for", "## Costs to reach", "O(n log k)",
            "## Where candidates go wrong", "fill the result from its end", "## Hints", "## Follow-ups", "## Rubric", "**Testing**");
    }

    [Theory]
    [InlineData("--minutes wants a number from 1 to 600, and '0' is none.", "--minutes", "0")]
    [InlineData("--sheet wants the name of a kata: kata interview TopK --sheet.", "--sheet")]
    [InlineData("--continue goes on with the interview as it was begun; leave the rest out.", "TopK", "--continue")]
    [InlineData("'tree' is no kata; did you mean ", "tree")]
    public void What_cannot_be_served_is_one_sentence(string sentence, params string[] arguments)
    {
        var refused = Interview("", arguments);
        Assert.Equal((2, 1), (refused.Code, refused.Errors.TrimEnd().Split('\n').Length));
        Assert.StartsWith(sentence, refused.Errors);
    }

    private Said Interview(string keys, params string[] arguments)
    {
        using var command = _work.Start(["interview", .. arguments]);
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        try { command.StandardInput.Write(keys); }
        catch (IOException) { } // it has refused already
        command.StandardInput.Close();
        Assert.True(command.WaitForExit(TimeSpan.FromMinutes(2)));
        return new(command.ExitCode, output.Result, errors.Result);
    }

    private static void InOrder(string text, params string[] parts)
    {
        int at = 0;
        foreach (string part in parts)
        {
            int found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' does not follow in:\n{text[at..]}");
            at = found + part.Length;
        }
    }

    public void Dispose() => _work.Dispose();
}
