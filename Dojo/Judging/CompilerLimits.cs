namespace Etudes.Dojo;

/// <summary>
/// How large and how nested a file may be. The compiler's recursion overflows the stack on some texts, or takes minutes over them,
/// and nothing stops it inside its process. So a text is looked at character by character, without recursion, before it gets there.
/// </summary>
internal static class CompilerLimits
{
    private const int MostCharacters = 1_000_000;
    private const int Deepest = 1000;
    /// <summary>What lies within these three is no danger to the stack that the compiler has here.</summary>
    private const int UsuallyDeepest = 100, UsualStatement = 4000, UsualElses = 300;

    /// <summary>Why nobody compiles that, or null.</summary>
    public static string? Refusal(SourceFile file) =>
        file.Text.Length > MostCharacters ? $"{file.Path}: it has {file.Text.Length} characters; an answer has at most {MostCharacters}"
        : Extent.Of(file.Text).Depth > Deepest ? $"{file.Path}: its brackets are nested more than {Deepest} deep"
        : null;

    /// <summary>Whether it looks like what people write, so that this process can compile it.</summary>
    public static bool IsUsual(SourceFile file) =>
        Extent.Of(file.Text) is { Depth: <= UsuallyDeepest, Statement: <= UsualStatement, Elses: <= UsualElses };

    /// <param name="Depth">How many brackets are open at most; what looks like one in a comment or a string counts too.</param>
    /// <param name="Statement">The most characters between two of ; { and }: chains of operators have no brackets.</param>
    /// <param name="Elses">How often it says else: a chain of else if is nested.</param>
    private readonly record struct Extent(int Depth, int Statement, int Elses)
    {
        public static Extent Of(string text)
        {
            int open = 0, angles = 0, depth = 0, begin = 0, statement = 0;
            for (int i = 0; i < text.Length; i++)
            {
                char character = text[i];
                if (character is '(' or '[' or '{') open++;
                else if (character is ')' or ']' or '}') open--;
                else if (character == '<') angles++;
                else if (character == '>') angles--;
                if (character is ';' or '{' or '}') (begin, angles) = (i, 0);
                (depth, statement) = (Math.Max(depth, open + Math.Max(0, angles)), Math.Max(statement, i - begin));
            }
            return new(depth, statement, text.AsSpan().Count("else"));
        }
    }
}
