using System.Reflection;

namespace Etudes.Engine;

/// <summary>
/// One case of a law, drawn once more: for an input that is too long to be written down.
/// </summary>
public static class Replay
{
    /// <summary>Calls the law on the case, on this thread.</summary>
    /// <param name="token">The token that a verdict prints, see <see cref="Start.Token"/>.</param>
    /// <param name="smaller">Which of the smaller cases is taken each time, from 0; none for the
    /// case as it is drawn.</param>
    /// <typeparam name="TLaws">The laws of an answer, TopKProperties&lt;TopK&gt;.</typeparam>
    /// <exception cref="LawBroken">The answer breaks the law.</exception>
    /// <exception cref="FormatException">The token is none of these laws.</exception>
    public static void Run<TLaws>(string token, params int[] smaller)
    {
        var (name, start) = Start.Parse(token);
        var law = Law.Of(typeof(TLaws)).FirstOrDefault(law => law.Name == name)
            ?? throw new FormatException($"'{name}' is no law of {typeof(TLaws).PlainName}");
        law.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, ArgumentsOf(law, start, smaller), null);
    }

    internal static object[] ArgumentsOf(Law law, Start start, int[] smaller) =>
        smaller.Aggregate(Draws.Case(law, start, number: 1).Arguments, Parameters.Of(law.Method).Smaller);

    private static object[] Smaller(this FsCheck.Arbitrary<object[]> inputs, object[] arguments, int at) => inputs.Shrinker(arguments).ElementAt(at);
}
