using Spectre.Console;

namespace Etudes.ML.Pretraining;

/// <summary>How far a long piece of work is, and how long it still takes.</summary>
internal static class Progress
{
    /// <param name="most">The parts of the work.</param>
    /// <param name="work">Gets what counts them and says what is at work.</param>
    public static void Show(string words, int most, Action<ProgressTask> work) =>
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress => work(progress.AddTask(words, maxValue: most)));
}
