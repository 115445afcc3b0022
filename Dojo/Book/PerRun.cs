using System.Collections.Concurrent;

namespace Etudes.Dojo;

/// <summary>
/// What a run of the command finds out once, at its first use. A process is one run; the tests run
/// the command many times in theirs.
/// </summary>
internal sealed class PerRun<T>(Func<T> find) where T : class
{
    public T Value => (T)Run.Found.GetOrAdd(this, _ => new(find)).Value;
}

/// <summary>The run of the command that this code is part of.</summary>
internal static class Run
{
    private static readonly ConcurrentDictionary<object, Lazy<object>> s_ofProcess = [];
    private static readonly AsyncLocal<ConcurrentDictionary<object, Lazy<object>>?> s_begun = new();

    public static ConcurrentDictionary<object, Lazy<object>> Found => s_begun.Value ?? s_ofProcess;

    /// <summary>Begins another one, for the caller and all that it starts.</summary>
    public static void Begin() => s_begun.Value = [];
}
