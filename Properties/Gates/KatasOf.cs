namespace Etudes.Gates;

/// <summary>The katas of the assembly that binds the gates to itself.</summary>
/// <typeparam name="TJudge">A type of that assembly.</typeparam>
internal static class KatasOf<TJudge>
{
    public static LawAssembly Assembly { get; } = new(typeof(TJudge).Assembly);

    /// <summary>How many seeds a gate tries a law on. The inputs of a large law are fixed: one seed
    /// says all.</summary>
    public static int SeedsOf(Law law) => law.IsLarge ? 1 : Seeds.Count;
}
