namespace Etudes.ML.Pretraining;

/// <summary>A type of numbers that both formats have.</summary>
/// <param name="Safe">Its name in .safetensors.</param>
/// <param name="Torch">The class of torch that stores it.</param>
internal sealed record ElementType(ScalarType Type, int Bytes, string Safe, string Torch)
{
    /// <summary>libtorch computes with no more.</summary>
    public const int MostAxes = 64;

    public static IReadOnlyList<ElementType> All { get; } =
    [
        new(float64, 8, "F64", "torch.DoubleStorage"),
        new(float32, 4, "F32", "torch.FloatStorage"),
        new(float16, 2, "F16", "torch.HalfStorage"),
        new(bfloat16, 2, "BF16", "torch.BFloat16Storage"),
        new(int64, 8, "I64", "torch.LongStorage"),
        new(int32, 4, "I32", "torch.IntStorage"),
        new(int16, 2, "I16", "torch.ShortStorage"),
        new(int8, 1, "I8", "torch.CharStorage"),
        new(uint8, 1, "U8", "torch.ByteStorage"),
        new(@bool, 1, "BOOL", "torch.BoolStorage"),
    ];

    /// <summary>How many numbers a tensor of this shape has; long.MaxValue if even more, -1 if it
    /// is no shape.</summary>
    public static long Count(long[] shape)
    {
        if (shape.Length > MostAxes || shape.Any(size => size < 0)) return -1;
        return (long)shape.Aggregate((Int128)1, (count, size) => Int128.Min(count * size, long.MaxValue));
    }

    /// <summary>A new tensor of this type, filled from a stream that has been found long
    /// enough.</summary>
    /// <param name="count">So few that its bytes fit into a span.</param>
    public Tensor Read(Stream stream, long count)
    {
        var tensor = empty(count, dtype: Type);
        if (count > 0) stream.ReadExactly(tensor.bytes);
        return tensor;
    }
}
