using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Etudes.Gates;

namespace Etudes.Worker;

/// <summary>
/// The worker's side of the kata command: judges one answer after the other in this process, which the parent ends and replaces
/// when an answer has spoilt it.
/// </summary>
internal sealed class Session
{
    /// <summary>Stricter than under dotnet test, since this process runs one law at a time.</summary>
    private static readonly Deadline Strict = new(Seconds: 1, Patience: 1.2);

    private readonly MessageStream _parent;
    private readonly CaseRecord _record;
    private readonly BlockingCollection<Request> _requests = [];
    private readonly Printed _printed = new();
    private readonly KnownMistakes _mistakes;
    private int _law, _failed;
    private bool _replays;

    public Session(MessageStream parent, CaseRecord record)
    {
        (_parent, _record) = (parent, record);
        _mistakes = new(() => _requests.Count > 0);
    }

    public void Run()
    {
        StepCounter.IsOn = true;
        LawRunner.CaseDeadline = Strict;
        LawRunner.CaseBegins = NoteCase;
        Console.SetOut(_printed);
        Console.SetError(_printed);
        Console.SetIn(TextReader.Null);
        ExceptionHandling.SetUnhandledExceptionHandler(error =>
        {
            LawRunner.FailOnAnotherThread(error);
            return true;
        });
        new Thread(Listen) { IsBackground = true }.Start();
        foreach (var request in _requests.GetConsumingEnumerable()) Serve(request);
    }

    private void Listen()
    {
        while (_parent.Receive<Request>() is { } request) _requests.Add(request);
        Environment.Exit(0); // the parent is gone
    }

    private void Serve(Request request)
    {
        var kata = Kata.Named(request.Kata);
        if (NeedsAttribute.MissingFor(typeof(Session).Assembly) is string missing)
        {
            Send(new Refused(missing));
            Send(new Finished(true));
        }
        else if (request is Warm) WarmUp(kata);
        else if (request is Blame blame) Tell(kata, blame);
        else if (request is Judge judge) Judge(kata, judge);
    }

    private void WarmUp(Kata kata)
    {
        foreach (var (laws, law) in Answer.Reference(kata).Laws)
            if (!LawName.IsLarge(law)) LawRunner.Run(laws, law, Start.FromSeed(0));
        Send(new Ready());
    }

    private void Tell(Kata kata, Blame blame)
    {
        var (laws, law) = Answer.Reference(kata).Laws[blame.Last.Law];
        var start = blame.Last.Replayed ? Settings.Parse(blame.Replay!).Start : Start.FromSeed(blame.Seed);
        var arguments = LawRunner.Arguments(laws, law, start, blame.Last.Failed > 0 ? blame.Last.Failed : blame.Last.Case);
        Send(Reported(blame.Last.Law, law, Verdict.OfEnd(Outcome.Broken, laws, law, arguments, blame.Sentence, start, start), ""));
    }

    private void Judge(Kata kata, Judge judge)
    {
        _record.Last = LastCase.None;
        var unloaded = JudgeLoaded(kata, judge);
        Send(new Finished(Answer.IsGone(unloaded)));
    }

    /// <summary>Its locals hold the answer: only when it has returned can the answer be unloaded.</summary>
    private WeakReference JudgeLoaded(Kata kata, Judge judge)
    {
        Answer answer;
        try { answer = Answer.Load(kata, judge.Image, judge.Symbols); }
        catch (RefusedException refused)
        {
            Send(new Refused(refused.Message));
            return new(null);
        }
        Send(new Plan([.. answer.Laws.Select(law => new PlannedLaw(law.Law.Name, LawName.Sentence(law.Laws, law.Law.Name), LawName.IsLarge(law.Law)))]));
        var broken = JudgeLaws(answer, judge);
        Send(new Judged([.. kata.Mistakes.Select(mistake => mistake.Name)]));
        if (broken is var (law, verdict) && _mistakes.Diagnose(kata, answer, law, verdict, judge.Seed) is { } diagnosis) Send(diagnosis);
        return answer.Unload();
    }

    /// <summary>The first broken law and its verdict, or null where there is nothing to diagnose.</summary>
    private (MethodInfo Law, Verdict Verdict)? JudgeLaws(Answer answer, Judge judge)
    {
        SortedDictionary<int, Verdict> broken = [];
        bool written = true;
        if (judge.Replay is { } replay) RunFirst(answer, Settings.Parse(replay), broken);
        bool hangs = broken.Values.Any(verdict => verdict.Outcome == Outcome.Hung);
        for (int i = 0; i < answer.Laws.Count && !hangs; i++)
        {
            if (broken.ContainsKey(i)) continue;
            if (_requests.Count > 0) return null;
            var verdict = Run(answer, i, Start.FromSeed(judge.Seed));
            Send(Reported(i, answer.Laws[i].Law, verdict, _printed.Text));
            written &= verdict.Outcome != Outcome.NotWritten;
            hangs = verdict.Outcome == Outcome.Hung;
            if (verdict.Outcome is Outcome.Broken or Outcome.Hung) broken[i] = verdict;
        }
        // An answer that still hangs in an ordinary law would hang in the others too.
        if (LawRunner.LeftOneBehind && broken.Any(pair => pair.Value.Outcome == Outcome.Hung && !LawName.IsLarge(answer.Laws[pair.Key].Law))) return null;
        return written && broken.Count > 0 ? (answer.Laws[broken.First().Key].Law, broken.First().Value) : null;
    }

    /// <summary>The case that failed last time, told only if it fails again.</summary>
    private void RunFirst(Answer answer, (string Law, Start Start) replay, SortedDictionary<int, Verdict> broken)
    {
        int at = answer.Laws.ToList().FindIndex(law => law.Law.Name == replay.Law);
        if (at < 0 || Run(answer, at, replay.Start, replays: true) is not { Outcome: Outcome.Broken or Outcome.Hung } verdict) return;
        broken[at] = verdict;
        Send(Reported(at, answer.Laws[at].Law, verdict, _printed.Text));
    }

    private Verdict Run(Answer answer, int at, Start start, bool replays = false)
    {
        (_law, _failed, _replays) = (at, 0, replays);
        return LawRunner.Run(answer.Laws[at].Laws, answer.Laws[at].Law, start);
    }

    private static LawVerdict Reported(int at, MethodInfo law, Verdict verdict, string printed) =>
        new(at, verdict.Outcome, verdict.Words, verdict.Replay is { } replay ? Settings.Token(law.Name, replay) : null, printed);

    private void NoteCase(int number, bool smaller)
    {
        if (smaller && _failed == 0) _failed = number - 1;
        _record.Last = new(_law, number, _failed, _replays);
        _printed.Clear();
    }

    private void Send(Reply reply) => _parent.Send(reply);
}
