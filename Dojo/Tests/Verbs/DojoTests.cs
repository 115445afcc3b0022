using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Etudes.Dojo;

/// <summary>A dojo as one types it.</summary>
public sealed class DojoTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Workspace _wall = new(), _laptop = new();
    private readonly List<Process> _running = [];

    public void Dispose()
    {
        foreach (var process in _running)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
        _wall.Dispose();
        _laptop.Dispose();
    }

    [Theory]
    [InlineData("dojo wants one of host, join, review", "dojo")]
    [InlineData("'x' is one word too many for kata dojo", "dojo", "x")]
    [InlineData("'--foo' is no flag of kata dojo host; kata dojo host --help lists them.", "dojo", "host", "--foo")]
    [InlineData("--plan wants phases with their minutes", "dojo", "host", "--plan", "setup")]
    [InlineData("--turn wants a number from 0 to 600, and 'soon' is none.", "dojo", "host", "--turn", "soon")]
    [InlineData("--port wants a number from 1 to 65535, and '0' is none.", "dojo", "host", "--port", "0")]
    [InlineData("'TopKK' is no kata; did you mean TopK", "dojo", "host", "TopKK")]
    [InlineData("'/no/folder' is no folder; make it where all laptops can write.", "dojo", "host", "--folder", "/no/folder")]
    [InlineData("--name wants a name of at most 40 characters.", "dojo", "host", "--name", " ")]
    [InlineData("kata dojo join wants a value", "dojo", "join")]
    [InlineData("The code has six letters and stands on the board", "dojo", "join", "localhost")]
    [InlineData("The code has six letters and stands on the board", "dojo", "join", "localhost", "ABC123")]
    [InlineData("'a b' is no address of a board", "dojo", "join", "a b", "KXQWTR")]
    [InlineData("'no/folder' is no folder that can be seen from here.", "dojo", "join", "no/folder")]
    [InlineData("localhost:1 does not answer: ", "dojo", "join", "localhost:1", "KXQWTR")]
    [InlineData("No dojo was held or joined here", "dojo", "review")]
    [InlineData("'no.jsonl' is no file", "dojo", "review", "no.jsonl")]
    public void What_cannot_be_served_is_one_sentence(string sentence, params string[] arguments)
    {
        var said = _wall.Kata(arguments);
        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains(sentence, said.Errors);
        Assert.Single(said.Errors.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(_wall.Full(".kata/private/dojo")));
    }

    [Fact]
    public void Over_a_folder_a_team_joins_checks_and_looks_back()
    {
        string share = _wall.Full("share");
        Directory.CreateDirectory(share);
        Assert.Contains($"No board is held in {share}", _laptop.Kata("dojo", "join", share).Errors);

        var host = Begin(_wall, "dojo", "host", "TopK", "--folder", share, "--port", "21173", "--no-open", "--name", "ada");
        Assert.Contains($"On each laptop: ./kata dojo join {share}", Until(host, "q ends the board"));
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(share, "board.json")), s_patience);
        Assert.Contains("ada's board is there", _laptop.Kata("doctor", "--dojo", share).Output);
        Assert.Contains("the board at localhost:21173 can be reached", _laptop.Kata("doctor", "--dojo", "localhost:21173").Output);
        Assert.Contains("This board is held in another window already", _wall.Kata("dojo", "host", "--no-open").Errors);

        var join = Begin(_laptop, "dojo", "join", share, "--team", "lynx", "--names", "bob,cleo");
        Assert.Contains("This is ada's board", Until(join, "not written yet: TopK.Largest"));
        _laptop.Answer = Workspace.Red;
        Until(join, "TopK.Largest should be [0] but is []");
        SpinWait.SpinUntil(() => Record().Contains("\"kind\":\"check\""), s_patience);
        Assert.Contains("in another window already", _laptop.Kata("dojo", "join", share).Errors);
        Press(join, 't');
        Until(join, "cleo drives.");
        End(join);
        SpinWait.SpinUntil(() => Record().Contains("\"driver\":\"cleo\""), s_patience);
        End(host);
        Directory.Move(share, $"{share}.away");
        join = Begin(_laptop, "dojo", "join", share);
        Until(join, $"The board is away ('{share}' is no folder that can be seen from here): you go on");
        Until(join, "TopK.Largest should be [0] but is []");
        End(join);
        Assert.Contains("is no folder that can be seen from here", _wall.Kata("dojo", "join", share).Errors);

        Assert.Contains("The review is ", _wall.Kata("dojo", "review", "--no-open", "--out", _wall.Full("review.html")).Output);
        string review = _wall.Read("review.html");
        Assert.Contains("lynx", review);
        Assert.DoesNotContain("cleo", review);
        Assert.Contains("TopK: keeps the k largest in descending order", review);
    }

    [Fact]
    public void A_laptop_hears_its_board_without_a_check()
    {
        string said = Until(Begin(_wall, "dojo", "host", "TopK", "--port", "21174", "--no-open"), JoinsAt(21174)), address = Regex.Match(said, @"http://\S+").Value;
        var join = Begin(_laptop, "dojo", "join", "localhost:21174", CodeIn(said), "--team", "lynx");
        Until(join, "not written yet: TopK.Largest");
        Act("hint");
        Until(join, "A hint for all on TopK: ");
        Act("row/0", "<wolf>");
        Until(join, "The board: your row is named <wolf> now.");
        Act("kata", "Kruskal");
        Act("hint");
        Until(join, "The board proposes Kruskal");
        Press(join, 'y');
        Until(join, "A hint for all on Kruskal: "); // it has waited until the kata was taken
        Assert.True(SpinWait.SpinUntil(() => Record().Contains("\"kata\":\"Kruskal\",\"team\""), s_patience));

        void Act(string act, string text = "")
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            using var answer = client.PostAsync(new Uri(address + act), new StringContent(text)).GetAwaiter().GetResult();
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    [Fact]
    public void Who_has_joined_goes_on_while_the_board_is_away_and_who_has_not_is_refused()
    {
        string[] line = ["dojo", "host", "TopK", "--port", "21175", "--no-open", "--name", "ada", "--turn", "7"];
        var host = Begin(_wall, line);
        string[] joins = ["dojo", "join", "localhost:21175", CodeIn(Until(host, JoinsAt(21175)))];
        var join = Begin(_laptop, [.. joins, "--team", "lynx", "--names", "bob,cleo"]);
        Until(join, "not written yet: TopK.Largest");
        Assert.True(SpinWait.SpinUntil(() => Record().Contains("\"driver\":\"bob\""), s_patience));
        End(join);
        End(host);

        var stranger = _wall.Kata(joins);
        Assert.Equal(2, stranger.Code);
        Assert.Contains("localhost:21175 does not answer: ", stranger.Errors);
        join = Begin(_laptop, joins);
        string said = Until(join, "not written yet: TopK.Largest");
        Assert.Contains("This is ada's board", said);
        Assert.Contains("You are lynx again, with bob, cleo", said);
        Assert.Contains("The board is away (localhost:21175 does not answer: ", said);
        _laptop.Answer = Workspace.Red;
        Until(join, "TopK.Largest should be [0] but is []");
        Press(join, 't');
        Until(join, "cleo drives.");
        Assert.DoesNotContain("\"kind\":\"check\"", Record());
        Begin(_wall, line);
        Assert.True(SpinWait.SpinUntil(() => Record().Contains("\"driver\":\"cleo\""), s_patience));
        Assert.True(SpinWait.SpinUntil(() => Record().Contains("\"kind\":\"check\""), s_patience)); // a check is told at its end, which may come after the turn
    }

    private static string JoinsAt(int port) => $"On each laptop: ./kata dojo join localhost:{port} ";

    private static string CodeIn(string said) => Regex.Match(said, "dojo join localhost:[0-9]+ ([A-Z]{6})").Groups[1].Value;

    private string Record() => Directory.EnumerateFiles(_wall.Full(".kata/private/dojo"), "board-*.jsonl").Select(File.ReadAllText).Single();

    private Process Begin(Workspace work, params string[] arguments)
    {
        var process = work.Start(arguments);
        _running.Add(process);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>All that it says until it has said something.</summary>
    private static string Until(Process process, string words)
    {
        var said = new StringBuilder();
        while (!said.ToString().Contains(words))
        {
            var line = process.StandardOutput.ReadLineAsync();
            Assert.True(line.Wait(s_patience) && line.Result is not null, $"it never said '{words}':\n{said}");
            said.AppendLine(line.Result);
        }
        return said.ToString();
    }

    private static void Press(Process process, char key)
    {
        process.StandardInput.Write(key);
        process.StandardInput.Flush();
    }

    private static void End(Process process)
    {
        Press(process, 'q');
        Assert.True(process.WaitForExit(s_patience));
    }
}
