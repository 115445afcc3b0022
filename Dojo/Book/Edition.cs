using System.Reflection;
using System.Text;

namespace Etudes.Dojo;

/// <summary>
/// Whether this program belongs to a clone of the repository or to the kit. The kit has neither
/// git's history nor the sources of the answers: its program holds fresh stubs and answers itself.
/// </summary>
internal static class Edition
{
    private static readonly Assembly s_program = typeof(Edition).Assembly;

    public static bool IsKit { get; } = s_program.GetCustomAttributes<AssemblyMetadataAttribute>().Any(data => data.Key == "Kit");

    /// <summary>A stub or an answer as it was when the kit was made.</summary>
    /// <param name="path">From the root: Solutions/Heap/TopK.cs.</param>
    /// <exception cref="RefusedException">The kit has no such file.</exception>
    public static byte[] Held(string path)
    {
        using var held = s_program.GetManifestResourceStream($"../{path}") ?? throw new RefusedException($"The kit has no {path}; a clone of the repository has it.");
        using var bytes = new MemoryStream();
        held.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text of such a file.</summary>
    /// <exception cref="RefusedException">The kit has no such file.</exception>
    public static string HeldText(string path) => Encoding.UTF8.GetString(Held(path)).ReplaceLineEndings("\n").TrimEnd('\n');

    /// <param name="what">What was asked for, as the sentence begins: kata bench.</param>
    /// <exception cref="RefusedException">This is the kit.</exception>
    public static void MustBeClone(string what)
    {
        if (IsKit) throw new RefusedException($"{what} needs packages or the sources of the answers, which the kit does not have; a clone of the repository has them.");
    }

}
