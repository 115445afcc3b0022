using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>
/// The loop that people feel: verdicts, and keys in between. It never moves on by itself.
/// </summary>
internal sealed class Watch : IAsyncDisposable
{
    /// <summary>An editor may write a file in several steps.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(500);

    private readonly Judges _judges;
    private readonly WatchPolicy _policy;
    private readonly WatchKeys _keys;
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>();
    private readonly SavedStubs _saved;
    private readonly Timer _timer;
    private IWatchView _view;
    private PageServer? _page;
    private volatile Kata _kata;
    private KataMenu? _menu;
    /// <summary>The check that waits for a guess.</summary>
    private Wanted? _guessed;
    private CancellationTokenSource _cancel = new();
    private Task _running = Task.CompletedTask;

    private Watch(Judges judges, WatchPolicy policy)
    {
        (_judges, _policy, _kata) = (judges, policy, policy.Kata);
        _keys = policy.Seat is null ? WatchKeys.Alone : WatchKeys.Together;
        _view = policy.Json ? new JsonView() : HasScreen ? new ScreenView(_keys.Shown, policy.Seat is { } seat ? () => seat.Line(_guessed is not null) : null) : new LogView(_keys.Shown);
        _saved = new(Judge.All.Select(judge => Kata.Full(judge.Stubs)), () => _events.Writer.TryWrite(new Saved()));
        _timer = new(_ => _events.Writer.TryWrite(new Tick()), null, s_tick, s_tick);
    }

    public static async Task Run(WatchPolicy policy, CancellationToken cancel)
    {
        _ = Progress.Of(policy.Kata); // a log that is refused ends the watch before it begins
        using var judges = new Judges();
        await using var watch = new Watch(judges, policy);
        await watch.Listen(cancel);
    }

    private bool HasScreen => !_policy.Json && Terminal.Moves;

    public Kata Kata => _kata;

    public Seat? Seat => _policy.Seat;

    /// <summary>What the last check came to, or null while one goes on.</summary>
    public Judgement? Judgement { get; private set; }

    /// <summary>The key that was pressed before is pressed once more.</summary>
    public bool IsRepeated { get; private set; }

    private async Task Listen(CancellationToken cancel)
    {
        new Thread(() => Key.Read(letter => _events.Writer.TryWrite(new Pressed(letter)))) { IsBackground = true }.Start();
        await Show(_kata);
        if (_policy.Page is { } page)
            try { await ShowPage(page); }
            catch (RefusedException refused) { _view.Refuse(refused.Message); } // without a page the watch goes on
        char before = '\0';
        await foreach (var happened in _events.Reader.ReadAllAsync(cancel))
            switch (happened)
            {
                case Pressed(var letter):
                    IsRepeated = letter == before;
                    before = letter;
                    await Press(letter);
                    if (letter == WatchKeys.Quit.Letter) return;
                    break;
                case Saved:
                    before = '\0';
                    await Settle();
                    if (_policy.CheckOn == CheckOn.Save) await Want(seed: null);
                    break;
                case Came(var act):
                    act();
                    break;
                case Chosen(var kata):
                    await Show(kata);
                    break;
                default:
                    _saved.Poll();
                    foreach (var said in Seat?.Tick(_kata) ?? []) _view.Show(said);
                    _view.Tick();
                    break;
            }
    }

    private async Task Press(char letter)
    {
        var menu = _menu;
        _menu = null;
        try
        {
            if (_guessed is { } wanted && GuessOf(letter) is { } guess) await Begin(wanted with { Guess = guess });
            else if (letter is Key.Up or Key.Down) Move(menu, letter == Key.Up ? -1 : 1);
            else if (letter == Key.Enter && menu is not null) await Show(menu.Chosen);
            else if (letter == Key.Escape) Show(new Text(""));
            else if (_keys.Of(letter) is { } key) await key.Act(this);
        }
        catch (RefusedException refused) { _view.Refuse(refused.Message); }
    }

    private void Move(KataMenu? menu, int step)
    {
        if (menu is null) _view.Scroll(step);
        else
        {
            menu.Move(step);
            (_menu = menu).Show(_view);
        }
    }

    public void OpenMenu()
    {
        if (HasScreen) (_menu = new(_kata)).Show(_view);
        else Show(List.All);
    }

    /// <summary>Serves the page, if nobody does yet, and says where it is.</summary>
    public async Task ShowPage(PagePolicy policy)
    {
        if (_page is null)
        {
            _page = await PageServer.Start(policy.Port, PageToken.Kept(), new(PageView.Letters, letter => _events.Writer.TryWrite(new Pressed(letter)), kata => _events.Writer.TryWrite(new Chosen(kata))));
            _view = new BothViews(_view, new PageView(_page.Hub));
            await Begin(new(IsMeant: false)); // for the page to know
        }
        _view.Say($"the page: {_page.Address}");
        if (policy.Browse) Browser.Open(_page.Address);
    }

