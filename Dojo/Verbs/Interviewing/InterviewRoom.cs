using System.Collections.Concurrent;
using System.Threading.Channels;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>
/// Leads through the steps of an interview: keys and typed lines in, pages out. Nothing moves on by
/// itself, also not when the time is over.
/// </summary>
internal sealed class InterviewRoom
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(500);

    private readonly Kata _kata;
    private readonly InterviewTasks _tasks;
    private readonly InterviewScreen _screen = new();
    private readonly IReadOnlyList<TargetCost> _targets;
    private readonly IReadOnlyList<Folded> _followUps;
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>();
    /// <summary>What has come while a pipe waited.</summary>
    private readonly ConcurrentQueue<Came> _came = [];
    private InterviewState _state;
    private long _looked = WallClock.Provider.GetTimestamp();
    private bool _isAnswered;
    /// <summary>Enter was pressed in spite of a doubt; once more goes on.</summary>
    private bool _isSure;
    private string _typed = "";

    public InterviewRoom(InterviewState state, Judges judges)
    {
        (_state, _kata) = (state, Kata.Named(state.Kata));
        _tasks = new(_kata, judges, _screen, Post);
        _targets = _kata.Judge == Judge.Main ? TargetCost.Of(_kata) : [];
        _followUps = KataHints.Of(_kata).FollowUps;
    }

    /// <param name="told">What the candidate is to see before the first step.</param>
    public async Task Hold(IReadOnlyList<string> told, CancellationToken cancel)
    {
        new Thread(() =>
        {
            Key.ReadTyped(letter => _events.Writer.TryWrite(new Pressed(letter)));
            _events.Writer.TryComplete(); // the pipe has ended
        })
        { IsBackground = true }.Start();
        using var timer = new Timer(_ => _events.Writer.TryWrite(new Tick()), null, s_tick, s_tick);
        if (_state.Step is > Step.Clarify and <= Step.Test) _screen.Page(Statement()); // it was left there
        Enter(_state.Step);
        _screen.Say([.. told.Select(line => new StyledLine(line, Terminal.Dim))]);
        while (_state.Step != Step.Done && await Next(cancel) is { } happened)
        {
            Look();
            if (happened is Pressed('q' or 'Q') && Asked.Length == 0 || happened is Pressed(Key.Escape) && Asked.Length > 0 && _typed.Length == 0) break;
            if (happened is Pressed(var letter)) Press(letter, cancel);
            if (happened is Came(var act)) act();
            if (_state.Step != Step.Done) _screen.Tick(InterviewWords.Head(_state));
        }
        if (_state.Step == Step.Done) return;
        _state.Keep();
        _screen.Say(new StyledLine("The interview waits: kata interview --continue goes on with it.", Terminal.Dim));
        _screen.End();
    }

    /// <summary>The next event; null once the pipe has ended and nothing is waited for.</summary>
    private async Task<WatchEvent?> Next(CancellationToken cancel)
    {
        // What is typed ahead waits until the check is done: it may belong to the next step.
        if (Console.IsInputRedirected) await _tasks.Running;
        if (_came.TryDequeue(out var came)) return came;
        return await _events.Reader.WaitToReadAsync(cancel) && _events.Reader.TryRead(out var happened) ? happened : null;
    }

    /// <summary>Takes the time that was spent since the last look.</summary>
    private void Look()
    {
        var since = WallClock.Provider.GetElapsedTime(_looked);
        _looked = WallClock.Provider.GetTimestamp();
        int minute = (int)_state.Spent / 60;
        _state = _state.After(since);
        if ((int)_state.Spent / 60 != minute) _state.Keep();
    }

    private string Asked => InterviewWords.Asked(_state, _targets);

    private void Press(char letter, CancellationToken cancel)
    {
        bool writes = _state.Step is Step.Code or Step.Test;
        if (letter is Key.Up or Key.Down)
        {
            _screen.Scroll(letter == Key.Up ? -1 : 1);
            return;
        }
        if (Asked.Length > 0)
        {
            Type(letter);
            return;
        }
        bool isSure = _isSure;
        _isSure = false;
        letter = char.ToLowerInvariant(letter);
        if (_tasks.IsRunning) { } // the screen says so
        else if (letter is Key.Enter or '\n' && !isSure && InterviewWords.Doubt(_state) is { } doubt)
        {
            _isSure = true;
            _screen.Say(new StyledLine(doubt, Terminal.Open));
        }
        else if (letter is Key.Enter or '\n') GoOn();
        else if (_state.Step == Step.Rubric && letter is >= '1' and <= '4') Rate(letter - '0');
        else if (letter == 'c' && writes) _tasks.Check(judgement => Judged(_state.After(judgement)), cancel);
        else if (letter == 'e' && (writes || _state.Step == Step.Clarify)) _tasks.TryExamples(tried => Judged(_state.After(tried)), cancel);
        else if (letter == 'h' && writes) ShowHint();
        else if (letter == 'r') _screen.Page(Statement());
    }

    private void Type(char letter)
    {
        if (letter is Key.Enter or '\n') Said(_typed.Trim());
        else if (letter is '\b' or '\x7f') _typed = _typed[..Math.Max(0, _typed.Length - 1)];
        else if (letter == Key.Escape) _typed = "";
        else if (!char.IsControl(letter)) _typed += letter;
        _screen.Prompt(Asked.Length > 0 ? Asked + _typed : "");
    }

    private void Said(string text)
    {
        _typed = "";
        if (_state.Step == Step.BruteForce)
        {
            _state = _state with { BruteForce = text };
            GoOn();
            return;
        }
        var target = _targets[_state.Costs.Count];
        try { _state = _state with { Costs = [.. _state.Costs, text.Length == 0 ? new(target.What, "-", target.Text, false) : new(target.What, text, target.Text, target.IsMet(Closed(text)))] }; }
        catch (FormatException nonsense)
        {
            _screen.Say(new StyledLine($"{char.ToUpperInvariant(nonsense.Message[0])}{nonsense.Message[1..]}.", Terminal.Open));
            return;
        }
        _state.Keep();
        if (_state.Costs.Count == _targets.Count) GoOn();
    }

    /// <summary>The question has opened the bracket of O( already.</summary>
    private static string Closed(string text) => text.Count(letter => letter == ')') > text.Count(letter => letter == '(') ? $"({text}" : text;

    private void GoOn()
    {
        if (_state.Step == Step.FollowUps && _state.FollowUps < _followUps.Count)
        {
            var (title, answer) = _followUps[_state.FollowUps];
            if (!_isAnswered) _screen.Page(StatementText.Folded(title, answer));
            else _state = _state with { FollowUps = _state.FollowUps + 1 };
            _isAnswered = !_isAnswered;
            if (_isAnswered || _state.FollowUps < _followUps.Count)
            {
                if (!_isAnswered) AskFollowUp();
                return;
            }
        }
        Enter(_state.Step + 1);
    }

    private void Rate(int level)
    {
        _state = _state.Communication == 0 ? _state with { Communication = level } : _state with { ProblemSolving = level };
        if (_state.ProblemSolving > 0) GoOn();
        else AskLevel();
    }

    /// <summary>Steps that have nothing to ask of this kata are passed over.</summary>
    private void Enter(Step step)
    {
        if (step == Step.Costs && _state.Costs.Count >= _targets.Count) step++;
        if (step == Step.FollowUps && _state.FollowUps >= _followUps.Count) step++;
        Keep(_state with { Step = step });
        if (step != Step.Done) _screen.Tick(InterviewWords.Head(_state));
        switch (step)
        {
            case Step.Clarify:
                _screen.Page(Statement());
                Tell("Ask aloud what is open. Then write examples, before any code:", $" {_kata.Examples}", InterviewWords.Keys(_state.Step));
                break;
            case Step.BruteForce: Tell("Say the simplest way that works, and what it costs."); break;
            case Step.Costs: Tell("Now a better way. Say it aloud, then type what it costs, as in n² log m.", $"{(_kata.TrackName == "Graph" ? "n vertices, m edges; " : "")}Enter alone passes a cost over, Escape leaves the interview for later"); break;
            case Step.Code:
                Tell($"Write it: {_kata.Stub}", $" {_kata.Contract} has the contract", InterviewWords.Keys(_state.Step));
                break;
            case Step.Test: Tell("Go through your own code with one example, line by line, aloud. What input would break it?", InterviewWords.Keys(_state.Step)); break;
            case Step.FollowUps: AskFollowUp(); break;
            case Step.Reference:
                if (_state.Green is null && !Progress.Of(_kata).MayBeTold) LearnerLog.Learner.Append(new GivenUp(_kata.Name));
                _screen.Page(Solution.Beside(_kata));
                Tell("The reference beside yours: what would you change? Enter goes on");
                break;
            case Step.Rubric: AskLevel(); break;
            case Step.Done: Finish(); return;
        }
        _screen.Prompt(Asked);
    }

    private void AskFollowUp()
    {
        _screen.Page(new Text(""));
        Tell($"Follow-up {_state.FollowUps + 1} of {_followUps.Count}: {_followUps[_state.FollowUps].Title}", "Answer aloud; Enter shows an answer, and Enter again goes on");
    }

    private void AskLevel()
    {
        int dimension = _state.Communication == 0 ? 0 : 1;
        _screen.Page(new Text(""));
        Tell([$"{(dimension == 0 ? "Communication" : "Problem solving")}: you, or better who listened, press a number", .. Card.Levels(dimension).Select(line => $" {line}")]);
    }

    private IRenderable Statement() => StatementText.Render(SpokenStatement.Of(_kata), StatementText.Margin);

    private void Keep(InterviewState state) => (_state = state).Keep();

    /// <summary>Something has been judged, and is told next; the keys stay in sight.</summary>
    private void Judged(InterviewState state)
    {
        Keep(state);
        Post(() => _screen.Say(new StyledLine(InterviewWords.Keys(_state.Step), Terminal.Dim)));
    }

    private void Post(Action act)
    {
        if (Console.IsInputRedirected) _came.Enqueue(new(act));
        else _events.Writer.TryWrite(new Came(act));
    }

    private void ShowHint()
    {
        Keep(_state with { Hints = _state.Hints + 1 });
        _screen.Page(Hint.Next(_kata));
    }

    private void Finish()
    {
        string card = Card.Of(_state, _kata);
        string file = "";
        try { file = Kata.Relative(PrivateFolder.Write($"{_state.Began.LocalDateTime:yyyy-MM-dd-HHmm}-{_kata.Name}.md", card)); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { Terminal.Aside($"The card is not kept: {e.Message}"); }
        LearnerLog.Learner.Append(new Interviewed(_kata.Name, _state.Green is null ? State.Red : State.Green, TimeSpan.FromSeconds(_state.Spent), file));
        InterviewState.Forget();
        _screen.End();
        Terminal.Show(StatementText.Render(card));
        if (file.Length > 0) Terminal.Tell($"The card: {file}", Terminal.Dim);
    }

    private void Tell(params string[] lines)
    {
        _screen.Clear();
        _screen.Say([.. lines.Select((line, i) => new StyledLine(line, i == 0 ? Style.Plain : Terminal.Dim))]);
    }
}
