namespace Etudes.ML.Pretraining;

/// <summary>The tensors of a file by their names, which it owns.</summary>
public sealed class StateDict : IDisposable
{
    internal StateDict(string source, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        (Source, Tensors, Metadata) = (source, tensors, metadata);
        foreach (var tensor in tensors.Values) tensor.DetachFromDisposeScope();
    }

    /// <summary>The path of the file.</summary>
    public string Source { get; }

    /// <summary>Of any strides, and some may share their memory: not to be written to.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; }

    /// <summary>What the file says besides; a file of torch says nothing.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public void Dispose()
    {
        foreach (var tensor in Tensors.Values) tensor.Dispose();
    }
}
