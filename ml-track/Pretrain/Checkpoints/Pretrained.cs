namespace Etudes.ML.Pretraining;

/// <summary>A masked autoencoder with the weights of a file.</summary>
public static class Pretrained
{
    /// <summary>A model that predicts pictures.</summary>
    /// <param name="heads">For a file that does not tell them, and widths that nobody has
    /// published.</param>
    /// <exception cref="RefusedRunException">The weights lack a decoder, or are no masked
    /// autoencoder.</exception>
    public static MaskedAutoencoder Whole(StateDict weights, (int Encoder, int Decoder)? heads = null) => Architecture.HasDecoder(weights) ? Encoder(weights, heads)
        : throw Weights.Refusal(weights.Source, "it has an encoder and no decoder, so that it can be probed but shows no pictures");

    /// <summary>A model that encodes. It predicts too if the file has a decoder.</summary>
    /// <inheritdoc cref="Whole"/>
    public static MaskedAutoencoder Encoder(StateDict weights, (int Encoder, int Decoder)? heads = null)
    {
        var architecture = Architecture.Of(weights, heads);
        var shapes = PublishedNames.Of(architecture).ToList();
        Refuse(weights, Misfits(weights, shapes));
        Refuse(weights, shapes.Where(entry => !IsFinite(weights.Tensors[entry.Name])).Select(entry => $"'{entry.Name}' holds numbers that are not finite"));
        var model = architecture.Create();
        try
        {
            Fill(model, weights, shapes);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static void Fill(MaskedAutoencoder model, StateDict weights, IEnumerable<(string Name, long[] Shape)> shapes)
    {
        using var _ = no_grad();
        var parameters = model.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        foreach (var (name, shape) in shapes)
        {
            if (!parameters.TryGetValue(name, out var parameter) || !parameter.shape.SequenceEqual(shape))
                throw Weights.Refusal(weights.Source, $"the model that is trained here has no '{name}' of the shape {Architecture.Shown(shape)}");
            parameter.copy_(weights.Tensors[name]);
        }
    }

    private static IEnumerable<string> Misfits(StateDict weights, List<(string Name, long[] Shape)> shapes)
    {
        foreach (var (name, shape) in shapes)
        {
            if (!weights.Tensors.TryGetValue(name, out var tensor)) yield return $"'{name}' is missing";
            else if (!tensor.shape.SequenceEqual(shape)) yield return $"'{name}' has the shape {Architecture.Shown(tensor.shape)}; expected {Architecture.Shown(shape)}";
            else if (!tensor.is_floating_point()) yield return $"'{name}' is of {tensor.dtype}; expected floating-point numbers";
        }
        // An encoder that was cut off its decoder may keep the mask token, of which it makes no use.
        foreach (string name in weights.Tensors.Keys.Except(shapes.Select(entry => entry.Name).Append("mask_token"))) yield return $"'{name}' is no weight of a masked autoencoder";
    }

    /// <summary>Refuses for the first reason, and counts the others.</summary>
    private static void Refuse(StateDict weights, IEnumerable<string> reasons)
    {
        var all = reasons.ToList();
        if (all.Count > 0) throw Weights.Refusal(weights.Source, all[0] + (all.Count > 1 ? $", and {all.Count - 1} more do not fit" : ""));
    }

    /// <summary>As the model will have it: a double may be too large for a float.</summary>
    private static bool IsFinite(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.to(float32).isfinite().all().item<bool>();
    }
}
