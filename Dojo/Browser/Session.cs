using System.Diagnostics;
using System.Text;

namespace Etudes.Dojo;

/// <summary>A learner at work: a copy of the katas, a watch with its page, and a browser that shows it.</summary>
public sealed class Session : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly string _kata;
    private readonly StringBuilder _log = new();
    private Process _watch = null!;

    private Session(IBrowserContext window, string kata) => (_window, _kata) = (window, kata);

    public Workspace Work { get; } = new();

    /// <summary>The first tab.</summary>
    public IPage Page { get; private set; } = null!;

    public string Address { get; private set; } = "";

    /// <summary>A line that the watch says at its terminal.</summary>
    public event Action<string>? Told;

    /// <summary>What the browser's console said of errors, in all tabs; refused by the content policy is one.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>All addresses that were asked for, in all tabs.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>How often a page was loaded, in all tabs.</summary>
    public int Loads { get; private set; }

    public ILocator Light => Page.Locator("#light");

    public ILocator Verdict => Page.Locator("#verdict");

    /// <param name="answer">What the learner has written when the watch begins.</param>
    public static async Task<Session> Begin(Chromium chromium, string kata = "TopK", string? answer = null)
    {
        var session = new Session(await chromium.Window(), kata);
        session.Save(answer ?? Workspace.Stub);
        session.Page = await session.Tab();
        return session;
    }

    /// <summary>Saves an answer for the kata, as an editor does.</summary>
    public void Save(string answer) => Save(_kata, answer);

    public void Save(string kata, string answer) => Work.Write(Etudes.Dojo.Kata.Find(kata)!.Stub, answer);

    /// <summary>A wrong answer of those that the tests of the diagnosis have.</summary>
    public static string Wrong(string path) => File.ReadAllText(Repository.Full($"Dojo/Tests/Judging/WrongAnswers/{path}.cs"));

    /// <summary>Opens the page once more.</summary>
    public async Task<IPage> Tab()
    {
        if (Address == "") await StartWatch();
        var tab = await _window.NewPageAsync();
        tab.Console += (_, message) => { if (message.Type is "error" or "warning") Errors.Add(message.Text); };
        tab.PageError += (_, error) => Errors.Add(error);
        tab.Request += (_, request) => Requests.Add(request.Url);
        tab.Load += (_, _) => Loads++;
        await tab.GotoAsync(Address);
        return tab;
    }

    /// <summary>A second time the watch gets the port that it had.</summary>
    public async Task StartWatch()
    {
        string[] port = Address == "" ? [] : ["--port", $"{new Uri(Address).Port}"];
        _watch = Work.Start([_kata, "--page", "--no-open", .. port]);
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _watch.OutputDataReceived += (_, line) => Read(line.Data);
        _watch.ErrorDataReceived += (_, line) => Read(line.Data);
        _watch.EnableRaisingEvents = true;
        _watch.Exited += (_, _) => found.TrySetException(new InvalidOperationException("the watch has ended"));
        _watch.BeginOutputReadLine();
        _watch.BeginErrorReadLine();
        try { Address = await found.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience)); }
        catch (Exception e) { throw new InvalidOperationException($"there is no page: {e.Message}\n{_log}"); }

        void Read(string? line)
        {
            const string told = "the page: ";
            if (line is not null) Told?.Invoke(line);
            lock (_log) _log.AppendLine(line);
            if (line?.IndexOf(told, StringComparison.Ordinal) is { } at and >= 0) found.TrySetResult(line[(at + told.Length)..].Trim());
        }
    }

    public async Task EndWatch()
    {
        await _watch.StandardInput.WriteAsync('q');
        await _watch.StandardInput.FlushAsync();
        await _watch.WaitForExitAsync().WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience));
        _watch.Dispose();
    }

    /// <summary>Each tab was loaded once, nothing was asked of anybody else, and the browser had nothing to complain of.</summary>
    public void MustBeClean()
    {
        Assert.Equal(_window.Pages.Count, Loads);
        string origin = new Uri(Address).GetLeftPart(UriPartial.Authority);
        Assert.All(Requests, request => Assert.StartsWith($"{origin}/", request));
        Assert.Empty(Errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _window.CloseAsync();
        try { _watch.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { } // it has ended
        _watch.Dispose();
        Work.Dispose();
    }
}
