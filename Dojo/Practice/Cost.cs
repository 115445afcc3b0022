using System.Globalization;
using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>
/// A cost as it is said, O(n log k): a sum of products, in which constant factors do not count. A
/// smaller summand counts unless the cost has one variable alone.
/// </summary>
internal sealed partial class Cost : IEquatable<Cost>
{
    /// <summary>What sizes are called here.</summary>
    private const string Variables = "nmkwvedh";

    /// <summary>Each product is its factors, n or log n, with their powers; a constant has none.</summary>
    private readonly HashSet<string> _products;

    private readonly List<Product> _sum;

    private Cost(IEnumerable<Product> products)
    {
        _sum = Largest([.. products]);
        _products = [.. _sum.Select(product => product.ToString())];
    }

    /// <summary>Reads a cost in any of its usual spellings: O(N lg K), n*log(k), nlogk.</summary>
    /// <exception cref="FormatException">It is no cost; the message says why in one sentence.</exception>
    public static Cost Parse(string text)
    {
        var words = new Queue<string>(Words(text));
        if (words.Count == 0) throw new FormatException("a cost is wanted, n² log m, say");
        var sum = Sum(words);
        return words.Count == 0 ? new(sum) : throw Nonsense(words.Peek());
    }

    /// <summary>The same where m edges connect n vertices and none are parallel: then n is at most m + 1, and log m is log n.</summary>
    public bool EqualsConnected(Cost other) => Connected().SetEquals(other.Connected());

    private HashSet<string> Connected()
    {
        Product[] sum = [.. _sum.Select(product => product.Renamed("log m", "log n"))];
        return [.. sum.Where(product => product.Has("m") || !sum.Any(other => other.Has("m") && product.IsWithin(other.Renamed("m", "n")))).Select(product => product.ToString())];
    }

    public bool Equals(Cost? other) => other is not null && _products.SetEquals(other._products);

    public override bool Equals(object? other) => Equals(other as Cost);

    public override int GetHashCode() => _products.Aggregate(0, (hash, product) => hash ^ product.GetHashCode());

    public override string ToString() => string.Join(" + ", _products.Order(StringComparer.Ordinal));

    private static List<Product> Sum(Queue<string> words)
    {
        List<Product> sum = [.. Times(words)];
        while (words.TryPeek(out string? sign) && sign is "+" or "-")
        {
            words.Dequeue();
            var next = Times(words);
            if (sign == "+") sum.AddRange(next); // what is taken away makes a bound no larger
        }
        return sum;
    }

    private static List<Product> Times(Queue<string> words)
    {
        var product = Power(words);
        while (words.TryPeek(out string? next) && next is not ("+" or "-" or ")"))
        {
            if (next is "*" or "/") words.Dequeue();
            var factor = Power(words);
            product = [.. product.SelectMany(_ => factor, (one, other) => one.Times(other, next == "/" ? -1 : 1))];
        }
        return product;
    }

    private static List<Product> Power(Queue<string> words)
    {
        string first = words.TryPeek(out string? word) ? word : "";
        var @base = Factor(words);
        if (!words.TryPeek(out string? sign) || sign != "^") return @base;
        words.Dequeue();
        if (words.TryPeek(out string? power) && double.TryParse(power, CultureInfo.InvariantCulture, out double number))
        {
            words.Dequeue();
            return [.. Enumerable.Range(0, Math.Max(1, (int)number)).Aggregate(new List<Product> { Product.One },
                (sum, i) => [.. sum.SelectMany(_ => @base, (one, other) => one.Times(other, number < 1 ? number : 1))])];
        }
        return [Product.Of($"{first}^({new Cost(Factor(words))})")]; // 2^n
    }

    private static List<Product> Factor(Queue<string> words)
    {
        if (!words.TryDequeue(out string? word)) throw new FormatException("the cost ends too early");
        if (word == "(")
        {
            var inside = Sum(words);
            return words.TryDequeue(out string? end) && end == ")" ? inside : throw new FormatException("a bracket is not closed");
        }
        if (double.TryParse(word, CultureInfo.InvariantCulture, out _)) return [Product.One];
        if (word == "sqrt") return [.. Factor(words).Select(product => Product.One.Times(product, 0.5))];
        if (word == "α") return Applied("α", Factor(words));
        if (word == "log") return Log(words);
        return word.Length == 1 && Variables.Contains(word[0]) ? [Product.Of(word)] : throw Nonsense(word);
    }

