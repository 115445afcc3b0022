namespace Etudes.ML.Pretraining;

/// <summary>Where the class token looks in the last block of the encoder.</summary>
internal static class AttentionMaps
{
    /// <summary>A picture per head, [1, 1, S, S], white where it looks most, for one picture,
    /// [1, C, S, S].</summary>
    public static Tensor[] Of(LoadedModel model, Tensor picture)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (shape, heads) = (model.Shape, model.Shape.Encoder.Heads);
        Tensor? made = null; // queries, keys and values of each token, [1, 1 + L, 3 D]
        var qkv = (nn.Module<Tensor, Tensor>)model.Model.named_modules().Single(pair => pair.name == $"blocks.{shape.Encoder.Depth - 1}.attn.qkv").module;
        var hook = qkv.register_forward_hook((_, _, output) => made = output);
        Features.Of(model.Model, model.Scale.To(picture));
        hook.remove();
        var parts = made!.reshape(1, 1 + shape.Patches, 3, heads, shape.Encoder.Width / heads).permute(2, 0, 3, 1, 4); // [3, 1, heads, 1 + L, D / heads]
        var weights = (parts[0][.., .., ..1] * parts[1]).sum(-1).div(Math.Sqrt(shape.Encoder.Width / heads)).softmax(-1)[0, .., 1..]; // [heads, L]
        int grid = shape.Side / shape.Patch;
        var maps = (2 * weights / weights.amax([1], keepdim: true) - 1).reshape(heads, 1, 1, grid, grid).cpu();
        return [.. Enumerable.Range(0, heads).Select(head => nn.functional.interpolate(maps[head], [shape.Side, shape.Side]).MoveToOuterDisposeScope())];
    }
}
