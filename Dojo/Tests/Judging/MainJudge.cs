namespace Etudes.Dojo;

/// <summary>One compiler and one worker for all tests of a class, as in a watch.</summary>
public sealed class MainJudge : IDisposable
{
    private readonly Compiler _compiler = new(Judge.Main);

    internal Examiner Examiner { get; } = new(Judge.Main);

    /// <summary>A text in the place of the stub, and others that it needs.</summary>
    internal Compiled Compile(Kata kata, params string[] texts) => _compiler.Compile(Files(kata, texts), default);

    internal static SourceFile[] Files(Kata kata, params string[] texts) => [.. texts.Select((text, i) => new SourceFile(i == 0 ? kata.Stub : $"{i}.cs", text))];

    public void Dispose() => Examiner.Dispose();
}
