using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>What the command answers to a call: exit codes, one sentence where it cannot serve, JSON for tools.</summary>
public sealed class CallTests : IDisposable
{
    private readonly Workspace _work = new();

    [Theory]
    [InlineData("check TopKK", "'TopKK' is no kata; did you mean TopK, ")]
    [InlineData("hint", "kata hint wants the name of a kata")]
    [InlineData("lisst", "did you mean list?")]
    [InlineData("check --jsn", "'--jsn' is no flag")]
    [InlineData("list --jsn", "'--jsn' is no flag of kata list")]
    [InlineData("watch TopK MinHeap", "'MinHeap' is one word too many")]
    [InlineData("check --seed x", "--seed wants an integer, and 'x' is none.")]
    [InlineData("check --all TopK", "--all checks every kata")]
    [InlineData("paste", "kata paste wants the name of an answer, or --file")]
    [InlineData("paste TopK --file p.cs", "kata paste wants the name of an answer, or --file")]
    [InlineData("paste --file", "kata paste wants the name of an answer, or --file")]
    [InlineData("paste --file no.cs", "no.cs cannot be read")]
    [InlineData("paste TopKK", "'TopKK' is no answer; did you mean TopK, ")]
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
    [InlineData("check TopKK", "'TopKK' is no kata; did you mean TopK, ")]
    [InlineData("reset TopK", "--yes does it unasked")]
    [InlineData("solution TopK", "TopK is not green yet")]
    [InlineData("diff TopK", "TopK is not green yet")]
    [InlineData("bench TopK", "TopK is not green")]
    public void What_cannot_be_served_is_one_sentence_and_exit_code_2(string call, string words) => MustBeOneSentence(_work.Kata(call.Split(' ')), words);

    private static void MustBeOneSentence(Said said, string words)
    {
        Assert.Contains(words, said.Errors);
        Assert.Equal((2, "", 1), (said.Code, said.Output, said.Errors.TrimEnd().Split('\n').Length));
    }

    [Fact]
    public void A_wrong_seed_in_the_environment_is_one_sentence()
    {
        _work.Environment["KATA_SEED"] = "x";
        var said = _work.Kata("check", "TopK");
        Assert.Equal((2, "KATA_SEED is 'x'; expected an integer"), (said.Code, said.Errors.TrimEnd()));
    }

    [Fact]
    public void A_mistake_of_ours_is_one_sentence_and_shows_its_stack_on_demand()
    {
        File.Delete(_work.Full("Katas/Heap/TopK/README.md"));
        var said = _work.Kata("list");
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
    public void Without_a_name_the_next_kata_is_checked_and_named()
    {
        _work.Write("Katas/Heap/MinHeap/MinHeap.cs", "");
        var said = _work.Kata("check");
        Assert.Equal(1, said.Code);
        Assert.StartsWith("MinHeap is the next kata that is not green.", said.Output);
    }

    [Fact]
    public void Open_prints_the_paths_and_starts_the_editor_with_its_arguments()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(3, _work.Kata("open", "TopK").Output.TrimEnd().Split('\n').Length);
        _work.Environment["EDITOR"] = "touch -r /";
        Assert.Equal(0, _work.Kata("open", "TopK").Code);
        Assert.Equal(File.GetLastWriteTimeUtc("/"), File.GetLastWriteTimeUtc(_work.Full("Katas/Heap/TopK/TopK.cs")));
        _work.Environment["EDITOR"] = "no-such-editor";
        Assert.Equal(2, _work.Kata("open", "TopK").Code);
    }

    public void Dispose() => _work.Dispose();
}
