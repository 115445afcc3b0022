namespace Etudes.ML.Pretraining;

/// <summary>The weights of a masked autoencoder under the names that its authors publish, with the
/// shapes that follow from its measures.</summary>
/// <remarks>Source: <see href="https://github.com/facebookresearch/mae">facebookresearch/mae</see>,
/// whose names come from <see
/// href="https://github.com/huggingface/pytorch-image-models">timm</see>.</remarks>
public static class PublishedNames
{
    /// <summary>Every weight of such a model, the fixed positions too.</summary>
    public static IEnumerable<(string Name, long[] Shape)> Of(Architecture measures)
    {
        var (image, patch, channels, encoder, decoder, _) = measures;
        long length = 1 + (long)(image / patch) * (image / patch), width = encoder.Width;
        return [
            ("cls_token", [1, 1, width]), ("pos_embed", [1, length, width]),
            ("patch_embed.proj.weight", [width, channels, patch, patch]), ("patch_embed.proj.bias", [width]),
            .. Blocks("blocks", encoder, measures.MlpRatio), .. Norm("norm", width),
            .. decoder is { } part ? Decoder(part) : []];

        IEnumerable<(string, long[])> Decoder((int Width, int Depth, int Heads) part) => [
            ("mask_token", [1, 1, part.Width]), ("decoder_pos_embed", [1, length, part.Width]), .. Linear("decoder_embed", width, part.Width),
            .. Blocks("decoder_blocks", part, measures.MlpRatio), .. Norm("decoder_norm", part.Width),
            .. Linear("decoder_pred", part.Width, (long)patch * patch * channels)];
    }

    private static IEnumerable<(string, long[])> Blocks(string name, (int Width, int Depth, int Heads) part, int mlpRatio)
    {
        long width = part.Width, hidden = width * mlpRatio;
        return Enumerable.Range(0, part.Depth).Select(i => $"{name}.{i}.").SelectMany(block => (IEnumerable<(string, long[])>)[
            .. Norm(block + "norm1", width), .. Linear(block + "attn.qkv", width, 3 * width), .. Linear(block + "attn.proj", width, width),
            .. Norm(block + "norm2", width), .. Linear(block + "mlp.fc1", width, hidden), .. Linear(block + "mlp.fc2", hidden, width)]);
    }

    private static (string, long[])[] Norm(string name, long width) => [(name + ".weight", [width]), (name + ".bias", [width])];

    private static (string, long[])[] Linear(string name, long from, long to) => [(name + ".weight", [to, from]), (name + ".bias", [to])];
}
