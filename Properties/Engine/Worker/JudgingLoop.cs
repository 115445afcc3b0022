using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Etudes.Engine;

/// <summary>
/// The worker's side of the kata command: judges one answer after the other in this process, which the parent ends and replaces
/// when an answer has spoilt it.
/// </summary>
internal sealed class JudgingLoop
{
    private readonly LawAssembly _judge;
    private readonly MessageStream _parent;
    private readonly CaseRecord _record;
    private readonly BlockingCollection<Request> _requests = [];
    private readonly Printed _printed = new();
    private readonly KnownMistakes _mistakes;
    private (string Kata, byte[] Image, ExamplesTried Tried)? _tried;

    public JudgingLoop(LawAssembly judge, MessageStream parent, CaseRecord record)
    {
        (_judge, _parent, _record) = (judge, parent, record);
        _mistakes = new(() => _requests.Count > 0);
    }

    public void Run()
    {
        Console.SetOut(_printed);
        Console.SetError(_printed);
        Console.SetIn(TextReader.Null);
        ExceptionHandling.SetUnhandledExceptionHandler(error =>
        {
            Trial.FailElsewhere(error);
            return true;
        });
        new Thread(Listen) { IsBackground = true }.Start();
        foreach (var request in _requests.GetConsumingEnumerable())
        {
            Serve(request);
            if (_requests.Count == 0 && NeedsAttribute.MissingFor(_judge.Assembly) is null) _mistakes.Prepare(_judge.Named(request.Kata), Seeds.Seed); // while the learner writes
        }
    }

    private void Listen()
    {
        while (_parent.Receive<Request>() is { } request) _requests.Add(request);
        Environment.Exit(0); // the parent is gone
    }

    private void Serve(Request request)
    {
        var kata = _judge.Named(request.Kata);
        if (NeedsAttribute.MissingFor(_judge.Assembly) is string missing)
        {
            Send(new Refused(missing));
            Send(new Finished(true));
        }
        else if (request is Warm) WarmUp(kata);
        else if (request is Blame blame) BlameCase(kata, blame);
        else if (request is Examine examine) Judge(kata, examine);
        else if (request is Describe)
        {
            Send(new Described([.. kata.Mistakes.Where(mistake => mistake.ShowsOnSmallInput).Select(mistake => new KnownMistake(mistake.Name, mistake.Advice!))]));
            Send(new Finished(true));
        }
        else if (request is TryExamples { Examples: var examples })
        {
            using var loaded = new LoadedExamples(kata, examples);
            Send(Tried(kata, examples, loaded));
            Send(new Finished(!Trial.LeftOneBehind));
        }
    }

    private void WarmUp(JudgedKata kata)
    {
        foreach (var law in LoadedAnswer.Reference(kata).Laws)
            if (!law.IsLarge) LawRunner.Run(law, Start.FromSeed(0), Rules.OfWorker);
        Send(new Ready());
    }

    private void BlameCase(JudgedKata kata, Blame blame)
    {
        var law = LoadedAnswer.Reference(kata).Laws[blame.Last.Law];
        var start = blame.Last.Replayed ? Start.Parse(blame.Replay!).Start : Start.FromSeed(blame.Seed);
        var (arguments, replay) = Draws.Case(law, start, blame.Last.Failed > 0 ? blame.Last.Failed : blame.Last.Case);
        Send(new LawVerdict(blame.Last.Law, Verdict.OfEnd(Outcome.Broken, law, arguments, blame.Sentence, start, replay)));
    }

    private void Judge(JudgedKata kata, Examine examine)
    {
        _record.Last = LastCase.None;
        var unloaded = JudgeLoaded(kata, examine);
        Send(new Finished(LoadedAnswer.IsGone(unloaded)));
    }

