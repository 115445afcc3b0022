using System.Reflection;

namespace Etudes.Engine;

/// <summary>An assembly of laws with the answers and the mistakes that they judge: Properties, or that of ml-track.</summary>
public sealed class LawAssembly
{
    private readonly Type[] _types;

    public LawAssembly(Assembly assembly)
    {
        Assembly = assembly;
        _types = assembly.GetTypes();
        Rooms = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(Rooms)).Value!;
        Katas = [.. Repository.Katas(Repository.Full(Rooms)).Select(kata => new JudgedKata(this, kata.Track, kata.Name))];
    }

    public Assembly Assembly { get; }

    /// <summary>Where its four rooms are: nothing for the root, or ml-track.</summary>
    public string Rooms { get; }

    public IReadOnlyList<JudgedKata> Katas { get; }

    /// <exception cref="InvalidOperationException">There is no such kata.</exception>
    public JudgedKata Named(string name) => Katas.Single(kata => kata.Name == name);

    internal IEnumerable<Type> Types => _types;
}

/// <summary>One kata as its judge sees it: its parts, its law classes, its answer and variants, its mistakes.</summary>
/// <param name="Track">Heap, Graph, or nothing in ml-track, which is one track.</param>
/// <param name="Name">The kata's name, which all its files bear.</param>
public sealed record JudgedKata(LawAssembly Judge, string Track, string Name)
{
    /// <summary>A part of the kata from the repository's root: Solutions/Heap/TopK.cs.</summary>
    public string Part(string room, string file) => Path.Combine(Judge.Rooms, room, Track, file).Replace('\\', '/');

    public override string ToString() => Name;

    /// <summary>The open law classes: TopKProperties, and TopKCostProperties where there is one.</summary>
    public IEnumerable<Type> LawClasses => Judge.Types.Where(type =>
        type.IsGenericTypeDefinition && (type.Name == $"{Name}Properties`1" || type.Name == $"{Name}CostProperties`1"));

    /// <summary>The sealed classes that bind the laws to the answer and to its variants.</summary>
    public IEnumerable<Type> Bindings => Judge.Types.Where(type =>
        type is { IsSealed: true, BaseType.IsGenericType: true } && LawClasses.Contains(type.BaseType.GetGenericTypeDefinition()));

    /// <summary>The reference.</summary>
    public Type Reference => Bindings.Select(Law.SubjectOf).First(answer => answer.PlainName == Name);

    /// <summary>The variants of the reference, and those that choose otherwise where the contract leaves a choice.</summary>
    public IEnumerable<Type> OtherAnswers => Bindings.Select(Law.SubjectOf).Where(answer => answer.PlainName != Name).Concat(Otherwise).Distinct();

    /// <summary>The nested classes of KruskalOtherwise: right answers that take other edges among equal ones than the reference does.</summary>
    public IEnumerable<Type> Otherwise => Judge.Types.Where(type => type.DeclaringType?.Name == $"{Name}Otherwise" && type is { IsNestedPublic: true, IsGenericTypeDefinition: false });

    /// <summary>The gallery: the nested classes of TopKMistakes that name their law.</summary>
    public IEnumerable<Mistake> Mistakes => Judge.Types
        .Where(type => type.DeclaringType?.Name == $"{Name}Mistakes" && type.IsDefined(typeof(CaughtByAttribute)))
        .Select(type => new Mistake(this, type));

    /// <summary>The promises that its gallery calls untestable.</summary>
    public IEnumerable<UntestableAttribute> Untestable => Judge.Types.Single(type => type.Name == $"{Name}Mistakes").GetCustomAttributes<UntestableAttribute>();

    /// <summary>The laws of an answer; a law class that cannot take it (no comparer) is left out.</summary>
    public IEnumerable<Law> LawsOf(Type subject)
    {
        foreach (var laws in LawClasses)
        {
            Type closed;
            try { closed = laws.MakeGenericType(subject); }
            catch (ArgumentException) { continue; }
            foreach (var law in Law.Of(closed)) yield return law;
        }
    }
}

/// <summary>A wrong answer of a kata's gallery.</summary>
public sealed record Mistake(JudgedKata Kata, Type Type)
{
    public string Name => Type.Name;

    /// <summary>The name of the law that catches it.</summary>
    public string CaughtBy => Type.GetCustomAttribute<CaughtByAttribute>()!.Law;

    /// <summary>One sentence to the learner whose answer behaves like it; null where it lacks one.</summary>
    public string? Advice => Type.GetCustomAttribute<AdviceAttribute>()?.Sentence;

    /// <summary>The ids of the promises that it breaks.</summary>
    public IReadOnlyList<string> Breaks => Type.GetCustomAttribute<BreaksAttribute>()?.Promises ?? [];

    /// <summary>An example that one writes by hand can show it.</summary>
    public bool ShowsOnSmallInput => LawNamed(CaughtBy) is { IsLarge: false, IsBeyondExamples: false };

    /// <summary>The laws that can judge it.</summary>
    public IEnumerable<Law> Laws => Kata.LawsOf(Type);

    /// <summary>The law of that name, or null where no such law can judge it.</summary>
    public Law? LawNamed(string name) => Laws.FirstOrDefault(law => law.Name == name);
}