    /// <summary>Its base does not count, nor do powers inside it; the logarithm of a product is a sum.</summary>
    private static List<Product> Log(Queue<string> words)
    {
        int times = 1;
        if (words.TryPeek(out string? power) && power == "^")
        {
            words.Dequeue();
            if (!words.TryDequeue(out string? number) || !int.TryParse(number, out times) || times is < 1 or > 9) throw new FormatException("log^2 n has a small power");
        }
        else if (double.TryParse(power, CultureInfo.InvariantCulture, out _) && words.Skip(1).FirstOrDefault() is { } next && (next == "(" || char.IsLetter(next[0]))) words.Dequeue(); // log 2 n
        var inside = Largest(Power(words));
        List<Product> log = inside is [var one] ? [.. one.Factors.Select(factor => Product.Of($"log {factor}")).DefaultIfEmpty(Product.One)] : Applied("log", inside);
        return [.. Enumerable.Repeat(log, times).Aggregate((sum, next) => [.. sum.SelectMany(_ => next, (x, y) => x.Times(y, 1))])];
    }

    private static List<Product> Applied(string function, List<Product> inside) => [Product.Of($"{function} {new Cost(inside)}")];

    /// <summary>Constants go where there is anything else; of one variable the largest product says all.</summary>
    private static List<Product> Largest(List<Product> sum)
    {
        var growing = sum.Where(product => product.Factors.Any()).ToList();
        if (growing.Count == 0) return [Product.One];
        var variables = growing.SelectMany(product => Variable().Matches(product.ToString()).Select(found => found.Value)).Distinct();
        return variables.Count() == 1 ? [growing.Max()!] : growing;
    }

    /// <summary>Numbers, letters, functions and signs. Words that only explain are left out.</summary>
    private static IEnumerable<string> Words(string text)
    {
        text = Explaining().Replace(text.Trim().ToLowerInvariant().Replace("²", "^2").Replace("³", "^3"), " ");
        text = Notation().Replace(text, "(");
        foreach (Match word in Word().Matches(text))
            foreach (string part in Parts(word.Value)) yield return part;
    }

    private static IEnumerable<string> Parts(string word) => word switch
    {
        "·" or "×" or "⋅" => ["*"],
        "√" => ["sqrt"],
        "constant" => ["1"],
        "linear" => ["n"],
        "logarithmic" => ["log", "n"],
        "quadratic" => ["n", "^", "2"],
        "linearithmic" => ["n", "log", "n"],
        "alpha" or "ackermann" => ["α"],
        "sqrt" or "α" => [word],
        _ when Logarithm().Match(word) is { Success: true } log => [.. Parts(word[..log.Index]), "log", .. Parts(word[(log.Index + log.Length)..])],
        _ when word.Length is 2 or 3 && word.All(Variables.Contains) => word.Select(letter => Letter($"{letter}")), // nm, nk
        "" => [],
        _ => [Letter(word)],
    };

    /// <summary>V vertices are n, E edges are m.</summary>
    private static string Letter(string word) => word switch { "v" => "n", "e" => "m", _ => word };

    private static FormatException Nonsense(string word) => new($"'{word}' is no part of a cost; say it like n² log m");

    [GeneratedRegex(@"\b(amortized|amortised|expected|average|worst|case|time|space|per|each|item|operation|comparisons?|on|in|is|it|at|most|about|the|a|of|inverse)\b")]
    private static partial Regex Explaining();

    /// <summary>O(, Θ(, theta(: what stands inside is the cost.</summary>
    [GeneratedRegex(@"(?<![a-z])(big[ -]?)?(o|θ|theta)\s*\(")]
    private static partial Regex Notation();

    [GeneratedRegex(@"\d+(\.\d+)?|[a-zα]+(_?2(?=\s*[a-z(]))?|√|\S")]
    private static partial Regex Word();

    [GeneratedRegex(@"(log|lg|ln|ld)(_?2)?")]
    private static partial Regex Logarithm();

    [GeneratedRegex(@"\b[a-z]\b")]
    private static partial Regex Variable();
}
