using System.Runtime.InteropServices;

namespace Etudes.ML.Pretraining;

/// <summary>What libtorch says when there is too little memory, in one sentence with what to try.</summary>
internal static class OutOfMemory
{
    private static readonly string[] s_words = ["can't allocate memory", "not enough memory", "out of memory"];

    /// <summary>What a CPU cannot hold is refused before: there the system would end the process, or
    /// another one.</summary>
    /// <param name="available">Bytes.</param>
    /// <exception cref="RefusedRunException">A step needs more.</exception>
    public static void Foresee(Settings settings, long available)
    {
        if (Forecast.Memory(settings) > available) throw Refusal(settings, $"A step needs some {Forecast.Memory(settings) / 1e9:0.0} GB, and {available / 1e9:0.0} GB are there",
            parts => Forecast.Memory(settings with { Accumulate = parts }) <= available);
    }

    /// <exception cref="RefusedRunException">There was too little memory.</exception>
    public static void Tell(Settings settings, Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is OutOfMemoryException || e is ExternalException && s_words.Any(words => e.Message.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusal(settings, $"There is too little memory for {settings.AtOnce} pictures at a time", parts => parts >= 2 * settings.Accumulate);
        }
    }

    private static RefusedRunException Refusal(Settings settings, string words, Predicate<int> fits)
    {
        int parts = Enumerable.Range(settings.Accumulate + 1, settings.Batch).FirstOrDefault(parts => settings.Batch % parts == 0 && fits(parts));
        string cure = parts > 0 ? $"--accumulate {parts} makes the same steps of {settings.Batch} pictures, {settings.Batch / parts} at a time" : "a smaller --width or --depth needs less";
        return new($"{words}; {cure}.");
    }
}
