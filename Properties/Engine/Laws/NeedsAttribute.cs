using System.Reflection;

namespace Etudes.Engine;

/// <summary>Says what the laws of an assembly need of the machine; where it is missing they are skipped, visibly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the laws cannot run here, or null.</summary>
    public abstract string? Missing { get; }

    /// <summary>Called on the thread of each law before it runs, for what is set thread by thread.</summary>
    public virtual void Enter() { }

    /// <summary>What an exception of what is needed says, in words that a learner can act on; null where its own will do.</summary>
    public virtual string? Words(Exception error) => null;

    /// <inheritdoc cref="Words"/>
    public static string? WordsFor(Assembly assembly, Exception error) => assembly.GetCustomAttribute<NeedsAttribute>()?.Words(error);

    /// <summary>Whether an exception is none of the answer's: what is needed has let it happen, and the
    /// same case is tried once more.</summary>
    public virtual bool IsAccident(Exception error) => false;

    /// <inheritdoc cref="IsAccident"/>
    public static bool IsAccidentFor(Assembly assembly, Exception error) => assembly.GetCustomAttribute<NeedsAttribute>()?.IsAccident(error) is true;

    /// <summary>Makes this thread ready for an assembly's laws.</summary>
    public static void EnterFor(Assembly assembly) => assembly.GetCustomAttribute<NeedsAttribute>()?.Enter();

    /// <summary>What an assembly's laws lack on this machine, or null.</summary>
    public static string? MissingFor(Assembly assembly) => assembly.GetCustomAttribute<NeedsAttribute>()?.Missing;
}
