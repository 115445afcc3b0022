using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The verdicts of check for tools, and on files in the place of the stub.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Crash = "{ Console.WriteLine(\"here\"); throw new FormatException(\"\\u0001\"); }";

    private readonly Workspace _work = new();

    [Fact]
    public void A_check_for_tools_says_nothing_else_and_its_exit_code_tells_the_state()
    {
        var (code, check) = CheckedForTools();
        Assert.Equal((1, "NotWritten"), (code, check.GetProperty("state").GetString()));

        _work.Answer = "namespace Etudes.Heap; oops";
        (code, check) = CheckedForTools();
        Assert.Equal((1, "Red"), (code, check.GetProperty("state").GetString()));
        Assert.Contains("error CS", check.GetProperty("obstacles")[0].GetString());

        _work.Answer = Workspace.Green;
        (code, check) = CheckedForTools();
        Assert.Equal((0, "Green"), (code, check.GetProperty("state").GetString()));
        Assert.Equal(check.GetProperty("laws").GetInt32(), check.GetProperty("held").GetInt32());
    }

    [Fact]
    public void A_process_says_what_a_run_within_the_tests_says()
    {
        foreach (string answer in (string[])[Workspace.Stub, Workspace.Red, Workspace.Green])
        {
            _work.Answer = answer;
            var (here, process) = (_work.Kata("check", "TopK", "--json"), _work.KataAsProcess("check", "TopK", "--json"));
            Assert.Equal((here.Code, Untimed(here.Output), here.Errors), (process.Code, Untimed(process.Output), process.Errors));
        }

        static string Untimed(string report) => Regex.Replace(report, "\"seconds\":[\\d.E-]+", "");
    }

    /// <summary>README.md shows the verdict of such an answer: the same fields, the same kinds of values.</summary>
    [Fact]
    public void The_report_has_the_fields_that_README_tells_of()
    {
        _work.Answer = Workspace.Red;
        var said = _work.Kata("check", "TopK", "--json");
        using var actual = JsonDocument.Parse(said.Output);
        string readme = File.ReadAllText(Repository.Full("Dojo/README.md"));
        using var told = JsonDocument.Parse(Regex.Match(readme, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        Assert.Equal(Fields(told.RootElement), Fields(actual.RootElement));
        Assert.Equal((1, 2), (said.Code, actual.RootElement.GetProperty("version").GetInt32()));
        Assert.Equal("Red", actual.RootElement.GetProperty("checks")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void A_verdict_for_tools_has_its_parts()
    {
        _work.Answer = Workspace.Stub.Replace("=> throw new NotImplementedException();", Crash);
        var verdict = CheckedForTools().Check.GetProperty("verdicts")[0];
        Assert.Equal(("Broken", "FormatException: \u0001", "here\n"), (verdict.GetProperty("outcome").GetString(), verdict.GetProperty("sentence").GetString(), verdict.GetProperty("printed").GetString()));
        Assert.Equal(("Largest", "Katas/Heap/TopK/TopK.cs", 5), (verdict.GetProperty("place").GetProperty("member").GetString(),
            verdict.GetProperty("place").GetProperty("file").GetString(), verdict.GetProperty("place").GetProperty("line").GetInt32()));
        Assert.Equal("sequence", verdict.GetProperty("arguments")[0].GetProperty("shape").GetProperty("kind").GetString());
    }

    [Fact]
    public void For_build_servers_there_is_a_test_case_per_law()
    {
        _work.Answer = Workspace.Stub.Replace("=> throw new NotImplementedException();", Crash);
        string file = _work.Full("verdicts.xml");
        int laws = CheckedForTools("--junit", file).Check.GetProperty("laws").GetInt32();
        var suite = XDocument.Load(file).Root!.Element("testsuite")!;
        Assert.Equal(("Katas/Heap/TopK/TopK.cs", $"{laws}", laws), ((string)suite.Attribute("name")!, (string)suite.Attribute("tests")!, suite.Elements("testcase").Count()));
        Assert.Equal($"{suite.Descendants("failure").Count()}", (string)suite.Attribute("failures")!);
        var first = suite.Elements("testcase").First();
        Assert.Equal(("TopK", "keeps the k largest in descending order", "FormatException: ?"),
            ((string)first.Attribute("classname")!, (string)first.Attribute("name")!, (string)first.Element("failure")!.Attribute("message")!));

        _work.Answer = Workspace.Stub;
        var refused = _work.Kata("check", "TopK", "--junit", _work.Full("no/such/folder.xml"));
        Assert.Equal((2, 1), (refused.Code, refused.Errors.TrimEnd().Split('\n').Length));
        Assert.StartsWith("--junit cannot write ", refused.Errors);
    }

    [Fact]
    public void Files_are_judged_in_the_place_of_the_stub_which_nobody_touches()
    {
        _work.Write("ada/TopK.cs", Workspace.Green);
        _work.Write("bob/Mine.cs", Workspace.Stub.Replace("=> throw new NotImplementedException();", Crash));
        _work.Write("eve/TopK.cs", "oops");
        var said = _work.Kata("check", "topk", "--file", _work.Full("ada/TopK.cs"), _work.Full("bob/Mine.cs"), _work.Full("eve/TopK.cs"), _work.Full("none.cs"));
        Assert.Equal((1, ""), (said.Code, said.Errors));
        Assert.Contains($"{_work.Full("ada/TopK.cs")}\n", said.Output);
        Assert.Contains("TopK is green", said.Output);
        Assert.Contains($" in TopK.Largest ({_work.Full("bob/Mine.cs")}:5)\n", said.Output);
        Assert.Matches(@"\n \d+ of \d+ laws hold\n", said.Output);
        Assert.Contains($"{_work.Full("eve/TopK.cs")}(1,1): error CS", said.Output);
        Assert.Contains("none.cs cannot be read", said.Output);
        Assert.EndsWith("1 of 4 files are green\n", said.Output);
        Assert.Equal(Workspace.Stub, _work.Answer);
        Assert.False(Directory.Exists(_work.Full(".kata")));
        Assert.Equal(0, _work.Kata("check", "TopK", "--file", _work.Full("ada/TopK.cs")).Code);
    }

    [Fact]
    public void What_a_file_needs_lies_beside_it_or_is_the_reference()
    {
        string kruskal = $"// Needs: DisjointSets\n{File.ReadAllText(Repository.Full("Solutions/Graph/Kruskal.cs")).Replace("partial class Kruskal", "class Kruskal : IKruskal")}";
        string sets = File.ReadAllText(Repository.Full("Solutions/Graph/DisjointSets.cs"));
        _work.Write("Solutions/Graph/DisjointSets.cs", sets);
        _work.Write("mine/Kruskal.cs", kruskal);
        Assert.Equal(0, _work.Kata("check", "Kruskal", "--file", _work.Full("mine/Kruskal.cs")).Code);
        _work.Write("mine/DisjointSets.cs", "oops");
        Assert.Contains($"{_work.Full("mine/DisjointSets.cs")}(1,1): error CS", _work.Kata("check", "Kruskal", "--file", _work.Full("mine/Kruskal.cs")).Output);
    }

    [Fact]
    public void Files_that_are_meant_to_be_wrong_are_caught_or_make_a_pull_request()
    {
        _work.Write("wrong.cs", Workspace.Red);
        _work.Write("right.cs", Workspace.Green);
        var caught = _work.Kata("check", "TopK", "--wrong", "--file", _work.Full("wrong.cs"));
        Assert.Equal(0, caught.Code);
        Assert.EndsWith(" caught, as it should be. The first law that it breaks is TopK: keeps the k largest in descending order\n", caught.Output);
        var missed = _work.Kata("check", "TopK", "--wrong", "--file", _work.Full("wrong.cs"), _work.Full("right.cs"));
        Assert.Equal(1, missed.Code);
        Assert.Matches(@"\n No law catches it.*\n.* Properties/Heap/TopKProperties\.cs,\n.* Properties/Heap/TopKMistakes\.cs:\n[^$]*\[Breaks\([^$]*\n1 of 2 files are caught\n$", missed.Output);
        Assert.DoesNotContain("caught", _work.Kata("check", "TopK", "--file", _work.Full("wrong.cs")).Output);
        Assert.Equal((2, "--wrong wants files: kata check TopK --file Wrong.cs --wrong.\n"), _work.Kata("check", "TopK", "--wrong") is var refused ? (refused.Code, refused.Errors) : default);
    }

    [Fact]
    public void A_file_that_cannot_be_judged_is_not_caught()
    {
        _work.Write("wrong.cs", "oops");
        Assert.Equal(1, _work.Kata("check", "TopK", "--wrong", "--file", _work.Full("wrong.cs")).Code);
    }

    [Fact]
    public void Control_characters_of_an_answer_do_not_reach_the_terminal()
    {
        _work.Answer = Workspace.Stub.Replace("=> throw new NotImplementedException();", "{ Console.WriteLine(\"\\u001b[2J\"); throw new FormatException(\"\\u001b]0;mine\\u0007\\u202e\"); }");
        var said = _work.KataAsProcess("check", "TopK");
        Assert.Contains(@" FormatException: \u001b]0;mine\u0007\u202e", said.Output);
        Assert.Contains(@" it printed: \u001b[2J", said.Output);
        Assert.DoesNotContain("\u001b", said.Output);
        _work.Answer = Workspace.Stub.Replace("Largest(IEnumerable", "\u001b(IEnumerable");
        Assert.DoesNotContain("\u001b", _work.Kata("check", "TopK").Output);
    }

    private (int Code, JsonElement Check) CheckedForTools(params string[] flags)
    {
        var said = _work.Kata(["check", "topk", "--json", .. flags]);
        Assert.Equal("", said.Errors);
        return (said.Code, JsonDocument.Parse(said.Output).RootElement.GetProperty("checks")[0]);
    }

    /// <summary>The paths of all fields; of a list those of its first item.</summary>
    private static string[] Fields(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(field => Fields(field.Value, $"{path}/{field.Name}"))],
        JsonValueKind.Array when element.GetArrayLength() > 0 => Fields(element[0], $"{path}[]"),
        _ => [path],
    };

    [Fact]
    public void What_does_not_parse_is_not_green()
    {
        string without = "Largest(stream, k, Comparer<int>.Default)";
        Assert.Contains($"{without};", Workspace.Green);
        _work.Answer = Workspace.Green.Replace($"{without};", without);
        var said = _work.Kata("check", "TopK");
        Assert.Equal(1, said.Code);
        Assert.Contains("error CS1002: ; expected", said.Output);
        Assert.Matches(@"\n \S.*Comparer<int>\.Default\)\n +\^\n", said.Output);
        _work.Answer = $"{Workspace.Green}class {new string(' ', 200)}";
        Assert.Contains("error CS1001: ", _work.Kata("check", "TopK").Output);
    }

    [Theory]
    [InlineData(false, "check", "TopK")]
    [InlineData(true, "check", "TopK", "--seed", "7")]
    public void How_to_repeat_a_case_is_told_only_where_a_seed_was_drawn(bool isTold, params string[] call)
    {
        _work.Answer = Workspace.Red;
        Assert.Equal(isTold, _work.Kata(call).Output.Contains("again:"));
        Assert.Equal(isTold, _work.Kata("check", "TopK").Output.Contains("again:")); // which remembers that case
    }

    public void Dispose() => _work.Dispose();
}