    private async Task Settle()
    {
        await Task.Delay(s_settling);
        while (_events.Reader.TryPeek(out var next) && next is Saved) _events.Reader.TryRead(out _);
    }

    public Kata Beside(int step) => Kata.All[(Kata.All.ToList().IndexOf(_kata) + step + Kata.All.Count) % Kata.All.Count];

    /// <summary>The keys that have no room in the line below.</summary>
    public void ShowMore() => Show(new Text(_keys.Others));

    /// <summary>Shows what a key asked for.</summary>
    public void Show(IRenderable drawing) => _view.Show(drawing);

    /// <summary>The same where the page has it nowhere else.</summary>
    public void Tell(IRenderable drawing) => _view.Tell(drawing);

    public void ShowSolution() => _view.ShowSolution(_kata);

    public void ShowGrowth(Growth growth) => _view.ShowGrowth(growth);

    /// <summary>Does beside the watch what takes a while. The next check ends it, and nothing is shown then.</summary>
    /// <param name="meanwhile">What is shown until then.</param>
    public void Later<T>(string meanwhile, Func<CancellationToken, T> work, Action<T> show)
    {
        Tell(new Text(meanwhile));
        var cancel = _cancel.Token;
        _ = Task.Run(() =>
        {
            Action act;
            try
            {
                var came = work(cancel);
                act = () => show(came);
            }
            catch (OperationCanceledException) { return; }
            catch (RefusedException refused) { act = () => Tell(new Text(refused.Message)); }
            catch (Exception e) { act = () => ExceptionDispatchInfo.Throw(e); } // as of any other key
            _events.Writer.TryWrite(new Came(() => { if (!cancel.IsCancellationRequested) act(); }));
        });
    }

    public async Task Show(Kata kata)
    {
        await Stop();
        _kata = kata;
        InHandFile.Write(kata);
        _view.Begin(kata, seed: null);
        if ((_policy.Edit ?? (Terminal.IsInteractive ? Editor.OfTerminal : null)) is { } editor) Editor.Open(kata, editor, _view.Refuse);
        kata.Judge.Build();
        await _judges.ExaminerOf(kata.Judge).WarmUp(kata);
        await Begin(new(IsMeant: false));
    }

    /// <summary>Begins a check that somebody wants. In a dojo with predictions it waits for the guess.</summary>
    /// <param name="seed">null: the fixed one.</param>
    public Task Want(int? seed)
    {
        var wanted = new Wanted(seed);
        if (Seat is not { Predicts: true }) return Begin(wanted);
        _guessed = wanted;
        _view.Say("your guess: g a r (green, amber: cannot be judged, red)");
        return Task.CompletedTask;
    }

    private static Light? GuessOf(char letter) => letter switch { 'g' => Light.Green, 'a' => Light.Amber, 'r' => Light.Red, _ => null };

    /// <summary>Begins a check, and ends the one that is running.</summary>
    private async Task Begin(Wanted wanted)
    {
        await Stop();
        _guessed = null;
        _cancel = new();
        _saved.Expect(_kata.Needs.Prepend(_kata).Select(kata => Kata.Full(kata.Stub)).Append(Kata.Full(_kata.Examples)));
        _running = CheckNow(_kata, wanted, _cancel.Token);
    }

    /// <summary>An older check must not speak any more.</summary>
    public async Task Stop()
    {
        await _cancel.CancelAsync();
        await _running;
    }

    private async Task CheckNow(Kata kata, Wanted wanted, CancellationToken cancel)
    {
        _view.Begin(kata, wanted.Seed);
        Judgement = null;
        try
        {
            string source = Seat is null ? "" : Kata.Read(kata.Stub);
            Judgement = await Task.Run(() => _judges.Judge(kata, wanted.Seed, _view.Take, cancel), CancellationToken.None);
            if (Judgement is null) return;
            _view.End(Judgement);
            if (wanted.IsMeant && Seat?.Tell(kata, Judgement, wanted.Guess, source) is { } said) _view.Say(said);
        }
        catch (RefusedException refused) { _view.Refuse(refused.Message); }
    }

    /// <summary>A check that is to be made.</summary>
    /// <param name="Seed">null: the fixed one.</param>
    /// <param name="IsMeant">Somebody wants it; else it only shows where one is.</param>
    private sealed record Wanted(int? Seed = null, bool IsMeant = true, Light? Guess = null);

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.DisposeAsync();
        _timer.Dispose();
        _saved.Dispose();
        if (HasScreen) Terminal.Tell("");
    }
}
