namespace Etudes.Heap;

public abstract class HeapsortProperties<T> where T : IHeapsort
{
    [Law]
    public static void The_items_end_up_in_ascending_order(Values values) =>
        Must.Be(values.Sorted(), Sorted(values, Comparer<int>.Default), "the sorted array");

    [Law]
    public static void Under_the_opposite_order_the_items_descend(Values values) =>
        Must.Be(values.Items.OrderDescending(), Sorted(values, Comparer<int>.Create((x, y) => y.CompareTo(x))),
            "under the opposite order, the sorted array");

    [Law]
    public static void Only_the_sign_of_a_comparison_counts(Values values)
    {
        var order = Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0);
        Must.Be(values.Sorted(), Sorted(values, order), "with int.MinValue returned for less, the sorted array");
    }

    [Law]
    public static void Items_that_tie_are_all_kept(Values values)
    {
        var sorted = Sorted(values, Comparer<int>.Create((x, y) => (x >> 3).CompareTo(y >> 3)));
        Must.Be(values.Sorted().Select(x => x >> 3), sorted.Select(x => x >> 3), "ordered by x / 8, the eighths");
        Must.Be(values.Sorted(), sorted.Order(), "ordered by x / 8, the numbers, sorted again,");
    }

    [LargeLaw(80_000)]
    public static void Eighty_thousand_wide_items_do_not_take_quadratic_time(LargeWorkload work)
    {
        var items = Array.ConvertAll(work.Numbers(), number => new Wide(number, 0, 0, 0));
        T.Sort(items, Comparer<Wide>.Create((x, y) => x.Number.CompareTo(y.Number)));
        var expected = work.Numbers();
        Array.Sort(expected);
        for (int i = 0; i < items.Length; i++) Must.Be(expected[i], items[i].Number, "the first item out of place");
    }

    /// <summary>64 bytes: no comparison tells of items that are moved about, so let moving them take its time.</summary>
    private readonly record struct Wide(int Number, Int128 A, Int128 B, Int128 C);

    private static int[] Sorted(Values values, IComparer<int> order)
    {
        var copy = values.Copy();
        T.Sort(copy, order);
        return copy;
    }
}

public abstract class HeapsortCostProperties<T> where T : IHeapsort
{
    /// <summary>Enough for a few small objects, in numbers.</summary>
    private const int SmallChange = 128;

    /// <summary>An array so long that a second one takes far more.</summary>
    private const int Long = 1024;

    [Law(MaxTest = 60)]
    public static void A_multiple_of_n_log_n_comparisons_is_enough(Workload work)
    {
        var order = new CountingComparer<int>();
        T.Sort(work.Numbers(), order);
        double allowed = 4 * work.Count * Math.Log2(work.Count);
        Must.Hold(order.Count <= allowed, $"sorting should take at most {allowed:F0} comparisons but takes {order.Count}");
    }

    [Law(MaxTest = 60)]
    public static void There_is_no_second_array(Workload work)
    {
        var items = work with { Count = Math.Max(work.Count, Long) };
        Must.Given(nameof(work), items, () =>
        {
            Room(work with { Count = 32 }); // what is made once and for all is made here
            long room = Room(items);
            string second = room < items.Count ? "" : ": is there a second array?";
            Must.Hold(room <= SmallChange, $"sorting {items.Count} items in place should make next to no room but makes room for {room} more{second}");
        });

        static long Room(Workload work)
        {
            int[] numbers = work.Numbers();
            return Allocation.InNumbers(() => T.Sort(numbers, Comparer<int>.Default));
        }
    }
}

public sealed class HeapsortTests : HeapsortProperties<Heapsort>;

public sealed class HeapsortCostTests : HeapsortCostProperties<Heapsort>;
