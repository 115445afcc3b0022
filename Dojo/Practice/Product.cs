using System.Globalization;

namespace Etudes.Dojo;

/// <summary>A summand of a <see cref="Cost"/>: factors, n or log n, with their powers.</summary>
internal sealed class Product : IComparable<Product>
{
    private readonly SortedDictionary<string, double> _powers = new(StringComparer.Ordinal);

    public static Product One { get; } = new();

    public IEnumerable<string> Factors => _powers.Keys;

    public static Product Of(string factor) => new() { _powers = { [factor] = 1 } };

    /// <summary>Times another one to a power.</summary>
    public Product Times(Product other, double power)
    {
        var product = new Product();
        foreach (var (factor, own) in _powers) product._powers[factor] = own;
        foreach (var (factor, own) in other._powers)
            if ((product._powers[factor] = product._powers.GetValueOrDefault(factor) + own * power) == 0) product._powers.Remove(factor);
        return product;
    }

    public bool Has(string factor) => _powers.ContainsKey(factor);

    public Product Renamed(string factor, string name)
    {
        var product = new Product();
        foreach (var (own, power) in _powers) product._powers[own == factor ? name : own] = product._powers.GetValueOrDefault(own == factor ? name : own) + power;
        return product;
    }

    /// <summary>No factor has a higher power.</summary>
    public bool IsWithin(Product other) => _powers.All(factor => factor.Value <= other._powers.GetValueOrDefault(factor.Key));

    /// <summary>Which grows faster, of one variable: powers of n first, then its logarithms.</summary>
    public int CompareTo(Product? other)
    {
        foreach (string factor in _powers.Keys.Union(other!._powers.Keys).OrderByDescending(Rank).ThenByDescending(factor => factor, StringComparer.Ordinal))
            if (_powers.GetValueOrDefault(factor).CompareTo(other._powers.GetValueOrDefault(factor)) is not 0 and var sign) return sign;
        return 0;
    }

    public override string ToString() => _powers.Count == 0 ? "1"
        : string.Join(" ", _powers.OrderByDescending(pair => Rank(pair.Key)).Select(pair => pair.Value == 1 ? pair.Key : $"{pair.Key}^{pair.Value.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>2^n above n above log n above log log n above α.</summary>
    private static int Rank(string factor) => factor.Contains('^') ? 9 : factor.StartsWith('α') ? -9 : -factor.Split("log").Length;
}
