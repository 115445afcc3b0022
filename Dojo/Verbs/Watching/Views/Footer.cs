namespace Etudes.Dojo;

/// <summary>What is said below the verdict of a watch.</summary>
internal static class Footer
{
    /// <summary>A gallery has dozens: some give an idea of it.</summary>
    private const int Named = 3;

    public static IEnumerable<StyledLine> Of(Kata kata, Judgement judgement)
    {
        if (judgement.State != State.Green) yield break;
        yield return new($" it escapes the {judgement.Mistakes.Count} known mistakes: {string.Join(", ", judgement.Mistakes.Take(Named))}, ...", Terminal.Dim);
        yield return new($" {ProgressText.Solved(kata, Progress.Of(kata), InHand.After(kata))}");
        if (LearnerLog.Learner.Of("").HasAskedWhatIsDue && Due.Remembered(kata) is { } remembered) yield return new($" {remembered}; g changes the grade", Terminal.Dim);
        foreach (var note in Progress.Of(kata).Notes) yield return new($" your note: {Show.Printable(note.Text)}", Terminal.Dim);
        yield return new($" kata read {kata.Name} --follow-ups tells what an interviewer asks next", Terminal.Dim);
    }
}
