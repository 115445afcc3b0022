using System.Text.Json;
using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>One model being trained. Every draw follows from the seed and the number of the step, so that a resumed run goes on as if it had not stopped.</summary>
public sealed class Training : IDisposable
{
    /// <summary>What follows the name of a checkpoint that is still being written.</summary>
    public const string Unfinished = ".new";
    private const double PeakRate = 2e-3, Warmup = 0.1;
    private const string Magic = "Etudes masked autoencoder 2";

    private readonly Device _device;
    private readonly Batches _batches;
    private readonly AdamW _optimizer;

    /// <param name="pictures">At least a batch of them.</param>
    public Training(PictureSet pictures, Settings settings, Device device)
    {
        (Settings, _device, _batches) = (settings, device, new Batches(pictures, settings.Batch, settings.Seed));
        manual_seed(settings.Seed);
        Model = settings.Model.Create();
        Model.to(device);
        var learned = Model.named_parameters().Where(pair => pair.parameter.requires_grad)
            .ToLookup(pair => pair.parameter.dim() > 1 && !pair.name.EndsWith(".bias"), pair => pair.parameter);
        _optimizer = new AdamW([Group(learned[true], decay: 0.05), Group(learned[false], decay: 0)], PeakRate, 0.9, 0.95);

        static AdamW.ParamGroup Group(IEnumerable<Parameter> parameters, double decay) => new(parameters, PeakRate, 0.9, 0.95, 1e-8, decay);
    }

    public Settings Settings { get; }
    public MaskedAutoencoder Model { get; }

    /// <summary>Kept with the checkpoint, so that a resumed run's curve begins where the run did.</summary>
    public LearningCurve History { get; private init; } = new([], []);

    /// <summary>How many steps have been made.</summary>
    public int Step { get; private set; }

    public int StepsPerEpoch => _batches.PerEpoch;
    public int Steps => Settings.Epochs * StepsPerEpoch;
    public bool IsDone => Step >= Steps;

    /// <summary>The learning rate of the next step.</summary>
    public double NextRate => PeakRate * Rate(Step / (double)Steps, Warmup);

    /// <summary>One step of AdamW; the loss before it stays on the device, a scalar, [].</summary>
    public Tensor Next()
    {
        using var scope = NewDisposeScope();
        foreach (var group in _optimizer.ParamGroups) group.LearningRate = NextRate;
        var batch = _batches.Of(Step).On(_device); // [B, C, S, S]
        using var random = new Generator((ulong)Settings.Seed << 32 | (uint)Step);
        var noise = rand(Settings.Batch, Settings.Model.Patches, generator: random).to(_device); // [B, L]
        _optimizer.zero_grad();
        var loss = zeros(1, device: _device)[0]; // []
        int part = Settings.Batch / Settings.Accumulate;
        for (int at = 0; at < Settings.Batch; at += part) loss += Learn(batch.narrow(0, at, part), noise.narrow(0, at, part), 1.0 / Settings.Accumulate);
        _optimizer.step();
        Step++;
        return loss.MoveToOuterDisposeScope();
    }

    /// <summary>What a step does with so many pictures, but for learning from them.</summary>
    internal void Try(int pictures)
    {
        using var scope = NewDisposeScope();
        Learn(zeros(pictures, Settings.Model.Channels, Settings.Model.Side, Settings.Model.Side, device: _device), rand(pictures, Settings.Model.Patches, device: _device), 1);
        _optimizer.zero_grad();
    }

    /// <summary>Adds the gradients of these pictures.</summary>
    /// <returns>Their part of the loss, [].</returns>
    private Tensor Learn(Tensor pictures, Tensor noise, double part)
    {
        using var scope = NewDisposeScope();
        var (latent, mask, idsRestore) = Model.Encode(pictures, noise, Settings.MaskRatio);
        var loss = MaeLoss.Loss(Model.Decode(latent, idsRestore), Patchify.ToPatches(pictures, Settings.Model.Patch), mask, Settings.NormalisePixels) * part; // []
        loss.backward();
        return loss.detach().MoveToOuterDisposeScope();
    }

    /// <summary>The learning rate as a part of its peak: a linear warm-up, then half a cosine down to 0.</summary>
    public static double Rate(double progress, double warmup) =>
        progress < warmup ? progress / warmup : (1 + Math.Cos(Math.PI * (progress - warmup) / (1 - warmup))) / 2;

    /// <summary>The model, the optimiser and where they stand, in one file that is there whole or not at all.</summary>
    public void Save(string path)
    {
        string fresh = path + Unfinished;
        using (var writer = new BinaryWriter(File.Create(fresh)))
        {
            writer.Write(Magic);
            writer.Write(JsonSerializer.Serialize(Settings));
            writer.Write(JsonSerializer.Serialize(History));
            writer.Write(Step);
            Model.save(writer);
            _optimizer.save_state_dict(writer);
        }
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>The training of a checkpoint, ready for its next step.</summary>
    /// <param name="epochs">How far it goes, if not as far as it was to go.</param>
    /// <exception cref="RefusedRunException">The file is no checkpoint, or a damaged one.</exception>
    public static Training Load(string path, int? epochs, Func<Settings, PictureSet> pictures, Device device)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (reader.ReadString() != Magic) throw new InvalidDataException("another kind of file");
            var settings = JsonSerializer.Deserialize<Settings>(reader.ReadString())!;
            settings = settings with { Epochs = epochs ?? settings.Epochs };
            var history = JsonSerializer.Deserialize<LearningCurve>(reader.ReadString())!;
            var training = new Training(pictures(settings), settings, device) { History = history, Step = reader.ReadInt32() };
            training.Model.load(reader);
            training._optimizer.load_state_dict(reader);
            return training;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or JsonException or FormatException or ArgumentException or UnauthorizedAccessException)
        {
            throw new RefusedRunException($"{path} is no checkpoint of this program, or a damaged one ({e.Message.TrimEnd('.')}); it is left as it is.");
        }
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
    }
}
