namespace Etudes.Dojo;

/// <summary>A statement for the terminal.</summary>
internal static class Statement
{
    public static string Inline(string markdown) => markdown.ReplaceLineEndings(" ");
}
