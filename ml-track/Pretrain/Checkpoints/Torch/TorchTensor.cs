namespace Etudes.ML.Pretraining;

/// <summary>A row of numbers in an archive of torch; tensors may share it.</summary>
internal sealed record TorchStorage(string Key, ElementType Type, long Count)
{
    public Int128 Bytes => (Int128)Count * Type.Bytes;

    /// <param name="name">The tensor that needs it.</param>
    public static TorchStorage Of(string name, object?[] id)
    {
        if (id is not ["storage", Global stored, string key, _, long count] || count < 0)
            throw new InvalidDataException($"'{name}' has a storage that torch would not write");
        var type = ElementType.All.FirstOrDefault(type => type.Torch == stored.Name)
            ?? throw new InvalidDataException($"'{name}' is a {stored.Name}; expected one of {string.Join(", ", ElementType.All.Select(type => type.Torch))}");
        return new(key, type, count);
    }
}

/// <summary>What a pickle says of a tensor: a view of a storage.</summary>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Sizes, long[] Strides)
{
    public Int128 Bytes => (Int128)ElementType.Count(Sizes) * Storage.Type.Bytes;

    /// <exception cref="InvalidDataException">It is no tensor, or not within its
    /// storage.</exception>
    public static TorchTensor Of(string name, object? saved)
    {
        while (saved is Made { By.Name: "torch._utils._rebuild_parameter", Arguments: [var data, ..] }) saved = data;
        if (saved is not Made { By.Name: "torch._utils._rebuild_tensor_v2", Arguments: [Persistent storage, long offset, object?[] sizes, object?[] strides, ..] })
            throw new InvalidDataException($"'{name}' is no tensor{(saved is Made { By.Name: var by } ? $" but made by {by}, which is not run" : "")}");
        var tensor = new TorchTensor(TorchStorage.Of(name, storage.Id), offset, Longs(name, sizes), Longs(name, strides));
        if (!tensor.Fits()) throw new InvalidDataException($"'{name}' has sizes or strides that leave its storage of {tensor.Storage.Count} numbers");
        return tensor;
    }

    public Tensor View(Tensor storage) => storage.as_strided(Sizes, Strides, Offset);

    private static long[] Longs(string name, object?[] values) =>
        [.. values.Select(value => value as long? ?? throw new InvalidDataException($"'{name}' has a size or a stride that is no number of 64 bits"))];

    private bool Fits()
    {
        long count = ElementType.Count(Sizes);
        if (count < 0 || Strides.Length != Sizes.Length || Offset < 0 || Strides.Any(stride => stride < 0)) return false;
        if (count == 0) return Offset <= Storage.Count;
        return Sizes.Zip(Strides).Aggregate((Int128)Offset, (last, axis) => Int128.Min(last + (Int128)(axis.First - 1) * axis.Second, long.MaxValue)) < Storage.Count;
    }
}
