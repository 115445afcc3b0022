using System.Runtime.InteropServices;

namespace Etudes.ML.Pretraining;

/// <summary>What libtorch says when there is too little memory, in one sentence with what to try.</summary>
internal static class OutOfMemory
{
    private static readonly string[] s_words = ["can't allocate memory", "not enough memory", "out of memory"];

    /// <exception cref="RefusedRunException">There was too little memory.</exception>
    public static void Tell(Settings settings, Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is OutOfMemoryException || e is ExternalException && s_words.Any(words => e.Message.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            int parts = Enumerable.Range(settings.Accumulate + 1, settings.Batch).FirstOrDefault(parts => parts >= 2 * settings.Accumulate && settings.Batch % parts == 0);
            string cure = parts > 0 ? $"--accumulate {parts} makes the same steps of {settings.Batch} pictures, {settings.Batch / parts} at a time" : "a smaller --width or --depth needs less";
            throw new RefusedRunException($"There is too little memory for {settings.Batch / settings.Accumulate} pictures at a time; {cure}.");
        }
    }
}
