using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Tensors as a person writes them: [[0, 1], [2, 3]].</summary>
public static class ShownTensor
{
    /// <summary>What a person reads number by number: two of 4 x 4.</summary>
    private const int Most = 16, MostInAll = 32;

    /// <summary>", maps [[0, 1], [2, 3]]"; nothing where there are too many numbers to read.</summary>
    public static string OfSmall(string name, Func<Tensor> make)
    {
        using var scope = NewDisposeScope();
        var tensor = make();
        while (tensor.dim() > 2 && tensor.shape[0] == 1) tensor = tensor[0]; // brackets around one thing say nothing
        return tensor.numel() > MostInAll || tensor.shape.TakeLast(2).Aggregate(1L, (x, y) => x * y) > Most ? "" : $", {name} {Of(tensor)}";
    }

    private static string Of(Tensor tensor) => tensor.dim() == 0 ? Show.Of(MustTensor.Read(tensor)[0])
        : $"[{string.Join(", ", Enumerable.Range(0, (int)tensor.shape[0]).Select(i => Of(tensor[i])))}]";
}
