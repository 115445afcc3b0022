using System.Text.Json;
using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>One model being trained. Every draw follows from the seed and the number of the step, so that a resumed run goes on as if it had not stopped.</summary>
public sealed class Training : IDisposable
{
    public const int Patch = 4;
    /// <summary>What follows the name of a checkpoint that is still being written.</summary>
    public const string Unfinished = ".new";
    private const double PeakRate = 2e-3, Warmup = 0.1;
    private const string Magic = "Etudes masked autoencoder 1";

    private readonly Device _device;
    private readonly Tensor _images;
    private readonly AdamW _optimizer;

    /// <param name="images">Pixels from -1 to 1, [N, 3, 32, 32] with N at least a batch.</param>
    public Training(Tensor images, Settings settings, Device device)
    {
        (Settings, _device, _images) = (settings, device, images.to(device));
        manual_seed(settings.Seed);
        Model = MaskedAutoencoder.Create(Scenes.Side, Patch, 3, encoder: (96, 4, 4), decoder: (64, 1, 4), mlpRatio: 4);
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

    public int StepsAnEpoch => (int)(_images.shape[0] / Settings.Batch);
    public int Steps => Settings.Epochs * StepsAnEpoch;

    /// <summary>One step of AdamW; the loss before it stays on the device, a scalar, [].</summary>
    public Tensor Next()
    {
        using var scope = NewDisposeScope();
        foreach (var group in _optimizer.ParamGroups) group.LearningRate = PeakRate * Rate(Step / (double)Steps, Warmup);
        var batch = _images.index_select(0, Order().narrow(0, Step % StepsAnEpoch * Settings.Batch, Settings.Batch).to(_device)); // [B, 3, 32, 32]
        using var random = new Generator((ulong)Settings.Seed << 32 | (uint)Step);
        var noise = rand(Settings.Batch, Patches, generator: random).to(_device); // [B, L]
        _optimizer.zero_grad();
        var (latent, mask, idsRestore) = Model.Encode(batch, noise, Settings.MaskRatio);
        var loss = MaeLoss.Loss(Model.Decode(latent, idsRestore), Patchify.ToPatches(batch, Patch), mask, Settings.NormalisePixels); // []
        loss.backward();
        _optimizer.step();
        Step++;
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
    /// <exception cref="RefusedRunException">The file is no checkpoint, or a damaged one.</exception>
    public static Training Load(string path, Func<Settings, Tensor> images, Device device)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (reader.ReadString() != Magic) throw new InvalidDataException("another kind of file");
            var settings = JsonSerializer.Deserialize<Settings>(reader.ReadString())!;
            var history = JsonSerializer.Deserialize<LearningCurve>(reader.ReadString())!;
            var training = new Training(images(settings), settings, device) { History = history, Step = reader.ReadInt32() };
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
        _images.Dispose();
    }

    private static int Patches => Scenes.Side / Patch * (Scenes.Side / Patch);

    /// <summary>The order of the pictures in this epoch, [N].</summary>
    private Tensor Order()
    {
        using var random = new Generator((ulong)Settings.Seed << 32 | (uint)(Step / StepsAnEpoch) | 1u << 31);
        return randperm(_images.shape[0], generator: random);
    }
}
