using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>A laptop's place in a dojo: it tells the board of checks and turns, and the laptop what the board says.</summary>
internal sealed class Seat(Outbox outbox, TeamJoined team, BoardNews welcome, bool sendsSource) : IAsyncDisposable
{
    private readonly Turns _turns = new(team.People, TimeSpan.FromMinutes(welcome.Settings.Turn));
    private string? _proposed = welcome.Kata, _phase = welcome.Phase is { } begun ? Show.Printable(begun) : null;
    private string? _trouble;
    private string _name = team.Name;
    private Kata? _taken;
    private SharedHint? _hint = Seen(welcome.Hint);

    private BoardNews News => outbox.News ?? welcome;

    /// <summary>What goes on, as a terminal can take it.</summary>
    private string? Phase => News.Phase is { } name ? Show.Printable(name) : null;

    /// <summary>How the board names the team's row; null as long as it does not know what the team has said.</summary>
    private string? Row => outbox.Waiting == 0 && News.Rows?.GetValueOrDefault(team.Team) is { Length: > 0 } name ? Show.Printable(name) : null;

    /// <summary>A check wants a guess first.</summary>
    public bool Predicts => News.Settings.Predict;

    /// <summary>A save checks nothing.</summary>
    public bool ByKey => News.Settings.ByKey;

    /// <summary>The kata that the board proposes to all, where the book has it.</summary>
    public Kata? Proposed => News.Kata is { } name ? Kata.Find(name) : null;

    /// <summary>The row above the watch.</summary>
    /// <param name="asksGuess">A check waits for a guess.</param>
    public StyledLine Line(bool asksGuess)
    {
        var left = _turns.Left;
        string driver = left is null ? "" : left > TimeSpan.Zero ? $"  {_turns.Driver ?? "this turn"} {ProgressText.Of(left.Value)}" : $"  {(_turns.Next is { } next ? $"{next} drives next" : "the turn is over")}: t";
        string phase = Phase is { } name ? $"  {name}{(News.Ends - WallClock.Now - Ahead is { } rest ? rest > TimeSpan.Zero ? $" {ProgressText.Of(rest)}" : " is over" : "")}" : "";
        string waiting = outbox.Trouble is null ? "" : outbox.Waiting == 0 || outbox.News is null ? "  the board is not reached" : $"  {outbox.Waiting} not on the board yet";
        return new($"{_name}{(asksGuess ? "  your guess: g a r" : "")}{driver}{phase}{waiting}", left <= TimeSpan.Zero ? Terminal.Open : Terminal.Dim);
    }

    /// <summary>By how much the board's clock was ahead at the beginning.</summary>
    private TimeSpan Ahead => TimeSpan.FromSeconds(team.Ahead);

    /// <summary>Tells the board who is here, and begins the first turn.</summary>
    /// <param name="shown">The kata that is worked on.</param>
    public void Sit(Kata shown)
    {
        Take(shown);
        Drive();
    }

    private void Take(Kata kata) => outbox.Add(team with { Kata = (_taken = kata).Name });

    /// <summary>What is new since the last time, as one: a screen shows what it was told last. A turn that is over rings once.</summary>
    /// <param name="shown">The kata that is worked on: a hint of another one waits until that is taken.</param>
    public IEnumerable<IRenderable> Tick(Kata shown)
    {
        IRenderable[] said = [.. New(shown)];
        return said.Length < 2 ? said : [new Rows(said)];
    }

    private IEnumerable<IRenderable> New(Kata shown)
    {
        if (shown != _taken) Take(shown);
        _turns.Stand(News.Phase is { } phase && DojoPlan.IsTalk(phase, News.Settings.Plan));
        if (_turns.AsksNow())
        {
            Terminal.Ring();
            yield return new Text($"The turn is over: {(_turns.Next is { } next ? $"{next} drives next" : "change the driver")}, t begins the next turn.");
        }
        if (outbox.Trouble != _trouble && (_trouble = outbox.Trouble) is { } trouble) yield return new Text($"The board has not got everything yet: {trouble}");
        if (Row is { } row && row != _name) yield return new Text($"The board: your row is named {_name = row} now.");
        if (Phase != _phase) yield return new Text((_phase = Phase) is { } begun ? $"The board: {begun} begins." : "The board: the phase is over.");
        if (News.Kata != _proposed && (_proposed = News.Kata) is { } kata)
            yield return new Text(Kata.Find(kata) is null ? $"The board proposes {Show.Printable(kata)}, which this book does not have: git pull, or the newer kit, brings it." : $"The board proposes {kata}: y takes it.");
        if (News.Hint is not { } hint) _hint = null;
        else if (hint != _hint && hint.Kata == shown.Name && HintOf(shown, (_hint = hint).Hint) is { } words) yield return words;
    }

    /// <summary>Who comes again is not told twice; who comes late is told.</summary>
    private static SharedHint? Seen(SharedHint? told) => told is not null && Kata.Find(told.Kata) is { } kata && Progress.Of(kata).HintsSeen >= told.Hint ? told : null;

    /// <summary>It counts as seen, as one that was asked for.</summary>
    private static IRenderable? HintOf(Kata kata, int hint)
    {
        if (KataHints.Of(kata).Hints.ElementAtOrDefault(hint - 1) is not { } words) return null;
        LearnerLog.Learner.Append(new HintShown(kata.Name, hint));
        return StatementText.Folded($"A hint for all on {kata.Name}: {words.Title}", words.Text);
    }

    /// <summary>A check that was meant.</summary>
    /// <param name="source">The stub's text.</param>
    /// <returns>What came of the guess, or null without one.</returns>
    public string? Tell(Kata kata, Judgement judgement, Light? guess, string source)
    {
        var (light, why) = LightOf(judgement);
        string[] broken = [.. judgement.Verdicts.Where(verdict => verdict.IsFailure).Select(verdict => verdict.Law)];
        outbox.Add(new CheckMade(kata.Name, light, why, judgement.Held, judgement.Laws, broken, guess, sendsSource ? source : null));
        return guess is null ? null : guess == light ? "You guessed right." : $"You guessed {LightsDrawing.Word(guess.Value)}; it is {LightsDrawing.Word(light)}.";
    }

    public static (Light Light, string Why) LightOf(Judgement judgement) =>
        judgement.State == State.Green ? (Light.Green, "")
        : judgement.Obstacles.Count > 0 ? (Light.Amber, "not judged")
        : judgement.State == State.NotWritten ? (Light.Amber, "not written yet")
        : judgement.Verdicts.Any(verdict => verdict.Outcome == Outcome.Hung) && !judgement.Verdicts.Any(verdict => verdict.Outcome == Outcome.Broken) ? (Light.Amber, "hung")
        : (Light.Red, "");

    public string NextTurn()
    {
        _turns.Begin();
        return Drive();
    }

    public string Skip() => _turns.Skip() is { } gone ? $"{gone} is away (b brings back). {Drive()}" : "Nobody else is there.";

    public string Return() => _turns.Return() is { } back ? $"{back} is back." : "Nobody is away.";

    private string Drive()
    {
        if (_turns.Driver is not { } driver) return "A new turn begins.";
        outbox.Add(new TurnBegun(driver));
        return $"{driver} drives.";
    }

    public ValueTask DisposeAsync() => outbox.DisposeAsync();
}
