using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>One model being trained. Every draw follows from the seed and the number of the step, so that a resumed run goes on as if it had not stopped.</summary>
public sealed class Training : IDisposable
{
    private const double PeakRate = 2e-3, Warmup = 0.1;

    private readonly Device _device;
    private readonly Batches _batches;
    private readonly AdamW _optimizer;
    private readonly string[] _learned; // in the optimiser's order

    /// <param name="pictures">At least a batch of them.</param>
    public Training(PictureSet pictures, Settings settings, Device device)
    {
        (Settings, _device, _batches) = (settings, device, new Batches(pictures, settings.Batch, settings.Seed));
        manual_seed(settings.Seed);
        Model = settings.Model.Create();
        Model.to(device);
        var learned = Model.named_parameters().Where(pair => pair.parameter.requires_grad)
            .ToLookup(pair => pair.parameter.dim() > 1 && !pair.name.EndsWith(".bias"));
        _learned = [.. learned[true].Concat(learned[false]).Select(pair => pair.name)];
        _optimizer = new AdamW([Group(learned[true].Select(pair => pair.parameter), decay: 0.05), Group(learned[false].Select(pair => pair.parameter), decay: 0)], PeakRate, 0.9, 0.95);

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
        for (int at = 0; at < Settings.Batch; at += Settings.AtOnce)
            loss += Learn(batch.narrow(0, at, Settings.AtOnce), noise.narrow(0, at, Settings.AtOnce), 1.0 / Settings.Accumulate);
        _optimizer.step();
        Step++;
        return loss.MoveToOuterDisposeScope();
    }

    /// <summary>What a step does with the pictures that are in memory together, but for learning from
    /// them.</summary>
    internal void Try()
    {
        using var scope = NewDisposeScope();
        Learn(zeros(Settings.AtOnce, Settings.Model.Channels, Settings.Model.Image, Settings.Model.Image, device: _device), rand(Settings.AtOnce, Settings.Model.Patches, device: _device), 1);
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
    public void Save(string path) => new Checkpoint(Settings, Step, History).Write(path, Tensors, Metadata);

    /// <summary>The weights alone, as others read them.</summary>
    public void SaveWeights(string path) => SafeTensors.Write(path, Model.state_dict(), Metadata);

    /// <summary>The training of a checkpoint, ready for its next step.</summary>
    /// <param name="epochs">How far it goes, if not as far as it was to go.</param>
    /// <exception cref="RefusedRunException">The file is no checkpoint, or a damaged one.</exception>
    public static Training Load(string path, int? epochs, Func<Settings, PictureSet> pictures, Device device)
    {
        using var file = Weights.Read(path);
        var (settings, step, history) = Checkpoint.Of(file);
        var training = new Training(pictures(settings), settings with { Epochs = epochs ?? settings.Epochs }, device) { History = history, Step = step };
        try
        {
            Checkpoint.Fill(training.Tensors, file);
            foreach (var (_, state) in training.States) state.step = step;
            return training;
        }
        catch
        {
            training.Dispose();
            throw;
        }
    }

    private Dictionary<string, string> Metadata => new(Settings.Model.Metadata) { [PixelScale.Key] = "from -1 to 1" };

    /// <summary>What a checkpoint holds: the weights, and what the optimiser knows of each.</summary>
    private Dictionary<string, Tensor> Tensors
    {
        get
        {
            var tensors = Model.state_dict();
            foreach (var (name, state) in States) (tensors[$"optimizer.exp_avg.{name}"], tensors[$"optimizer.exp_avg_sq.{name}"]) = (state.exp_avg, state.exp_avg_sq);
            return tensors;
        }
    }

    private IEnumerable<(string Name, AdamW.State State)> States => _learned.Zip(_optimizer.state_dict().State.Cast<AdamW.State>());

    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
    }
}
