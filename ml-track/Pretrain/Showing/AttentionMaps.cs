namespace Etudes.ML.Pretraining;

/// <summary>Where the class token looks in the last block of the encoder.</summary>
internal static class AttentionMaps
{
    /// <summary>A picture per head, [1, 1, S, S], white where it looks most and black where least, for one picture,
    /// [1, C, S, S].</summary>
    public static Tensor[] Of(LoadedModel model, Tensor picture)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (shape, heads) = (model.Shape, model.Shape.Encoder.Heads);
        var modules = model.Model.named_modules().ToDictionary(pair => pair.name, pair => pair.module);
        Tensor Through(string name, Tensor tokens) => ((nn.Module<Tensor, Tensor>)modules[name]).forward(tokens);
        Tensor Parameter(string name) => model.Model.get_parameter(name)!;

        var patches = Through("patch_embed.proj", model.Scale.To(picture)).flatten(2).transpose(1, 2); // [1, L, D]
        var tokens = cat([Parameter("cls_token"), patches], 1) + Parameter("pos_embed"); // [1, 1 + L, D]
        int last = shape.Encoder.Depth - 1;
        for (int block = 0; block < last; block++) tokens = Through($"blocks.{block}", tokens);
        var parts = Through($"blocks.{last}.attn.qkv", Through($"blocks.{last}.norm1", tokens)).reshape(1 + shape.Patches, 3, heads, -1).permute(1, 2, 0, 3); // [3, heads, 1 + L, D / heads]
        var weights = (parts[0][.., ..1] * parts[1]).sum(-1).div(Math.Sqrt(shape.Encoder.Width / heads)).softmax(-1)[.., 1..]; // [heads, L]
        int grid = shape.Image / shape.Patch;
        var (least, most) = (weights.amin([1], keepdim: true), weights.amax([1], keepdim: true));
        var maps = (2 * (weights - least) / (most - least).clamp_min(1e-12) - 1).reshape(heads, 1, 1, grid, grid).cpu();
        return [.. Enumerable.Range(0, heads).Select(head => nn.functional.interpolate(maps[head], [shape.Image, shape.Image]).MoveToOuterDisposeScope())];
    }
}
