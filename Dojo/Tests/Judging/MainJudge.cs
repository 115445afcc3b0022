namespace Etudes.Dojo;

/// <summary>One compiler and one worker for all tests of a class, as in a watch.</summary>
public sealed class MainJudge : IDisposable
{
    internal Compiler Compiler { get; } = new(Judge.Main);
    internal Examiner Examiner { get; } = new(Judge.Main);
    public void Dispose() => Examiner.Dispose();
}
