using System.CommandLine;
using System.Threading.Channels;

namespace Etudes.Dojo;

/// <summary>
/// The loop that people feel: verdicts, and keys in between. It never moves on by itself.
/// </summary>
internal sealed class Watch : IDisposable
{
    /// <summary>An editor may write a file in several steps.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromMilliseconds(5);

    private static readonly Key s_next = new('n', "next", watch => watch.Show(watch.Beside(1)));
    private static readonly Key s_previous = new('p', "previous", watch => watch.Show(watch.Beside(-1)));
    private static readonly Key s_quit = new('q', "quit", watch => watch.Stop());

    private readonly Judges _judges;
    private readonly WatchPolicy _policy;
    private readonly Key[] _keys;
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>();
    private readonly SavedStubs _saved;
    private volatile Kata _kata;
    private CancellationTokenSource _cancel = new();
    private Task _running = Task.CompletedTask;

    public Watch(Judges judges, WatchPolicy policy)
    {
        (_judges, _policy, _kata) = (judges, policy, policy.Kata);
        _keys = [.. policy.CheckOn == CheckOn.Key ? (Key[])[Check.Key] : [], s_next, s_previous, List.Key, Hint.Key, Check.FreshKey, Solution.Key, s_quit];
        _saved = new(Notice);
    }

    public static Command Make()
    {
        var name = new Argument<string?>("name") { Description = "The kata; without it the next one that is not green.", Arity = ArgumentArity.ZeroOrOne };
        var byKey = new Option<bool>("--by-key") { Description = "Check when the key c is pressed, and not on a save." };
        var json = Verbs.Json();
        var command = new Command("watch", "Checks a kata on every save.") { name, byKey, json };
        command.SetAction((parsed, cancel) => Run(new(parsed.GetValue(name) is { } kata ? Kata.Named(kata) : Next,
            parsed.GetValue(byKey) ? CheckOn.Key : CheckOn.Save, parsed.GetValue(json)), cancel));
        return command;
    }

    /// <summary>What kata does alone.</summary>
    public static Task Run(CancellationToken cancel) => Run(new(Next, CheckOn.Save, Json: false), cancel);

    private static async Task Run(WatchPolicy policy, CancellationToken cancel)
    {
        _ = Progress.Of(policy.Kata); // a log that is refused ends the watch before it begins
        using var judges = new Judges();
        using var watch = new Watch(judges, policy);
        await watch.Listen(cancel);
    }

    private static Kata Next => Kata.NextUnsolved ?? Kata.All[0];

    public Kata Kata => _kata;

    /// <summary>The key that was pressed before is pressed once more.</summary>
    public bool IsRepeated { get; private set; }

    private async Task Listen(CancellationToken cancel)
    {
        new Thread(ReadKeys) { IsBackground = true }.Start();
        await Show(_kata);
        WatchEvent? before = null;
        await foreach (var happened in _events.Reader.ReadAllAsync(cancel))
        {
            IsRepeated = happened == before;
            before = happened;
            if (happened is Pressed(var letter))
            {
                var key = _keys.FirstOrDefault(key => key.Letter == letter);
                if (key is not null) await key.Act(this);
                if (key == s_quit) return;
            }
            else
            {
                await Settle();
                if (_policy.CheckOn == CheckOn.Save) await Begin(seed: null);
            }
        }
    }

    private async Task Settle()
    {
        await Task.Delay(s_settling);
        while (_events.Reader.TryPeek(out var next) && next is Saved) _events.Reader.TryRead(out _);
    }

    private Kata Beside(int step) => Kata.All[(Kata.All.ToList().IndexOf(_kata) + step + Kata.All.Count) % Kata.All.Count];

    private async Task Show(Kata kata)
    {
        await Stop();
        _kata = kata;
        try
        {
            kata.Judge.Build();
            await _judges.ExaminerOf(kata.Judge).WarmUp(kata);
            await Begin(seed: null);
        }
        catch (RefusedException refused) { Terminal.Aside(refused.Message); } // another kata may do
    }

    /// <summary>Begins a check, and ends the one that is running.</summary>
    /// <param name="seed">null: the fixed one.</param>
    public async Task Begin(int? seed)
    {
        await Stop();
        _cancel = new();
        _running = CheckNow(_kata, seed, _cancel.Token);
    }

    /// <summary>An older check must not speak any more.</summary>
    private async Task Stop()
    {
        await _cancel.CancelAsync();
        await _running;
    }

    private async Task CheckNow(Kata kata, int? seed, CancellationToken cancel)
    {
        if (!_policy.Json) Head(kata, seed);
        Judgement? judgement;
        try { judgement = await Task.Run(() => _judges.Judge(kata, seed, _policy.Json ? TellJson : new VerdictScreen(kata.Name).Take, cancel), CancellationToken.None); }
        catch (RefusedException refused)
        {
            Terminal.Aside(refused.Message);
            return;
        }
        if (judgement is null) return;
        if (_policy.Json) Console.WriteLine(new WatchLine("checked", Check: CheckedFile.Of(kata.Name, kata.Stub, judgement)).ToJson());
        else Foot(judgement);
    }

    private static void TellJson(Judgement judgement, Reply reply)
    {
        if (reply is LawVerdict law) Console.WriteLine(new WatchLine("law", law.Verdict).ToJson());
    }

    private static void Head(Kata kata, int? seed)
    {
        Terminal.Clear();
        Terminal.Tell($"{kata.Name}  {kata.Stub}  {kata.Statement}", Terminal.Dim);
        if (seed is not null) Terminal.Tell($" seed {seed}", Terminal.Dim);
        Terminal.Passing(" checking...");
    }

    private void Foot(Judgement judgement)
    {
        if (judgement.State == State.Green) Terminal.Tell($" it escapes the {judgement.Mistakes.Count} known mistakes: {string.Join(", ", judgement.Mistakes)}", Terminal.Dim);
        string keys = string.Concat(_keys.Select(key => $"  {key.Letter} {key.Word}"));
        Terminal.Tell($" {judgement.Taken.TotalSeconds:f2} s{(Terminal.IsInteractive ? keys : "")}", Terminal.Dim);
    }

    private void Notice(string stub)
    {
        if (stub == _kata.Name || _kata.Needs.Any(kata => kata.Name == stub)) _events.Writer.TryWrite(new Saved());
    }

    /// <summary>Keys at a terminal, letters through a pipe; without either the watch goes on until the process is ended.</summary>
    private void ReadKeys()
    {
        while (true)
        {
            if (!Console.IsInputRedirected) Press(Console.ReadKey(intercept: true).KeyChar);
            else if (Console.In.Read() is >= 0 and var letter) Press((char)letter);
            else return;
        }

        void Press(char letter) => _events.Writer.TryWrite(new Pressed(char.ToLowerInvariant(letter)));
    }

    public void Dispose() => _saved.Dispose();
}

/// <summary>The kata that a watch begins with, when it checks, and whether it tells tools or people.</summary>
internal sealed record WatchPolicy(Kata Kata, CheckOn CheckOn, bool Json);

/// <summary>What makes a watch check; what is shown first is checked at once.</summary>
internal enum CheckOn { Save, Key }

/// <summary>A key of the watch, which belongs to a verb.</summary>
/// <param name="Word">What it says at the terminal.</param>
internal sealed record Key(char Letter, string Word, Func<Watch, Task> Act)
{
    public Key(char letter, string word, Action<Watch> act) : this(letter, word, watch => { act(watch); return Task.CompletedTask; }) { }
}

internal abstract record WatchEvent;

internal sealed record Saved : WatchEvent;

internal sealed record Pressed(char Letter) : WatchEvent;
