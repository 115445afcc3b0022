using System.Reflection;

namespace Etudes.Gates;

/// <summary>One kata as the gates see it: its parts, its law classes, its answer and variants, its mistakes.</summary>
/// <param name="Track">Heap, Graph, or nothing in ml-track, which is one track.</param>
/// <param name="Name">The kata's name, which all its files bear.</param>
public sealed record Kata(string Track, string Name)
{
    private static readonly Assembly Judge = typeof(Kata).Assembly;
    private static readonly Type[] Types = Judge.GetTypes();

    /// <summary>Where the four rooms of this judge are: the root, or ml-track.</summary>
    public static string Rooms { get; } =
        Judge.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(Rooms)).Value!;

    /// <summary>All katas, found by their contracts' files.</summary>
    public static IReadOnlyList<Kata> All { get; } =
        [.. from file in Directory.EnumerateFiles(Path.Combine(LawName.Root, Rooms, "Katas"), "*.Contract.cs", SearchOption.AllDirectories).Order()
            let folder = Path.GetDirectoryName(file)!
            let track = Path.GetRelativePath(Path.Combine(LawName.Root, Rooms, "Katas"), Path.GetDirectoryName(folder)!)
            select new Kata(track == "." ? "" : track, Path.GetFileName(folder))];

    /// <summary>A part of the kata from the repository's root: Solutions/Heap/TopK.cs.</summary>
    public string Part(string room, string file) => Path.Combine(Rooms, room, Track, file).Replace('\\', '/');

    public static Kata Named(string name) => All.Single(kata => kata.Name == name);

    public override string ToString() => Name;

    /// <summary>The open law classes: TopKProperties, and TopKCostProperties where there is one.</summary>
    public IEnumerable<Type> LawClasses => Types.Where(type =>
        type.IsGenericTypeDefinition && (type.Name == $"{Name}Properties`1" || type.Name == $"{Name}CostProperties`1"));

    /// <summary>The sealed classes that bind the laws to the answer and to its variants.</summary>
    public IEnumerable<Type> Bindings => Types.Where(type =>
        type is { IsSealed: true, BaseType.IsGenericType: true } && LawClasses.Contains(type.BaseType.GetGenericTypeDefinition()));

    /// <summary>The gallery: the nested classes of TopKMistakes that name their law.</summary>
    public IEnumerable<Type> Mistakes =>
        Types.Where(type => type.DeclaringType?.Name == $"{Name}Mistakes" && type.IsDefined(typeof(CaughtByAttribute)));

    /// <summary>The law classes closed over an answer or a mistake; one that cannot take it (no comparer) is left out.</summary>
    public IEnumerable<Type> LawsOf(Type subject)
    {
        foreach (var laws in LawClasses)
        {
            Type closed;
            try { closed = laws.MakeGenericType(subject); }
            catch (ArgumentException) { continue; }
            yield return closed;
        }
    }

    /// <summary>The closed law class and the law of a given name.</summary>
    public (Type Laws, MethodInfo Law)? Find(Type subject, string name) => LawsOf(subject)
        .SelectMany(laws => LawName.Laws(laws).Select(law => ((Type, MethodInfo)?)(laws, law)))
        .FirstOrDefault(pair => pair!.Value.Item2.Name == name);

    /// <summary>How many seeds a gate tries a law on. The inputs of a large law are fixed: one says all.</summary>
    public static int SeedsOf(MethodInfo law) => LawName.IsLarge(law) ? 1 : Settings.Seeds;
}
