namespace Etudes.Engine;

/// <summary>What a law gives an answer in place of what was drawn, or besides: the verdict shows it.</summary>
/// <param name="Name">The parameter of the law that it stands for; any other name is shown after the parameters.</param>
/// <param name="Of">The parameters that it was made of, which the verdict shows no more.</param>
public sealed record Given(string Name, object Value, params string[] Of)
{
    /// <summary>
    /// The value, noted as what the answer is given under that name until the case ends or the law gives another:
    /// <c>T.Largest(values.Copy(), Given.As("k", ~k))</c>.
    /// </summary>
    public static T As<T>(string name, T value, params string[] of) where T : notnull
    {
        Trial.Note(new(name, value, of));
        return value;
    }
}
