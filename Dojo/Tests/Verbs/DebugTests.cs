using System.Text;

namespace Etudes.Dojo;

/// <summary>kata debug: the smallest counterexample beside the stub.</summary>
public sealed class DebugTests : IDisposable
{
    private const string Examples = "Katas/Heap/TopK/TopK.Examples.cs";
    private const string Call = "TopKProperties<TopK>.Keeps_the_k_largest_in_descending_order(new Source([0], Form.Array), k: 1); // TopK.Largest should be [0] but is []";

    private readonly Workspace _work = new();

    [Fact]
    public void A_red_stub_gets_its_example_which_the_next_call_replaces()
    {
        _work.Answer = Workspace.Red;
        var said = _work.Kata("debug", "topk");
        Assert.Equal((0, ""), (said.Code, said.Errors));
        Assert.Contains("\n TopK.Largest should be [0] but is []\n", said.Output);
        Assert.Contains($"{Examples} holds this case as the example Counterexample.\n", said.Output);
        string text = _work.Read(Examples);
        Assert.Contains(Call, text);

        _work.Write(Examples, text.Replace("namespace", "// mine\r\nnamespace"));
        _work.Answer = Workspace.Stub.Replace("=> throw new NotImplementedException();", "=> [.. stream.Take(k)];");
        Assert.Equal(0, _work.Kata("debug", "TopK").Code);
        string next = _work.Read(Examples);
        Assert.StartsWith("// mine\r\nnamespace", next);
        Assert.DoesNotContain("but is []", next);
        Assert.Equal(2, next.Split("[Example]").Length - 1); // in the words above the class, and on the method
    }

    [Fact]
    public void Without_a_counterexample_nothing_is_written()
    {
        var notWritten = _work.Kata("debug", "TopK");
        Assert.Equal((1, " not written yet: TopK.Largest (Katas/Heap/TopK/TopK.cs:5)\nTopK has no counterexample yet: no law has failed on an input."),
            (notWritten.Code, notWritten.Output.ReplaceLineEndings("\n").TrimEnd()));
        _work.Answer = Workspace.Green;
        var green = _work.Kata("debug", "TopK");
        Assert.Equal((0, "TopK is green: there is nothing to debug."), (green.Code, green.Output.TrimEnd()));
        _work.Answer = "oops";
        var broken = _work.Kata("debug", "TopK");
        Assert.Equal(1, broken.Code);
        Assert.StartsWith("Katas/Heap/TopK/TopK.cs(1,1): error CS", broken.Output);
        File.Delete(_work.Full("Katas/Heap/TopK/TopK.cs"));
        var gone = _work.Kata("debug", "TopK");
        Assert.Equal((1, 1), (gone.Code, gone.Output.TrimEnd().Split('\n').Length));
        Assert.False(File.Exists(_work.Full(Examples)));
    }

    [Fact]
    public void What_cannot_be_replaced_is_one_sentence_and_stays()
    {
        _work.Answer = Workspace.Red;
        byte[] latin = [.. Encoding.UTF8.GetBytes("class TopKExamples { } // "), 0xE4];
        File.WriteAllBytes(_work.Full(Examples), latin);
        MustBeRefused("is not UTF-8; it was not changed.");
        Assert.Equal(latin, File.ReadAllBytes(_work.Full(Examples)));
        File.Delete(_work.Full(Examples));
        Directory.CreateDirectory(_work.Full(Examples)); // as in a folder that is read-only, nothing can be put there
        MustBeRefused("cannot be written (");
        Assert.Equal(5, Directory.GetFileSystemEntries(_work.Full("Katas/Heap/TopK")).Length); // README, HINTS, contract, stub, and this
    }

    [Fact]
    public void A_fresh_stub_leaves_the_examples_and_an_IDE_is_told_the_kata_in_hand()
    {
        _work.WithHistory().Answer = Workspace.Red;
        _work.Kata("debug", "TopK");
        string text = _work.Read(Examples);
        Assert.Contains("<Kata>TopK</Kata>", _work.Read("Katas/InHand.user"));
        Assert.Equal(0, _work.Kata("again", "TopK").Code);
        Assert.Equal((Workspace.Stub, text), (_work.Answer, _work.Read(Examples)));
    }

    private void MustBeRefused(string words)
    {
        var said = _work.Kata("debug", "TopK");
        Assert.Equal((2, "", 1), (said.Code, said.Output, said.Errors.TrimEnd().Split('\n').Length));
        Assert.StartsWith($"{Examples} {words}", said.Errors);
    }

    public void Dispose() => _work.Dispose();
}
