using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Etudes.Engine;

/// <summary>What was compiled is no answer to the kata; the message says what is missing.</summary>
internal sealed class NoAnswerException(string sentence) : Exception(sentence);

/// <summary>An answer and the laws that judge it, the large ones last.</summary>
internal sealed class LoadedAnswer
{
    /// <summary>How long an answer's finalizers may take; those of a right one take no time.</summary>
    private static readonly TimeSpan s_finalizers = TimeSpan.FromSeconds(1);

    private readonly AssemblyLoadContext? _context;

    private LoadedAnswer(IEnumerable<Type> laws, AssemblyLoadContext? context)
    {
        _context = context;
        Laws = [.. laws.SelectMany(Law.Of).OrderBy(law => law.IsLarge)];
    }

    public IReadOnlyList<Law> Laws { get; }

    /// <summary>The answer of the book. Its laws of behaviour come before those of cost, as the
    /// logger of dotnet test prints them.</summary>
    public static LoadedAnswer Reference(JudgedKata kata) => new(Bindings(kata), null);

    /// <summary>A learner's answer in a context of its own, bound to the laws as the book's is.</summary>
    /// <exception cref="NoAnswerException">It does not hold the kata's type, or not one that keeps the contract.</exception>
    public static LoadedAnswer Load(JudgedKata kata, byte[] image, byte[] symbols)
    {
        var context = new AssemblyLoadContext(kata.Name, isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));
            return new([.. Bindings(kata).Select(binding => Bind(binding, assembly, kata))], context);
        }
        catch (Exception)
        {
            context.Unload();
            throw;
        }
    }

    private static IEnumerable<Type> Bindings(JudgedKata kata) => kata.Bindings
        .Where(binding => Law.SubjectOf(binding).PlainName == kata.Name)
        .OrderBy(binding => binding.Name.Length);

    private static Type Bind(Type binding, Assembly assembly, JudgedKata kata)
    {
        var reference = Law.SubjectOf(binding);
        var subject = assembly.GetTypes().FirstOrDefault(type => type.Name == reference.Name && type.Namespace == reference.Namespace)
            ?? throw new NoAnswerException($"there is no class {reference.Namespace}.{kata.Name} in {kata.Part("Katas", $"{kata.Name}/{kata.Name}.cs")}");
        if (reference.IsGenericType) subject = subject.MakeGenericType(reference.GetGenericArguments());
        var laws = binding.BaseType!.GetGenericTypeDefinition();
        try { return laws.MakeGenericType(subject); }
        catch (ArgumentException) { throw new NoAnswerException(Missing(kata, laws.GetGenericArguments()[0])); }
    }

    /// <summary>What the laws ask of the type, in the words of its contract.</summary>
    private static string Missing(JudgedKata kata, Type parameter)
    {
        var contracts = parameter.GetGenericParameterConstraints().Select(contract => contract.PlainName);
        bool made = parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint);
        return $"{kata.Name} must be a class that implements {string.Join(" and ", contracts)}"
            + $"{(made ? ", with a public constructor without parameters" : "")}: see {kata.Part("Katas", $"{kata.Name}/{kata.Name}.Contract.cs")}";
    }

    /// <summary>Lets go of the answer; the reference is dead once nothing of it is left.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WeakReference Unload()
    {
        _context!.Unload();
        return new(_context);
    }

    /// <summary>Whether an unloaded answer has left the process; one that has left a thread behind, or whose finalizer
    /// does not return, stays.</summary>
    public static bool IsGone(WeakReference unloaded)
    {
        var finalizers = new Thread(() =>
        {
            for (int i = 0; unloaded.IsAlive && i < 20; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers(); // knows no deadline
            }
        })
        { IsBackground = true };
        finalizers.Start();
        return finalizers.Join(s_finalizers) && !unloaded.IsAlive;
    }
}
