namespace Etudes.Heap;

public abstract class TopKProperties<T> where T : ITopK
{
    /// <summary>What ten numbers, a list that grew to hold them and a few small objects take at most, in numbers.</summary>
    private const int RoomForTen = 512;
    /// <summary>More than any other law hands over: a buffer that was kept from an earlier call is too small for it.</summary>
    private const int Long = 20_000;

    [Law]
    public static void Keeps_the_k_largest_in_descending_order(Source stream, int k) =>
        Must.Be(stream.Items.OrderDescending().Take(k), T.Largest(stream.Open(), Tamed(k)), "TopK.Largest");

    [Law]
    public static void Fewer_are_the_beginning_of_more(Values values, int k)
    {
        int[] fewer = Must.Read(T.Largest(values.Copy(), Tamed(k / 2)), $"TopK.Largest with k = {k / 2}");
        Must.Be(fewer, Must.Read(T.Largest(values.Copy(), Tamed(k)), "TopK.Largest").Take(fewer.Length), $"the first {fewer.Length} of TopK.Largest");
    }

    [Law]
    public static void The_stream_is_read_once(Values values, int k) =>
        Must.Be(values.Items.OrderDescending().Take(k), T.Largest(new ReadOnce<int>(values.Items), Tamed(k)), "TopK.Largest of a stream");

    [Law]
    public static void Asking_for_none_gives_none(Source stream) =>
        Must.Be([], T.Largest(stream.Open(), Given.As("k", 0)), "TopK.Largest with k = 0");

    [Law]
    public static void Asking_for_more_than_there_are_gives_all(Source stream)
    {
        Must.Be(stream.Items.OrderDescending(), T.Largest(stream.Open(), Given.As("k", stream.Items.Count + 1)), "TopK.Largest with k one more than the count of the numbers");
        Must.Be(stream.Items.OrderDescending(), T.Largest(stream.Open(), Given.As("k", int.MaxValue)), "TopK.Largest with k = int.MaxValue");
    }

    [Law(BeyondExamples = true)]
    public static void Room_for_k_is_not_made_before_there_are_k_numbers(Source stream)
    {
        int k = Given.As("k", int.MaxValue);
        long room = Math.Min(Room(stream, k), Room(stream, k));
        Must.Hold(room <= RoomForTen + 16 * stream.Items.Count, $"TopK.Largest with k = int.MaxValue of a stream of {stream.Items.Count} makes room for {room} numbers");
    }

    [Law]
    public static void A_negative_k_throws(Source stream, int k)
    {
        int negative = Given.As(nameof(k), ~k);
        Must.Throw<ArgumentOutOfRangeException>(() => T.Largest(stream.Open(), negative), $"TopK.Largest with k = {negative}");
    }

    [Law]
    public static void What_is_handed_over_is_left_alone(Source stream, int k)
    {
        var handedOver = stream.Open();
        T.Largest(handedOver, Tamed(k));
        if (stream.IsKept) Must.LeaveAlone(stream.Items, handedOver);
    }

    [Law]
    public static void What_its_owner_overwrites_is_another_stream(Source stream, int k)
    {
        if (!stream.IsKept) return;
        var handedOver = stream.Open();
        int[] before = T.Largest(handedOver, Tamed(k));
        Source.Overwrite(handedOver);
        Must.Be(handedOver.OrderDescending().Take(k), T.Largest(handedOver, Tamed(k)), "after its owner has put 7 into the same list, TopK.Largest");
        Must.Be(stream.Items.OrderDescending().Take(k), before, "after the next call, the result of the first");
    }

    [Law]
    public static void A_stream_may_call_it_while_it_is_read(Values values, int k)
    {
        var stream = values.Items.SelectMany(number => T.Largest([number], 1));
        Must.Be(values.Items.OrderDescending().Take(k), T.Largest(stream, Tamed(k)), "of a stream that calls it for each number, TopK.Largest");
    }

    [Law]
    public static void After_a_stream_that_throws_the_next_one_is_answered_rightly(Values values, int k)
    {
        Fault.Meet(() => T.Largest(Fault.Stream(values.Items, at: values.Count / 2), Tamed(k)));
        Must.Be(values.Items.OrderDescending().Take(k), T.Largest(values.Copy(), Tamed(k)), "after a stream that throws, TopK.Largest");
    }

    [Law(MaxTest = 20, BeyondExamples = true)]
    public static void The_stream_is_not_kept(Workload work, Form form)
    {
        // What was kept from the shorter stream is too small for the longer one.
        long room = ((int[])[Long, 3 * Long]).Min(count => Room(new(Given.As(nameof(work), work with { Count = count }).Numbers(), form), Given.As("k", 10)));
        string whole = room < Long ? "" : ": is the whole stream kept or sorted?";
        Must.Hold(room <= RoomForTen, $"TopK.Largest with k = 10 should hold about 10 numbers but makes room for {room}{whole}");
    }

    [LargeLaw(600_000)]
    public static void Half_of_six_hundred_thousand_numbers_do_not_take_quadratic_time(LargeWorkload work)
    {
        var expected = work.Numbers();
        Array.Sort(expected);
        Array.Reverse(expected);
        int k = Given.As(nameof(k), work.Count / 2);
        Must.Be(expected[..k], T.Largest(work.Numbers(), k), "TopK.Largest");
        k = Given.As(nameof(k), int.MaxValue);
        Must.Be(expected, T.Largest(work.Numbers(), k), "TopK.Largest");
    }

