namespace Etudes.Dojo;

/// <summary>What takes its time in an interview, one at a time: a check, or examples that are judged.</summary>
/// <param name="post">Has something done between two events.</param>
internal sealed class InterviewTasks(Kata kata, Judges judges, InterviewScreen screen, Action<Action> post)
{
    public Task Running { get; private set; } = Task.CompletedTask;

    public bool IsRunning => !Running.IsCompleted;

    /// <param name="done">Told of what came of it.</param>
    public void Check(Action<Judgement> done, CancellationToken cancel) => Running = Run(" checking ...", async () =>
    {
        var text = new VerdictText(kata.Name, advises: false); // a hint is asked for, and counted
        var judgement = await judges.Judge(kata, null, (judgement, reply) =>
        {
            if (text.Take(judgement, reply) is { Count: > 0 } lines) post(() => screen.Say([.. lines]));
        }, cancel) ?? throw new OperationCanceledException();
        post(() =>
        {
            done(judgement);
            screen.Say(new StyledLine($" checked in {judgement.Taken.TotalSeconds:f1} s", Terminal.Dim));
        });
    });

    /// <param name="done">Told of what came of them, where there are any that compile.</param>
    public void TryExamples(Action<ExamplesTried> done, CancellationToken cancel) => Running = Run(" judging your examples ...", async () =>
    {
        var judgement = await judges.TryExamples(kata, cancel);
        post(() =>
        {
            screen.Clear();
            if (judgement.Examples is { } tried)
            {
                done(tried);
                screen.Say([.. ExamplesText.Whole(tried)]);
            }
            else screen.Say([.. judgement.ErrorsOfExamples.Concat(judgement.Obstacles).DefaultIfEmpty($"{kata.Examples} has no example yet.").Select(line => new StyledLine(Show.Printable(line), Terminal.Open))]);
        });
    });

    private async Task Run(string what, Func<Task> work)
    {
        screen.Clear();
        screen.Say(new StyledLine(what, Terminal.Dim));
        try { await Task.Run(work); }
        catch (RefusedException refused) { post(() => screen.Say(new StyledLine(refused.Message, Terminal.Open))); }
    }
}
