using System.Reflection;

namespace Etudes.Engine;

/// <summary>One law of one answer.</summary>
/// <param name="Class">The law class closed over the answer, TopKProperties&lt;TopK&gt; or its subclass.</param>
/// <param name="Method">The method that is the law.</param>
public sealed record Law(Type Class, MethodInfo Method)
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>All laws of a law class, inherited ones included, in <see cref="Order"/>.</summary>
    public static IEnumerable<Law> Of(Type laws) => laws.GetMethods(Statics)
        .Where(method => method.IsDefined(typeof(LawAttribute)))
        .OrderBy(Order)
        .Select(method => new Law(laws, method));

    /// <summary>
    /// The order in which a learner meets the laws: large ones last, inherited ones first but for those that are to come first, each
    /// file from its top. A law that names another comes right after it.
    /// </summary>
    public static (bool Large, int Depth, int Token, int Later) Order(MethodInfo law) =>
        law.GetCustomAttribute<LawAttribute>()?.After is string earlier
            ? Order(law.DeclaringType!.GetMethod(earlier, Statics)!) with { Later = law.MetadataToken }
            : (law.IsDefined(typeof(LargeLawAttribute)), law.GetCustomAttribute<LawAttribute>() is { First: true } ? 0 : Depth(law.DeclaringType), law.MetadataToken, 0);

    public string Name => Method.Name;

    /// <summary>TopK: keeps the k largest in descending order.</summary>
    public string Sentence => $"{Subject.PlainName}: {char.ToLowerInvariant(Name[0])}{Name[1..].Replace('_', ' ')}";

    /// <summary>A learner's own, of one case.</summary>
    public bool IsExample { get; } = Method.IsDefined(typeof(ExampleAttribute));

    public bool IsLarge { get; } = Method.IsDefined(typeof(LargeLawAttribute));

    /// <inheritdoc cref="LawAttribute.BeyondExamples"/>
    public bool IsBeyondExamples { get; } = Method.GetCustomAttribute<LawAttribute>() is { BeyondExamples: true };

    /// <summary>The answer.</summary>
    public Type Subject => SubjectOf(Class);

    /// <summary>
    /// The answer that a closed law class judges: TopK of TopKProperties&lt;TopK&gt; or of its
    /// subclass TopKTests, or of TopKExamples beside it.
    /// </summary>
    public static Type SubjectOf(Type laws)
    {
        for (var type = laws; type is not null; type = type.BaseType)
            if (type.IsGenericType) return type.GetGenericArguments()[0];
        return Array.Find(laws.Assembly.GetTypes(), type => laws.FullName == $"{type.Namespace}.{type.PlainName}Examples")
            ?? throw new ArgumentException($"{laws.Name} has laws but names no answer");
    }

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}

public static class TypeNames
{
    extension(Type type)
    {
        /// <summary>The name without arity: IndexedHeap of IndexedHeap`1.</summary>
        public string PlainName => type.Name.Split('`')[0];
    }
}