    /// <summary>Now and then more than was asked for, when the runtime collects: the least of two calls is looked at.</summary>
    private static long Room(Source stream, int k)
    {
        T.Largest(new Source([3, 1, 2, 3], stream.Form).Open(), Math.Min(k, 2)); // what is made once and for all is made here
        var opened = stream.Open();
        return Allocation.InNumbers(() => T.Largest(opened, k));
    }

    /// <summary>int.MaxValue, which has a law of its own, is tamed: shrunk by halves it would ask for gigabytes.</summary>
    private static int Tamed(int k) => Given.As("k", Math.Min(k, 1000));
}

public abstract class TopKCostProperties<T> where T : ITopKByOrder
{
    /// <summary>As of the member without an order.</summary>
    private const int RoomForTen = 512, Long = 20_000;

    [Law]
    public static void The_order_says_what_is_large(Values values, int k)
    {
        var descending = Comparer<int>.Create((x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0);
        Must.Be(values.Sorted().Take(k), T.Largest(values.Copy(), Tamed(k), descending), "under the opposite order, TopK.Largest");
    }

    [Law]
    public static void Items_that_tie_count_each(Values values, int k)
    {
        var largest = Must.Read(T.Largest(values.Copy(), Tamed(k), Comparer<int>.Create((x, y) => (x >> 3).CompareTo(y >> 3))), "TopK.Largest");
        Must.Be(values.Items.Select(x => x >> 3).OrderDescending().Take(k), largest.Select(x => x >> 3), "ordered by x / 8, the eighths");
        var left = values.Items.ToList();
        foreach (int number in largest) Must.Hold(left.Remove(number), $"ordered by x / 8, {number} comes out more often than it went in");
    }

    [Law]
    public static void Under_an_order_a_negative_k_throws_too(Source stream, int k)
    {
        int negative = Given.As(nameof(k), ~k);
        Must.Throw<ArgumentOutOfRangeException>(() => T.Largest(stream.Open(), negative, Comparer<int>.Default), $"TopK.Largest with k = {negative} and an order");
    }

    [Law]
    public static void After_an_order_that_throws_the_next_call_is_right(Values values, int k)
    {
        Fault.Meet(() => T.Largest(values.Copy(), Tamed(k), Fault.Order(Comparer<int>.Default, asked: values.Count)));
        Must.Be(values.Items.OrderDescending().Take(k), T.Largest(values.Copy(), Tamed(k), Comparer<int>.Default), "after an order that throws, TopK.Largest");
    }

    [Law(MaxTest = 60, BeyondExamples = true)]
    public static void A_multiple_of_log_k_comparisons_a_number_is_enough(Workload work)
    {
        foreach (int k in (int[])[1, 8, 64])
        {
            var order = new CountingComparer<int>();
            T.Largest(new ReadOnce<int>(work.Numbers()), Given.As(nameof(k), k), order);
            double allowed = 4 * work.Count * (1 + Math.Log2(k));
            Must.Hold(order.Count <= allowed, $"for k = {k} at most {allowed} comparisons should be made but {order.Count} are");
        }
    }

    [Law(MaxTest = 20, BeyondExamples = true)]
    public static void Under_an_order_the_stream_is_not_kept_either(Workload work, Form form)
    {
        T.Largest([3, 1, 2, 3], 2, Comparer<int>.Default); // what is made once and for all is made here
        // What was kept from the shorter stream is too small for the longer one.
        long room = ((int[])[Long, 3 * Long]).Min(count =>
        {
            var opened = new Source(Given.As(nameof(work), work with { Count = count }).Numbers(), form).Open();
            return Allocation.InNumbers(() => T.Largest(opened, Given.As("k", 10), Comparer<int>.Default));
        });
        string whole = room < Long ? "" : ": is the whole stream kept or sorted?";
        Must.Hold(room <= RoomForTen, $"under an order TopK.Largest with k = 10 should hold about 10 numbers but makes room for {room}{whole}");
    }

    [LargeLaw(300_000)]
    public static void Half_of_three_hundred_thousand_wide_items_do_not_take_quadratic_time(LargeWorkload work)
    {
        int k = work.Count / 2;
        var stream = new ReadOnce<Wide>(Array.ConvertAll(work.Numbers(), number => new Wide(number, 0, 0, 0)));
        var largest = Must.Read(T.Largest(stream, Given.As(nameof(k), k), Comparer<Wide>.Create((x, y) => x.Number.CompareTo(y.Number))), "TopK.Largest");
        var expected = work.Numbers();
        Array.Sort(expected);
        Must.Be(k, largest.Length, "the number of items");
        for (int i = 0; i < k; i++) Must.Be(expected[^(i + 1)], largest[i].Number, "the first item out of place");
    }

    private static int Tamed(int k) => Given.As("k", Math.Min(k, 1000));

    /// <summary>64 bytes: no comparison tells of items that are moved about, so let moving them take its time.</summary>
    private readonly record struct Wide(int Number, Int128 A, Int128 B, Int128 C);
}

public sealed class TopKTests : TopKProperties<TopK>;

public sealed class TopKCostTests : TopKCostProperties<TopK>;
