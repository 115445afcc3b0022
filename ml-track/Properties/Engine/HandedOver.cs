using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// What the cases of a thread hand over to an answer, which leaves it as it is. Before a value is compared it is looked whether that
/// is so: what comes of numbers that were written over says something else.
/// </summary>
public static class HandedOver
{
    /// <summary>A case hands over fewer before it compares.</summary>
    private const int Most = 16;
    /// <summary>Larger tensors are those of laws of cost, whose time is not to be spent here.</summary>
    private const int Largest = 1 << 14;

    [ThreadStatic] private static List<Handed>? s_handed;

    /// <param name="Numbers">What the tensor held then.</param>
    private sealed record Handed(Tensor Tensor, string Name, double[] Numbers);

    /// <summary>The same tensor, which is to hold what it holds until its scope ends. What a law writes into it
    /// itself, it hands over anew.</summary>
    /// <param name="name">As the contract calls it: "scores".</param>
    public static Tensor HandedOverAs(this Tensor tensor, string name)
    {
        var handed = s_handed ??= [];
        handed.RemoveAll(one => one.Tensor.IsInvalid || ReferenceEquals(one.Tensor, tensor));
        if (handed.Count == Most) handed.RemoveAt(0);
        if (tensor.numel() <= Largest) handed.Add(new(tensor, name, MustTensor.Read(tensor)));
        return tensor;
    }

    /// <summary>All that was handed over holds what it held. The last is looked at first: it may be a part of what came before, by the
    /// name that the answer knows.</summary>
    internal static void MustBeLeftAlone()
    {
        foreach (var (tensor, name, before) in Enumerable.Reverse(s_handed ?? []))
        {
            if (tensor.IsInvalid) continue;
            double[] now = MustTensor.Read(tensor);
            int at = now.AsSpan().CommonPrefixLength(before);
            if (at == now.Length) continue;
            throw new LawBroken($"your answer changed the caller's {name}{MustTensor.At(tensor.shape, at)} from {Digits.Few(before[at], now[at])} to {Digits.Few(now[at], before[at])}: "
                + "what ends in _, or assigns to [], writes into the tensor itself");
        }
    }
}
