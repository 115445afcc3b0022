using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>What the command answers to a call: exit codes, one sentence where it cannot serve, JSON for tools.</summary>
public sealed class CallTests : IDisposable
{
    private readonly Workspace _work = new();

    [Theory]
    [InlineData("check TopKK", "'TopKK' is no kata; did you mean TopK?")]
    [InlineData("lisst", "'lisst' is neither a verb nor a kata; did you mean list?")]
    [InlineData("hitory TopK", "'hitory' is neither a verb nor a kata; did you mean history?")]
    [InlineData("--by-key", "'--by-key' is no flag of kata alone; kata watch --help")]
    [InlineData("medain", "did you mean RunningMedian, SlidingMedian?")]
    [InlineData("list moth", "'moth' is no track; they are Heap, Graph, ML.")]
    [InlineData("list --level 4", "--level wants 1, 2 or 3, and not '4'.")]
    [InlineData("doctor --completion fish", "--completion wants bash, zsh or pwsh, and not 'fish'.")]
    [InlineData("check --jsn", "'--jsn' is no flag")]
    [InlineData("list --jsn", "'--jsn' is no flag of kata list")]
    [InlineData("watch TopK MinHeap", "'MinHeap' is one word too many")]
    [InlineData("check --seed x", "--seed wants an integer, and 'x' is none.")]
    [InlineData("check --all TopK", "--all checks every kata")]
    [InlineData("paste", "kata paste wants the name of an answer or the path of a program")]
    [InlineData("paste TopK --file p.cs", "kata paste wants the name of an answer or the path of a program")]
    [InlineData("paste --file", "kata paste wants the name of an answer or the path of a program")]
    [InlineData("paste --file no.cs", "no.cs cannot be read")]
    [InlineData("paste no.cs", "no.cs cannot be read")]
    [InlineData("judge", "kata judge wants a value")]
    [InlineData("judge p.cs nowhere", "nowhere has no folder in; expected in/NAME.in, and out/NAME.out for each.")]
    [InlineData("judge p.cs . --time-limit 0", "--time-limit wants a number above 0, and '0' is none.")]
    [InlineData("judge p.cs . --checker a --tolerance 1", "leave --checker or --tolerance out")]
    [InlineData("paste TopKK", "'TopKK' is no answer; did you mean ")]
    [InlineData("check --fresh --seed 3", "leave --seed out")]
    [InlineData("check --file a.cs", "--file wants the name of one kata")]
    [InlineData("check TopK MinHeap --file a.cs", "--file wants the name of one kata")]
    [InlineData("check TopK --file", "--file wants a value")]
    public async Task A_call_that_cannot_be_understood_is_one_sentence_and_exit_code_2(string call, string words)
    {
        var (errors, real) = (new StringWriter(), Console.Error);
        Console.SetError(errors);
        int code = await Verbs.Run(call.Split(' '));
        Console.SetError(real);
        MustBeOneSentence(new(code, "", errors.ToString()), words);
    }

    [Theory]
    [InlineData("check TopKK", "'TopKK' is no kata; did you mean TopK?")]
    [InlineData("solution TopK", "TopK is not green yet")]
    [InlineData("solution", "MinHeap is in hand; name it to be sure: kata solution MinHeap.")]
    [InlineData("again", "MinHeap is in hand; name it to be sure: kata again MinHeap.")]
    [InlineData("bench TopK", "TopK is not green")]
    public void What_cannot_be_served_is_one_sentence_and_exit_code_2(string call, string words) => MustBeOneSentence(_work.Kata(call.Split(' ')), words);

    private static void MustBeOneSentence(Said said, string words)
    {
        Assert.Contains(words, said.Errors);
        Assert.Equal((2, "", 1), (said.Code, said.Output, said.Errors.TrimEnd().Split('\n').Length));
    }

    [Theory]
    [InlineData("KATA_SEED", "an integer")]
    [InlineData("KATA_DEADLINES", "a positive integer")]
    public void A_wrong_number_in_the_environment_is_one_sentence(string variable, string expected)
    {
        _work.Environment[variable] = "x";
        var said = _work.KataAsProcess("check", "TopK"); // which reads it once
        Assert.Equal((2, $"{variable} is 'x'; expected {expected}"), (said.Code, said.Errors.TrimEnd()));
    }

    [Fact]
    public void A_mistake_of_ours_is_one_sentence_and_shows_its_stack_on_demand()
    {
        File.Delete(_work.Full("Katas/Heap/TopK/README.md"));
        var said = _work.KataAsProcess("list");
        Assert.Equal((70, 1), (said.Code, said.Errors.TrimEnd().Split('\n').Length));
        _work.Environment["KATA_DEBUG"] = "1";
        Assert.Contains("   at ", _work.Kata("list").Errors);
    }

    [Fact]
    public void The_list_for_tools_holds_all_katas_in_the_order_of_README()
    {
        using var list = JsonDocument.Parse(_work.Kata("list", "--json").Output);
        Assert.Equal(Dojo.Kata.All.Count, list.RootElement.GetArrayLength());
        var first = list.RootElement[0];
        Assert.Equal(("MinHeap", "Heap", "NotWritten", 1), (first.GetProperty("kata").GetString(), first.GetProperty("track").GetString(),
            first.GetProperty("state").GetString(), first.GetProperty("level").GetInt32()));
    }

