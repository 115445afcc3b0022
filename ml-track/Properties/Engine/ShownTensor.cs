using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Tensors as a person writes them: [[0, 1], [2, 3]].</summary>
public static class ShownTensor
{
    /// <summary>What a person reads number by number: 4 x 4.</summary>
    private const int Most = 16;

    /// <summary>", maps [[0, 1], [2, 3]]"; nothing where there are too many numbers to read.</summary>
    public static string OfSmall(string name, Func<Tensor> make)
    {
        using var scope = NewDisposeScope();
        var tensor = make();
        return tensor.numel() > Most ? "" : $", {name} {Of(tensor)}";
    }

    private static string Of(Tensor tensor) => tensor.dim() == 0 ? Show.Of(MustTensor.Read(tensor)[0])
        : $"[{string.Join(", ", Enumerable.Range(0, (int)tensor.shape[0]).Select(i => Of(tensor[i])))}]";
}
