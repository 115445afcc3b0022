using System.Reflection;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>Names derived from types: whose laws these are, where the kata lies, what its law says.</summary>
public static class LawName
{
    /// <summary>The repository's root, known from where this file was compiled.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>All laws of a law class, inherited ones included, in <see cref="Order"/>.</summary>
    public static IEnumerable<MethodInfo> Laws(Type laws) => laws
        .GetMethods(Statics)
        .Where(method => method.IsDefined(typeof(LawAttribute)))
        .OrderBy(Order);

    /// <summary>
    /// The order in which a learner meets the laws: large ones last, inherited ones first, each file
    /// from its top. A law that names another stands right behind it.
    /// </summary>
    public static (bool Large, int Depth, int Token, int Later) Order(MethodInfo law) =>
        law.GetCustomAttribute<LawAttribute>()?.After is string earlier
            ? Order(law.DeclaringType!.GetMethod(earlier, Statics)!) with { Later = law.MetadataToken }
            : (IsLarge(law), Depth(law.DeclaringType), law.MetadataToken, 0);

    public static bool IsLarge(MethodInfo law) => law.IsDefined(typeof(LargeLawAttribute));

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    /// <summary>The answer that a closed law class judges: TopK of TopKProperties&lt;TopK&gt; or of its subclass TopKTests.</summary>
    public static Type Subject(Type laws)
    {
        for (var type = laws; type is not null; type = type.BaseType)
            if (type.IsGenericType) return type.GetGenericArguments()[0];
        throw new ArgumentException($"{laws.Name} has laws but is not generic over an answer");
    }

    /// <summary>A type's name without arity: IndexedHeap of IndexedHeap`1.</summary>
    public static string Plain(Type type) => type.Name.Split('`')[0];

    /// <summary>TopK: keeps the k largest in descending order.</summary>
    public static string Sentence(Type laws, string law) =>
        $"{Plain(Subject(laws))}: {char.ToLowerInvariant(law[0])}{law[1..].Replace('_', ' ')}";

    /// <summary>The room with the stubs of a track: Katas, or ml-track/Katas for what needs libtorch.</summary>
    public static string Room(Type subject) => IsML(subject) ? "ml-track/Katas" : "Katas";

    /// <summary>The kata's folder, Katas/Heap/TopK or ml-track/Katas/NceLoss; a track is the last word of its namespace.</summary>
    public static string Folder(Type subject) =>
        IsML(subject) ? $"{Room(subject)}/{Plain(subject)}" : $"{Room(subject)}/{subject.Namespace!.Split('.')[^1]}/{Plain(subject)}";

    private static bool IsML(Type subject) => subject.Namespace == "Etudes.ML";

    /// <summary>A file as seen from the repository's root, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Here([CallerFilePath] string file = "") => file;
}
