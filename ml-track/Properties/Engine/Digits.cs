using System.Collections;
using System.Globalization;

namespace Etudes.Engine;

/// <summary>Numbers that were computed, with no more digits than a person needs.</summary>
public static class Digits
{
    private const int Usual = 6, All = 17;

    /// <summary>The number with as many digits as tell it from another, six at least where it has so many: 0.333333. Whole ones stay
    /// as they are.</summary>
    public static string Few(double number, double other = double.NaN)
    {
        int digits = Usual;
        while (digits < All && !number.Equals(other) && Rounded(number, digits).Equals(Rounded(other, digits))) digits++;
        return Show.Of(Rounded(number, digits));
    }

    /// <summary>The same of a list of numbers, or of rows of them: [[0.333333, 0.666667]].</summary>
    public static string Few(IEnumerable numbers) => Show.Of(Rounded(numbers));

    /// <summary>What the answer is given, as by <see cref="Engine.Given.As"/>; the verdict shows few of its digits.</summary>
    public static double[] Given(string name, double[] numbers, string of)
    {
        Engine.Given.As(name, numbers.Select(number => Rounded(number, Usual)).ToArray(), of);
        return numbers;
    }

    /// <inheritdoc cref="Given(string, double[], string)"/>
    public static double[][] Given(string name, double[][] rows, string of)
    {
        Engine.Given.As(name, rows.Select(row => row.Select(number => Rounded(number, Usual)).ToArray()).ToArray(), of);
        return rows;
    }

    private static object? Rounded(object? value) => value switch
    {
        double number => Rounded(number, Usual),
        IEnumerable items => items.Cast<object?>().Select(Rounded).ToArray(),
        _ => value,
    };

    private static double Rounded(double number, int digits) =>
        double.IsInteger(number) ? number : double.Parse(number.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
