using System.Runtime.CompilerServices;

namespace Etudes.Dojo;

/// <summary>
/// Has answers judged by a worker, and replaces it when an answer has ended or spoilt it. What a dead worker cannot tell any more,
/// the next one does.
/// </summary>
internal sealed class Examiner(Judge judge) : IDisposable
{
    /// <summary>Without a word for so long a worker is taken for dead; its own deadlines are shorter.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(1);

    private WorkerProcess _worker = IdleWorkers.Take(judge);
    private int _unfinished;

    /// <summary>Makes the worker ready for a kata; <see cref="Judge"/> need not wait for it.</summary>
    public Task WarmUp(Kata kata) => _worker.Send(new Warm(kata.Name));

    /// <summary>Judges what was compiled.</summary>
    /// <param name="judgement">Takes each reply as it comes.</param>
    /// <param name="seed">Where every law starts.</param>
    /// <param name="known">Has the case that failed last, to be tried first.</param>
    /// <param name="examples">The learner's own, or null; where the answer is not judged they are tried alone.</param>
    public async Task Judge(Judgement judgement, Kata kata, Compiled answer, int seed, Progress? known = null, CompiledExamples? examples = null, CancellationToken cancel = default)
    {
        bool isJudged = answer.Errors.Length == 0 && answer.Foreign is null;
        if (examples is not null && !isJudged) await TryExamples(judgement, kata, examples, cancel);
        if (answer.Errors.Length > 0) judgement.Take(new NotCompiled(answer.Errors));
        else if (answer.Foreign is { } foreign) judgement.Take(new Refused($"not judged: {foreign}; an answer stands for itself"));
        else
        {
            var request = new Examine(kata.Name, answer.Image, answer.Symbols, seed, known?.Replay, examples);
            await foreach (var reply in Replies(kata, request, answer.StartsProcesses, cancel)) judgement.Take(WithoutRepeating(reply, known));
        }
    }

    /// <summary>Tries examples on all but the learner's answer.</summary>
    public async Task TryExamples(Judgement judgement, Kata kata, CompiledExamples examples, CancellationToken cancel)
    {
        await foreach (var reply in Replies(kata, new TryExamples(kata.Name, examples), isSpoilt: false, cancel)) judgement.Take(reply);
    }

    /// <summary>A remembered case of the usual seed is repeated by that seed; nobody needs a command for it.</summary>
    private static Reply WithoutRepeating(Reply reply, Progress? known) =>
        reply is LawVerdict law && known is { IsReplayDrawn: false, Replay: not null } && law.Verdict.Replay == known.Replay ? law with { Verdict = law.Verdict with { Again = null } } : reply;

    /// <summary>The known mistakes of a kata.</summary>
    public async Task<IReadOnlyList<KnownMistake>> Gallery(Kata kata, CancellationToken cancel)
    {
        KnownMistake[] gallery = [];
        await foreach (var reply in Replies(kata, new Describe(kata.Name), isSpoilt: false, cancel))
            if (reply is Described described) gallery = described.Mistakes;
        return gallery;
    }

    /// <summary>What a worker says to a request as it comes, ending with <see cref="Finished"/>. Whoever asks for the next answer need not wait for that.</summary>
    /// <param name="isSpoilt">The worker is not used again.</param>
    private async IAsyncEnumerable<Reply> Replies(Kata kata, Request request, bool isSpoilt, [EnumeratorCancellation] CancellationToken cancel)
    {
        await _worker.Send(request);
        int earlier = _unfinished++;
        while (await Next(cancel) is var reply)
        {
            if (reply is null && earlier > 0)
            {
                // An earlier answer's death is not this one's.
                Replace();
                await _worker.Send(request);
                (earlier, _unfinished) = (0, 1);
            }
            else if (reply is null)
            {
                yield return await Bury(kata, request);
                yield return new Finished(false);
                yield break;
            }
            else if (earlier > 0)
            {
                if (reply is Finished) (earlier, _unfinished) = (earlier - 1, _unfinished - 1);
            }
            else if (reply is not Ready)
            {
                if (reply is Finished finished)
                {
                    _unfinished--;
                    if (!finished.Reusable || isSpoilt) await ReplaceFor(kata);
                }
                yield return reply;
                if (reply is Finished) yield break;
            }
        }
    }

    private async Task<Reply?> Next(CancellationToken cancel)
    {
        // No cancel for WaitAsync: it could give up a message that Receive has taken already.
        try { return await _worker.Receive(cancel).WaitAsync(s_silence); }
        catch (TimeoutException) { return null; }
    }

    /// <summary>The verdict on an answer that ended its process: the input is drawn anew from the seed.</summary>
    private async Task<Reply> Bury(Kata kata, Request request)
    {
        var (last, sentence) = (_worker.LastCase, await _worker.Obituary());
        Replace();
        if (request is not Examine examine) return new Refused($"the worker {sentence} while it tried your examples");
        if (last is { Law: < 0, Case: > 0 }) return new Refused($"your answer {sentence} in your example {examine.Examples!.Names[last.Case - 1]}");
        if (last.Law < 0) return new Refused($"your answer {sentence} before the first law");
        await _worker.Send(new Blame(kata.Name, last, examine.Seed, examine.Replay, sentence));
        var verdict = await Next(default) ?? throw new InvalidOperationException($"the worker does not start: {await _worker.Obituary()}");
        await WarmUp(kata);
        return verdict;
    }

    private Task ReplaceFor(Kata kata)
    {
        Replace();
        return WarmUp(kata);
    }

    private void Replace()
    {
        _worker.Dispose();
        (_worker, _unfinished) = (IdleWorkers.Take(judge), 0);
    }

    public void Dispose()
    {
        if (_unfinished == 0) IdleWorkers.Leave(judge, _worker);
        else _worker.Dispose();
    }
}
