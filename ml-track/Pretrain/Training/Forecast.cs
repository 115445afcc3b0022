using System.Diagnostics;

namespace Etudes.ML.Pretraining;

/// <summary>What a step will take, said before the first one.</summary>
/// <param name="Bytes">Of memory, about.</param>
/// <param name="Time">Of a step on this machine, about.</param>
public sealed record Forecast(long Bytes, TimeSpan Time)
{
    /// <summary>Tries the pictures of a step twice, and changes nothing: the first time warms
    /// up.</summary>
    public static Forecast Of(Training training)
    {
        training.Try();
        var clock = Stopwatch.StartNew();
        training.Try();
        return new Forecast(Memory(training.Settings), clock.Elapsed * training.Settings.Accumulate);
    }

    /// <summary>The bytes of a step: each weight with its gradient and two moments, and what is kept
    /// of pictures.</summary>
    public static long Memory(Settings settings)
    {
        long weights = PublishedNames.Of(settings.Model).Sum(entry => entry.Shape.Aggregate(1L, (product, size) => product * size));
        return 4 * sizeof(float) * weights + settings.AtOnce * PerPicture(settings);
    }

    public override string ToString() => $"a step takes about {(Time.TotalSeconds < 1 ? $"{Time.TotalMilliseconds:0} ms" : $"{Time.TotalSeconds:0.0} s")} and {Bytes / 1e6:N0} MB of memory";

    /// <summary>What is kept of a picture until its gradients are there: of each token some sixteen of
    /// its widths per block, and what attention weighs.</summary>
    private static long PerPicture(Settings settings)
    {
        var shape = settings.Model;
        long visible = 1 + (long)(shape.Patches * (1 - settings.MaskRatio));
        return sizeof(float) * (Kept(shape.Encoder, visible) + Kept(shape.Decoder!.Value, 1 + shape.Patches));

        static long Kept((int Width, int Depth, int Heads) blocks, long tokens) => blocks.Depth * tokens * (16L * blocks.Width + 2 * blocks.Heads * tokens);
    }
}
