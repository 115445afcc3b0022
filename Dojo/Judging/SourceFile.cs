using System.Text;

namespace Etudes.Dojo;

/// <summary>A file of an answer.</summary>
/// <param name="Path">As errors and stacks are to call it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The stub, and those that its line "// Needs: DisjointSets" names.</summary>
    /// <exception cref="IOException">The file is not there.</exception>
    public static SourceFile[] Of(Kata kata) =>
        [Read(Kata.Full(kata.Stub), kata.Stub), .. kata.Needs.Select(needed => Read(Kata.Full(needed.Stub), needed.Stub))];

    /// <summary>A file in the place of the stub; what it needs comes from beside it, or else is the reference.</summary>
    /// <param name="file">As the errors are to name it.</param>
    /// <exception cref="IOException">The file is not there.</exception>
    public static SourceFile[] InPlaceOfStub(string file)
    {
        string full = System.IO.Path.GetFullPath(file);
        var needed = Kata.NeedsOf(full).Select(needed =>
        {
            string Beside(string path) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, $"{needed.Name}.cs");
            return File.Exists(Beside(full)) ? Read(Beside(full), Beside(file)) : new(needed.Answer, needed.ReadAnswer());
        });
        return [Read(full, file), .. needed];
    }

    private static SourceFile Read(string full, string shown)
    {
        using var file = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return new(shown, reader.ReadToEnd());
    }
}
