namespace Etudes.ML.Pretraining;

/// <summary>Files of torch.save: a dict of tensors, or a checkpoint with one called model or
/// state_dict.</summary>
/// <remarks>Source: <see href="https://pytorch.org/docs/stable/notes/serialization.html">PyTorch,
/// Serialization semantics</see>.</remarks>
internal static class TorchFile
{
    /// <summary>Two names may share a storage; many more are made up.</summary>
    private const int MostSharing = 2;
    /// <summary>DataParallel of torch puts it before every name.</summary>
    private const string Wrapped = "module.";

    public static StateDict Read(FileStream file)
    {
        using var archive = new TorchArchive(file);
        var tensors = Tensors(archive.Saved());
        var storages = tensors.Values.Select(tensor => tensor.Storage).Distinct().ToList();
        archive.Check(storages);
        Int128 claimed = tensors.Values.Aggregate((Int128)0, (sum, tensor) => sum + tensor.Bytes);
        if (claimed > MostSharing * (Int128)file.Length) throw new InvalidDataException($"its tensors claim {claimed} bytes, but the file has only {file.Length}");
        using var scope = NewDisposeScope();
        var loaded = storages.ToDictionary(storage => storage, archive.Load);
        return new StateDict(file.Name, tensors.ToDictionary(pair => pair.Key, pair => pair.Value.View(loaded[pair.Value.Storage])), new Dictionary<string, string>());
    }

    private static Dictionary<string, TorchTensor> Tensors(object saved)
    {
        var checkpoint = Dict(saved, "what it holds");
        var (of, model) = checkpoint.Items.LastOrDefault(item => item.Key is "model" or "state_dict");
        var items = (model is null ? checkpoint : Dict(model, $"its {of}")).Items;
        int prefix = items.All(item => item.Key is string name && name.StartsWith(Wrapped)) ? Wrapped.Length : 0;
        var tensors = new Dictionary<string, TorchTensor>();
        foreach (var (key, value) in items)
        {
            if (key is not string whole) throw new InvalidDataException("one of its tensors has no name");
            string name = whole[prefix..];
            if (!tensors.TryAdd(name, TorchTensor.Of(name, value))) throw new InvalidDataException($"it has two tensors '{name}'");
        }
        return tensors;
    }

    private static Made Dict(object? saved, string what) => saved is Made { IsDict: true } dict ? dict
        : throw new InvalidDataException($"{what} is no dict of tensors{(saved is Made { By.Name: var by } ? $" but made by {by}, which is not run" : "")}");
}
