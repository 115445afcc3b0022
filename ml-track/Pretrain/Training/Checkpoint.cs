using System.Globalization;
using System.Text.Json;

namespace Etudes.ML.Pretraining;

/// <summary>Where a run stands, in a file of safetensors beside its weights.</summary>
internal sealed record Checkpoint(Settings Settings, int Step, LearningCurve History)
{
    private const string VersionKey = "etudes_run", Version = "1", Losses = "run.losses", HeldOutSteps = "run.held_out_steps", HeldOutErrors = "run.held_out_errors";
    private static readonly JsonSerializerOptions s_json = new() { IncludeFields = true }; // measures are tuples

    public void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var scope = NewDisposeScope();
        SafeTensors.Write(path, new Dictionary<string, Tensor>(tensors)
        {
            [Losses] = tensor(History.Losses.ToArray()),
            [HeldOutSteps] = tensor(History.HeldOut.Select(point => (long)point.Step).ToArray()),
            [HeldOutErrors] = tensor(History.HeldOut.Select(point => point.Error).ToArray()),
        }, new Dictionary<string, string>(metadata)
        {
            [VersionKey] = Version,
            [nameof(Settings)] = JsonSerializer.Serialize(Settings, s_json),
            [nameof(Step)] = $"{Step}",
        });
    }

    /// <exception cref="RefusedRunException">The file is no checkpoint, or one of another version.</exception>
    public static Checkpoint Of(StateDict file)
    {
        try
        {
            if (!file.Metadata.TryGetValue(VersionKey, out string? version)) throw new FormatException("it is no checkpoint of a run");
            if (version != Version) throw new FormatException($"it is of version {version}; this program reads {Version}");
            if (JsonSerializer.Deserialize<Settings>(file.Metadata[nameof(Settings)], s_json) is not { Data: not null, Model: not null, Epochs: >= 1, Batch: >= 1, Accumulate: >= 1, MaskRatio: > 0 and < 1 } settings)
                throw new FormatException("its settings are none");
            if (Architecture.Of(file) != settings.Model) throw new FormatException("its settings are not those of its weights");
            int step = int.Parse(file.Metadata[nameof(Step)], NumberStyles.None, CultureInfo.InvariantCulture);
            var points = Numbers<long>(HeldOutSteps).Zip(Numbers<double>(HeldOutErrors), (at, error) => new Measurement((int)at, error));
            return new Checkpoint(settings, step, new LearningCurve([.. Numbers<double>(Losses)], [.. points]));
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw Weights.Refusal(file.Source, e.Message.TrimEnd('.'));
        }

        T[] Numbers<T>(string name) where T : unmanaged => [.. file.Tensors[name].data<T>()];
    }

    /// <summary>Copies the tensors of a file to those of the same names.</summary>
    /// <exception cref="RefusedRunException">One is missing, or of another shape.</exception>
    public static void Fill(IReadOnlyDictionary<string, Tensor> tensors, StateDict file)
    {
        using var _ = no_grad();
        foreach (var (name, into) in tensors)
        {
            if (!file.Tensors.TryGetValue(name, out var tensor) || !tensor.shape.SequenceEqual(into.shape))
                throw Weights.Refusal(file.Source, $"it has no '{name}' of the shape [{string.Join(", ", into.shape)}]");
            into.copy_(tensor);
        }
    }
}
