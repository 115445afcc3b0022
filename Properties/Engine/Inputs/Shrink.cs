namespace Etudes.Engine;

/// <summary>Smaller candidates for a failing input, the boldest first.</summary>
public static class Shrink
{
    /// <summary>Toward zero: 0, the positive twin, then back from zero by halves, so that a bound is found as if by bisection.</summary>
    public static IEnumerable<long> Number(long number)
    {
        if (number == 0) yield break;
        yield return 0;
        if (number < 0 && number != long.MinValue) yield return -number;
        for (long step = number / 2; step != 0; step /= 2) yield return number - step;
    }

    /// <summary>The same of an int, whose least value has no positive twin.</summary>
    public static IEnumerable<int> Number(int number) => Number((long)number).Where(smaller => smaller <= int.MaxValue).Select(smaller => (int)smaller);

    /// <summary>Without a half, a quarter, ... one item; then with one item smaller.</summary>
    public static IEnumerable<T[]> List<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller)
    {
        for (int chunk = (items.Count + 1) / 2; chunk > 0; chunk = chunk == 1 ? 0 : (chunk + 1) / 2)
            for (int at = 0; at + chunk <= items.Count; at += chunk)
                yield return [.. items.Take(at), .. items.Skip(at + chunk)];
        for (int at = 0; at < items.Count; at++)
            foreach (var item in smaller(items[at]))
                yield return [.. items.Take(at), item, .. items.Skip(at + 1)];
    }
}