    /// <summary>Its locals hold the answer: only when it has returned can the answer be unloaded.</summary>
    private WeakReference JudgeLoaded(JudgedKata kata, Examine examine)
    {
        LoadedAnswer answer;
        try { answer = LoadedAnswer.Load(kata, examine.Image, examine.Symbols); }
        catch (NoAnswerException refused)
        {
            Send(new Refused(refused.Message));
            return new(null);
        }
        if (examine.Examples is { } examples) Send(TriedOn(answer, kata, examples));
        Send(new Plan([.. answer.Laws.Select(law => new PlannedLaw(law.Sentence, law.IsLarge))]));
        var broken = JudgeLaws(answer, examine);
        Send(new Judged([.. kata.Mistakes.Select(mistake => mistake.Name)]));
        if (broken is var (held, law, verdict) && _mistakes.Diagnose(kata, answer, held, law, verdict, examine.Seed) is { } diagnosis) Send(diagnosis);
        return answer.Unload();
    }

    /// <summary>What comes of a learner's examples follows from them alone: most saves change only the answer.</summary>
    private ExamplesTried Tried(JudgedKata kata, CompiledExamples examples, LoadedExamples loaded)
    {
        if (_tried is var (name, image, before) && name == kata.Name && image.AsSpan().SequenceEqual(examples.Image)) return before;
        var tried = loaded.Try();
        _tried = (kata.Name, examples.Image, tried);
        return tried;
    }

    private ExamplesTried TriedOn(LoadedAnswer answer, JudgedKata kata, CompiledExamples examples)
    {
        using var loaded = new LoadedExamples(kata, examples);
        var tried = Tried(kata, examples, loaded);
        var verdicts = loaded.TryOn(answer.Laws[0].Subject, begins: number =>
        {
            _record.Last = new(LastCase.None.Law, number, 0, false);
            _printed.Clear();
        });
        return tried with { Examples = [.. tried.Examples.Zip(verdicts, (example, verdict) => example with { Answer = verdict })] };
    }

    /// <summary>The laws that hold, the first broken one and its verdict, or null where there is nothing to diagnose.</summary>
    private (HashSet<Law> Held, Law Law, Verdict Verdict)? JudgeLaws(LoadedAnswer answer, Examine examine)
    {
        SortedDictionary<int, Verdict> broken = [];
        HashSet<Law> held = [];
        bool written = true;
        if (examine.Replay is { } replay) ReplayFirst(answer, Start.Parse(replay), broken);
        bool hangs = broken.Values.Any(verdict => verdict.Outcome == Outcome.Hung);
        for (int i = 0; i < answer.Laws.Count && !hangs; i++)
        {
            if (broken.ContainsKey(i)) continue;
            if (_requests.Count > 0) return null;
            var verdict = Run(answer, i, Start.FromSeed(examine.Seed));
            Send(new LawVerdict(i, verdict));
            written &= verdict.Outcome != Outcome.NotWritten;
            hangs = verdict.Outcome == Outcome.Hung;
            if (verdict.IsFailure) broken[i] = verdict;
            else held.Add(answer.Laws[i]);
        }
        // An answer that still hangs in an ordinary law would hang in the others too.
        if (Trial.LeftOneBehind && broken.Any(pair => pair.Value.Outcome == Outcome.Hung && !answer.Laws[pair.Key].IsLarge)) return null;
        return written && broken.Count > 0 ? (held, answer.Laws[broken.First().Key], broken.First().Value) : null;
    }

    /// <summary>The case that failed last time, told only if it fails again.</summary>
    private void ReplayFirst(LoadedAnswer answer, (string Law, Start Start) replay, SortedDictionary<int, Verdict> broken)
    {
        int at = answer.Laws.ToList().FindIndex(law => law.Name == replay.Law);
        if (at < 0 || Run(answer, at, replay.Start, replays: true) is not { IsFailure: true } verdict) return;
        broken[at] = verdict;
        Send(new LawVerdict(at, verdict));
    }

    /// <summary>Notes each case in the record before it runs.</summary>
    private Verdict Run(LoadedAnswer answer, int at, Start start, bool replays = false)
    {
        int failed = 0;
        var rules = Rules.OfWorker with
        {
            CaseBegins = (number, smaller) =>
            {
                if (smaller && failed == 0) failed = number - 1;
                _record.Last = new(at, number, failed, replays);
                _printed.Clear();
            },
        };
        return LawRunner.Run(answer.Laws[at], start, rules) with { Printed = _printed.Text };
    }

    private void Send(Reply reply) => _parent.Send(reply);
}
