namespace Etudes.ML.Pretraining;

/// <summary>The same model on a GPU. TF32 is off here, so that float32 is compared with float32.</summary>
public class CudaTests
{
    [CudaFact]
    public void Prediction_loss_and_gradients_agree_with_the_CPU()
    {
        using var scope = NewDisposeScope();
        backends.cuda.matmul.allow_tf32 = backends.cudnn.allow_tf32 = false;
        var (onCpu, onGpu) = (Results("cpu"), Results("cuda"));
        foreach (var (name, expected) in onCpu) MustTensor.Be(expected, onGpu[name], $"on the GPU, {name}", absolute: 1e-4, relative: 1e-3);
    }

    [CudaFact]
    public void Twenty_steps_lower_the_loss()
    {
        using var scope = NewDisposeScope();
        using var training = new Training(DrawnPictures.Draw(64, 1, 32, 3), new Settings(PictureSource.Drawn, false, Presets.Named["tiny"], 0.75, false, 20, 64, 1, 1), new Device("cuda"));
        double first = training.Next().item<float>(), last = 0;
        for (int step = 1; step < 20; step++) last = training.Next().item<float>();
        Assert.True(last < 0.9 * first, $"the loss went from {first} to {last}");
    }

    private static Dictionary<string, Tensor> Results(string device)
    {
        manual_seed(1);
        using var model = MaskedAutoencoder.Create(32, 4, 3, (64, 2, 4), (32, 1, 4), 4);
        model.to(device);
        using var random = new Generator(1);
        var (images, noise) = (rand(4, 3, 32, 32, generator: random).to(device), rand(4, 64, generator: random).to(device));
        var (latent, mask, idsRestore) = model.Encode(images, noise, 0.75);
        var prediction = model.Decode(latent, idsRestore);
        var loss = MaeLoss.Loss(prediction, Patchify.ToPatches(images, 4), mask, normalise: true);
        loss.backward();
        var results = model.named_parameters().Where(pair => pair.parameter.grad is not null)
            .ToDictionary(pair => $"the gradient of {pair.name}", pair => pair.parameter.grad!.cpu());
        results["the prediction"] = prediction.detach().cpu();
        results["the loss"] = loss.detach().cpu();
        return results;
    }
}
