using System.Globalization;
using System.Numerics;

namespace Etudes.Heap;

public sealed class WindowedMedianOfLongsTests : RunningMedianProperties<WindowedMedianOf<long>>;

public sealed class WindowedMedianOfDoublesTests : RunningMedianProperties<WindowedMedianOf<double>>;

public sealed class ThresholdTopKOfLongsTests : TopKProperties<ThresholdTopKOf<long>>;

public sealed class ThresholdTopKOfDoublesTests : TopKProperties<ThresholdTopKOf<double>>;

public sealed class SlidingMedianOfLongsTests : SlidingMedianProperties<SlidingMedianOf<long>>;

public sealed class SlidingMedianOfDoublesTests : SlidingMedianProperties<SlidingMedianOf<double>>;

/// <summary>What longs and doubles have and ints have not.</summary>
public abstract class NumbersOfAnyKind<TBottomK> where TBottomK : IBottomK
{
    [Law]
    public static void Medians_of_longs_are_the_nearest_doubles(Values values)
    {
        if (values.Count == 0) return;
        long[] numbers = [.. values.Items.Select((x, i) => ((long)x << 32) + i)];
        var median = new WindowedMedian<long>();
        for (int n = 1; n <= numbers.Length; n++)
        {
            median.Add(numbers[n - 1]);
            long[] sorted = [.. numbers.Take(n).Order()];
            Must.Be((sorted[(n - 1) / 2], sorted[n / 2]), (median.Lower, median.Upper), $"after {n} longs, (Lower, Upper)");
            Must.Be(Nearest(sorted), median.Median, $"after {n} longs, Median");
            if (n == numbers.Length) Must.Be([Nearest(sorted)], SlidingMedian.Medians(numbers, n), $"SlidingMedian.Medians of {n} longs");
        }

        static double Nearest(long[] sorted) => double.Parse((((decimal)sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    [Law]
    public static void The_mean_of_doubles_neither_overflows_nor_vanishes()
    {
        foreach (var (x, y, mean) in ((double, double, double)[])[(double.MaxValue, double.MaxValue, double.MaxValue), (-double.MaxValue, double.MaxValue, 0), (double.Epsilon, double.Epsilon, double.Epsilon), (double.Epsilon, 3 * double.Epsilon, 2 * double.Epsilon), (0.1, 0.3, 0.2), (1, double.PositiveInfinity, double.PositiveInfinity)])
        {
            var median = new WindowedMedian<double>();
            median.Add(y);
            median.Add(x);
            Must.Be(mean, median.Median, $"the median of {x} and {y}");
            Must.Be([mean], SlidingMedian.Medians((double[])[x, y], 2), $"SlidingMedian.Medians of {x} and {y}");
        }
    }

    [Law]
    public static void The_largest_are_those_of_the_sorted_numbers_though_some_are_infinite(Source stream, int k)
    {
        k = Given.As(nameof(k), Math.Min(k, 1000));
        double[] doubles = [.. stream.Items.Select(x => x % 3 == 0 ? double.NegativeInfinity : x % 5 == 0 ? double.MinValue : x / 8.0)];
        var expected = doubles.OrderDescending().Take(k).ToArray();
        Must.Be(expected, ThresholdTopK.Largest(doubles, k), "the largest of an array");
        Must.Be(expected, ThresholdTopK.Largest(doubles.ToList(), k), "the largest of a list");
        Must.Be(expected, ThresholdTopK.Largest(doubles.Select(x => x), k), "the largest of a stream");
        Must.Be(stream.Items.Select(x => (decimal)x).OrderDescending().Take(k), ThresholdTopK.Largest(stream.Items.Select(x => (decimal)x).ToArray(), k), "the largest of decimals, which no vector holds");
    }

    [Law]
    public static void The_smallest_under_any_order_come_in_that_order(Source stream, int k)
    {
        k = Given.As(nameof(k), Math.Min(k, 1000));
        Must.Be(TBottomK.Smallest(stream.Open(), k), BottomK.Smallest(stream.Items.Select(x => x / 8.0), k, Comparer<double>.Default).Select(x => (int)(8 * x)), "the smallest eighths");
        Must.Be(stream.Items.OrderDescending().Take(k), BottomK.Smallest(stream.Open(), k, Comparer<int>.Create((x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0)), "the smallest under the opposite order");
    }

    [Law]
    public static void What_is_no_number_throws(Values values, int at)
    {
        List<double> numbers = [.. values.Items.Select(x => x / 8.0)];
        numbers.Insert(Math.Abs(at % (values.Count + 1)), double.NaN);
        foreach (int k in (int[])[1, 2, numbers.Count, 1000])
        {
            Must.Throw<ArgumentException>(() => ThresholdTopK.Largest(numbers, k), $"the {k} largest, one of which is no number,");
            Must.Throw<ArgumentException>(() => ThresholdTopK.Largest(numbers.Select(x => x), k), $"the {k} largest of a stream, one of which is no number,");
        }
        Must.Throw<ArgumentException>(() => SlidingMedian.Medians(numbers.ToArray(), 1), "the medians of numbers, one of which is none,");
        var median = new WindowedMedian<double>();
        median.Add(1);
        Must.Throw<ArgumentException>(() => median.Add(double.NaN), "Add(NaN)");
        Must.Be(1, median.Median, "after Add(NaN) has thrown, Median");
    }
}

public sealed class NumbersOfAnyKindTests : NumbersOfAnyKind<BottomK>;

/// <summary>Ints as other numbers, as the contract wants it.</summary>
public sealed class WindowedMedianOf<T> : IRunningMedian where T : INumber<T>
{
    private readonly WindowedMedian<T> _median = new();

    public void Add(int number) => _median.Add(T.CreateChecked(number));

    public int Lower => int.CreateChecked(_median.Lower);

    public int Upper => int.CreateChecked(_median.Upper);

    public double Median => _median.Median;
}

public abstract class SlidingMedianOf<T> : ISlidingMedian where T : INumber<T>
{
    public static double[] Medians(int[] numbers, int window) => SlidingMedian.Medians(Array.ConvertAll(numbers, T.CreateChecked), window);
}

public abstract class ThresholdTopKOf<T> : ITopK where T : struct, INumber<T>
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Array.ConvertAll(ThresholdTopK.Largest(stream.Select(T.CreateChecked), k), int.CreateChecked);
}
