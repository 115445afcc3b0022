namespace Etudes.ML.Pretraining;

/// <summary>A class or a function of Python, by its name only.</summary>
internal sealed record Global(string Name);

/// <summary>What another file holds, by what the pickle calls it.</summary>
internal sealed record Persistent(object?[] Id);

/// <summary>What a call would give, or a dict, which no call makes; and what was put into
/// it.</summary>
internal sealed class Made(Global? by, object?[] arguments)
{
    private List<(object? Key, object? Value)>? _items;

    public Global? By => by;
    public object?[] Arguments => arguments;
    public List<(object? Key, object? Value)> Items => _items ??= [];

    public bool IsDict => By is null || (By.Name == "collections.OrderedDict" && Arguments.Length == 0);
}