    [Fact]
    public void A_paste_is_the_file_alone_and_no_attempt()
    {
        var said = _work.Kata("paste", "topk");
        Assert.Equal((0, ""), (said.Code, said.Errors));
        Assert.StartsWith("// TopK of Etudes, C# 12", said.Output);
        Assert.Equal(said.Output, _work.Kata("paste", "TopK").Output);
        _work.Write("p.cs", "Console.Write(Etudes.Heap.TopK.Largest([1], 1).Length);");
        Assert.StartsWith("// p.cs with TopK of Etudes, C# 12", _work.Kata("paste", "--file", _work.Full("p.cs")).Output);
        Assert.False(Directory.Exists(_work.Full(".kata")));
    }

    [Fact]
    public void A_fresh_seed_is_named_and_can_be_had_again()
    {
        _work.Answer = Workspace.Green;
        string seed = _work.Kata("check", "TopK", "--fresh").Output.Split(':')[0];
        Assert.Matches(@"^seed \d+$", seed);
        Assert.Equal(0, _work.Kata("check", "TopK", "--seed", seed[5..]).Code);
    }

    [Fact]
    public void Without_a_name_the_kata_in_hand_is_meant()
    {
        _work.Write("Katas/Heap/MinHeap/MinHeap.cs", "");
        Assert.StartsWith("MinHeap is the kata in hand.", _work.Kata("check").Output); // the first of all
        _work.Kata("check", "TopK");
        Assert.StartsWith("Brute force (1 of ", _work.Kata("hint").Output); // of the one that was checked last
        Assert.Contains("TopK", _work.Read(".kata/log.jsonl").Split('\n')[^2]);
        _work.Answer = Workspace.Green;
        _work.Kata("check", "TopK");
        Assert.StartsWith("MinHeap is the kata in hand.", _work.Kata("check").Output); // TopK is green
        _work.Folder = "Katas/Heap/TopK";
        Assert.StartsWith("TopK is the kata in hand.", _work.Kata("check").Output);
        Assert.Contains("partial class TopK", _work.Kata("solution").Output); // named by its folder
    }

    [Fact]
    public void The_list_is_a_line_for_a_track_that_nobody_has_begun()
    {
        Assert.Equal(["Heap", "Graph", "ML"], _work.Kata("list").Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        _work.Answer = Workspace.Green;
        _work.Kata("check", "TopK");
        string list = _work.Kata("list").Output;
        Assert.Matches(@"Heap █+░+ 1 of \d+\r?\n +MinHeap", list);
        Assert.DoesNotContain("Kruskal", list);
        Assert.Contains("Kruskal", _work.Kata("list", "GRAPH").Output);
        string todo = _work.Kata("list", "heap", "--todo", "--level", "1").Output;
        Assert.Contains("BottomK", todo);
        Assert.DoesNotContain("TopK ", todo);
        Assert.DoesNotContain("RunningMedian", todo);
    }

    [Fact]
    public void Help_calls_it_kata_and_shows_a_call_of_each_verb()
    {
        string help = _work.Kata("--help").Output;
        Assert.DoesNotContain("Etudes.Dojo", help);
        foreach (string title in (string[])["Practise", "Look", "Compete", "Set up"]) Assert.Contains(title, help);
        Assert.All(Verbs.All, verb => Assert.Contains($"  {verb.Example}  ", help));
        Assert.All(Verbs.All, verb => Assert.StartsWith($"{verb.Example}: ", _work.Kata(verb.Name, "--help").Output));
    }

    [Theory]
    [InlineData("kata che", "check")]
    [InlineData("kata check Runn", "RunningMedian")]
    [InlineData("kata list gr", "Graph")]
    public void A_shell_completes_verbs_katas_and_tracks(string line, string word) =>
        Assert.Contains(word, _work.Kata($"[suggest:{line.Length}]", line).Output.Split('\n').Select(one => one.Trim()));

    [Fact]
    public void Reading_is_the_statement_and_on_demand_the_idea_or_the_follow_ups()
    {
        string statement = _work.Kata("read", "TopK").Output, idea = _work.Kata("read", "TopK", "--idea").Output, next = _work.Kata("read", "TopK", "--follow-ups").Output;
        Assert.StartsWith("Top k", statement);
        Assert.DoesNotContain("heap of size k", statement);
        Assert.Contains("heap of size k", idea);
        Assert.Contains("Target", idea);
        Assert.Contains("How do you find the k most frequent numbers?", next);
        Assert.False(Directory.Exists(_work.Full(".kata")));
    }

    [Fact]
    public void A_kata_that_is_used_but_not_named_is_suggested()
    {
        _work.Answer = Workspace.Red.Replace("=> []", "=> new DisjointSets(k) is null ? [] : []");
        Assert.Contains(" DisjointSets is a kata: the line // Needs: DisjointSets takes your own answer to it along", _work.Kata("check", "TopK").Output);
    }

    [Fact]
    public void The_doctor_says_what_is_there_and_what_is_missing()
    {
        var well = _work.Kata("doctor");
        Assert.Equal(0, well.Code);
        Assert.All(["SDK", "build", "git", "editor", "saves", "network"], what => Assert.Matches($"(?m)^ok +{what} ", well.Output));
        _work.Environment["PATH"] = _work.Root;
        var ill = _work.Kata("doctor");
        Assert.Equal(1, ill.Code);
        Assert.Matches("(?m)^missing +git +git is not installed", ill.Output);
    }

    public void Dispose() => _work.Dispose();
}
