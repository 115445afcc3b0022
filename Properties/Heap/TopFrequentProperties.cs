namespace Etudes.Heap;

public abstract class TopFrequentProperties<T> where T : ITopFrequent
{
    /// <summary>What ten counters and a heap of them take at most with a few small objects, in numbers.</summary>
    private const int RoomForTen = 1024;
    /// <summary>More than any other law hands over: a buffer that was kept from an earlier call is too small for it.</summary>
    private const int Long = 20_000;

    [Law]
    public static void Gives_the_k_most_frequent_values(Source stream, int k) =>
        Must.Be(Most(stream.Items, k), T.Most(stream.Open(), Tamed(k)), "TopFrequent.Most");

    [Law]
    public static void Of_equal_counts_the_smaller_value_comes_first(Values values, int k)
    {
        int[] different = [.. values.Items.Distinct()];
        var twice = Given.As("stream", new Values([.. different, .. different.Reverse()]));
        Must.Be(different.Order().Take(k), T.Most(twice.Copy(), Tamed(k)), "of values that come twice each, TopFrequent.Most");
    }

    [Law]
    public static void Fewer_are_the_beginning_of_more(Values values, int k)
    {
        int[] fewer = Must.Read(T.Most(values.Copy(), Tamed(k / 2)), $"TopFrequent.Most with k = {k / 2}");
        Must.Be(fewer, Must.Read(T.Most(values.Copy(), Tamed(k)), "TopFrequent.Most").Take(fewer.Length), $"the first {fewer.Length} of TopFrequent.Most");
    }

    [Law]
    public static void When_a_value_comes_does_not_matter(Values values, int k)
    {
        int[] most = Must.Read(T.Most(values.Copy(), Tamed(k)), "TopFrequent.Most");
        var sorted = Given.As(nameof(values), new Values(values.Sorted()));
        Must.Be(most, T.Most(sorted.Copy(), Tamed(k)), "of the same numbers in ascending order, TopFrequent.Most");
    }

    [Law]
    public static void The_stream_is_read_once(Values values, int k) =>
        Must.Be(Most(values.Items, k), T.Most(new ReadOnce<int>(values.Items), Tamed(k)), "TopFrequent.Most of a stream");

    [Law]
    public static void Asking_for_none_gives_none(Source stream) =>
        Must.Be([], T.Most(stream.Open(), Given.As("k", 0)), "TopFrequent.Most with k = 0");

    [Law]
    public static void Asking_for_more_than_there_are_gives_all(Source stream)
    {
        int different = stream.Items.Distinct().Count();
        Must.Be(Most(stream.Items, different), T.Most(stream.Open(), Given.As("k", different + 1)), "TopFrequent.Most with k one more than the count of the values");
        Must.Be(Most(stream.Items, different), T.Most(stream.Open(), Given.As("k", int.MaxValue)), "TopFrequent.Most with k = int.MaxValue");
    }

    [Law(BeyondExamples = true)]
    public static void Room_for_k_is_not_made_before_there_are_k_values(Source stream)
    {
        int k = Given.As("k", int.MaxValue), different = stream.Items.Distinct().Count();
        long room = Math.Min(Room(stream, k), Room(stream, k));
        Must.Hold(room <= RoomForTen + 64 * different, $"TopFrequent.Most with k = int.MaxValue of {Show.Count(different, "value")} makes room for {room} numbers");
    }

    [Law]
    public static void A_negative_k_throws_and_opens_no_stream(Source stream, int k)
    {
        int negative = Given.As(nameof(k), ~k);
        Must.Throw<ArgumentOutOfRangeException>(() => T.Most(stream.Open(), negative), $"TopFrequent.Most with k = {negative}");
        Must.Throw<ArgumentOutOfRangeException>(() => T.Most(Fault.Stream(stream.Items, at: -1), negative), $"TopFrequent.Most with k = {negative} of a stream that cannot be opened");
    }

    [Law]
    public static void What_is_handed_over_is_left_alone(Source stream, int k)
    {
        var handedOver = stream.Open();
        T.Most(handedOver, Tamed(k));
        if (stream.IsKept) Must.LeaveAlone(stream.Items, handedOver);
    }

    [Law]
    public static void What_its_owner_overwrites_is_another_stream(Source stream, int k)
    {
        if (!stream.IsKept) return;
        var handedOver = stream.Open();
        int[] before = T.Most(handedOver, Tamed(k));
        Source.Overwrite(handedOver);
        Must.Be(Most([.. handedOver], k), T.Most(handedOver, Tamed(k)), "after its owner has put 7 into the same list, TopFrequent.Most");
        Must.Be(Most(stream.Items, k), before, "after the next call, the result of the first");
    }

    [Law]
    public static void After_a_stream_that_throws_the_next_one_is_answered_rightly(Values values, int k)
    {
        Fault.Meet(() => T.Most(Fault.Stream(values.Items, at: values.Count / 2), Tamed(k)));
        Must.Be(Most(values.Items, k), T.Most(values.Copy(), Tamed(k)), "after a stream that throws, TopFrequent.Most");
    }

    [Law]
    public static void A_stream_may_ask_for_the_most_frequent_of_another(Values outer, Values inner, int k)
    {
        int[] asked = [];
        var stream = outer.Items.Select((number, i) =>
        {
            if (i == outer.Count / 2) asked = T.Most(inner.Copy(), Tamed(k));
            return number;
        });
        Must.Be(Most(outer.Items, k), T.Most(stream, Tamed(k)), "of a stream that asks of another one meanwhile, TopFrequent.Most");
        if (outer.Count > 0) Must.Be(Most(inner.Items, k), asked, "asked meanwhile, TopFrequent.Most");
    }

    [Law(MaxTest = 20, BeyondExamples = true)]
    public static void The_stream_is_not_kept(Workload work, Form form)
    {
        // What was kept from the shorter stream is too small for the longer one.
        long room = ((int[])[Long, 3 * Long]).Min(count => Room(new(OfTen(work with { Count = count }), form), Given.As("k", 5)));
        string whole = room < Long ? "" : ": does it grow with the stream?";
        Must.Hold(room <= RoomForTen, $"TopFrequent.Most of ten different values should hold ten counters but makes room for {room} numbers{whole}");
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        foreach (int ask in ManyCalls.Order(4))
        {
            int value = 3 * (1 + ask % 4), other = value + 1; // which no call meets in between
            if (ask < 0) T.Most([0], 1);
            else if (ask < 4) Must.Be([other, value], T.Most([value, other, other, other], 2), "at first, TopFrequent.Most");
            else Must.Be([value, other], T.Most([value, other, value], 2), "after many calls, TopFrequent.Most");
        }
    }

    [LargeLaw(400_000)]
    public static void Half_of_four_hundred_thousand_values_do_not_take_quadratic_time(LargeWorkload work)
    {
        int[] numbers = Array.ConvertAll(work.Numbers(), number => number << 13); // all over int, and alike in their lower bits
        int[] all = Most(numbers, int.MaxValue);
        foreach (int k in (int[])[work.Count / 2, int.MaxValue])
            Must.Be(all[..Math.Min(k, all.Length)], T.Most(numbers, Given.As(nameof(k), k)), "of the numbers times 8192, as far as int holds them, TopFrequent.Most");
    }

    [LargeLaw(300_000)]
    public static void A_value_may_come_more_often_than_16_bits_count(LargeWorkload work)
    {
        int[] numbers = Array.ConvertAll(work.Numbers(), number => int.Log2(number + 1)); // 0 once, 1 twice, 2 four times
        foreach (int k in (int[])[1, 3, 20])
            Must.Be(Most(numbers, k), T.Most(numbers, Given.As(nameof(k), k)), "of the logarithms, rounded down, TopFrequent.Most");
        int[] halves = Array.ConvertAll(work.Numbers(), number => number == 0 ? 1 : number % 2); // 1 comes oftener by a few
        Must.Be([1, 0], T.Most(halves, Given.As("k", 2)), "of the remainders by 2, but 1 in the place of the number 0, TopFrequent.Most");
    }

    private static int[] Most(IEnumerable<int> numbers, int k) =>
        [.. numbers.CountBy(number => number).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(k).Select(pair => pair.Key)];

    private static int[] OfTen(Workload work) => Array.ConvertAll(Given.As(nameof(work), work).Numbers(), number => number % 10);

    /// <summary>Now and then more than was asked for, when the runtime collects: the least of two calls is looked at.</summary>
    private static long Room(Source stream, int k)
    {
        T.Most(new Source([3, 1, 2, 3], stream.Form).Open(), Math.Min(k, 2)); // what is made once and for all is made here
        var opened = stream.Open();
        return Allocation.InNumbers(() => T.Most(opened, k));
    }

    /// <summary>int.MaxValue, which has a law of its own, is tamed: shrunk by halves it would ask for gigabytes.</summary>
    private static int Tamed(int k) => Given.As("k", Math.Min(k, 1000));
}

public abstract class TopFrequentCostProperties<T> where T : ITopFrequentByOrder
{
    /// <summary>As of the member without an order.</summary>
    private const int RoomForTen = 1024, Long = 20_000;

    [Law]
    public static void The_order_decides_between_equal_counts(Values values, int k)
    {
        var descending = Comparer<int>.Create((x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0);
        var groups = values.Items.GroupBy(number => number).OrderByDescending(same => same.Count()).ThenByDescending(same => same.Key);
        Must.Be(groups.Select(same => same.Key).Take(k), T.Most(values.Copy(), Tamed(k), descending), "under the opposite order, TopFrequent.Most");
    }

    [Law]
    public static void Words_of_one_length_tie_and_are_counted_apart(Values values, int k)
    {
        string[] words = [.. values.Items.Select(number => $"{number}")];
        var most = Must.Read(T.Most(words, Tamed(k), Comparer<string>.Create((x, y) => x.Length - y.Length)), "TopFrequent.Most");
        var groups = words.GroupBy(word => word).ToDictionary(same => same.Key, same => (Count: same.Count(), same.Key.Length));
        foreach (string word in most) Must.Hold(groups.ContainsKey(word), $"of the numbers as words by length, {word} comes out and never went in");
        Must.Be(most.Distinct().Count(), most.Length, "of the numbers as words by length, the count of words that come out");
        Must.Be(groups.Values.OrderBy(group => (-group.Count, group.Length)).Take(k), most.Select(word => groups[word]),
            "of the numbers as words by length, (count, length) of TopFrequent.Most");
    }

    [Law]
    public static void Under_an_order_a_negative_k_throws_too(Source stream, int k)
    {
        int negative = Given.As(nameof(k), ~k);
        Must.Throw<ArgumentOutOfRangeException>(() => T.Most(Fault.Stream(stream.Items, at: -1), negative, Comparer<int>.Default), $"TopFrequent.Most with k = {negative} and an order");
    }

    [Law]
    public static void After_an_order_that_throws_the_next_call_is_right(Values values, int k)
    {
        int[] asked = T.Most(values.Copy(), Tamed(k), Comparer<int>.Default);
        Fault.Meet(() => T.Most(values.Items.Select(number => ~number), Tamed(k), Fault.Order(Comparer<int>.Default, asked: values.Count / 2)));
        Must.Be(asked, T.Most(values.Copy(), Tamed(k), Comparer<int>.Default), "after an order that throws, TopFrequent.Most");
    }

    [Law(MaxTest = 60, BeyondExamples = true)]
    public static void A_multiple_of_log_k_comparisons_a_value_is_enough(Workload work)
    {
        foreach (int k in (int[])[1, 8, 64])
        {
            var order = new CountingComparer<int>();
            T.Most(new ReadOnce<int>(work.Numbers()), Given.As(nameof(k), k), order);
            double allowed = 4 * work.Numbers().Distinct().Count() * (1 + Math.Log2(k));
            Must.Hold(order.Count <= allowed, $"for k = {k} at most {allowed} comparisons should be made but {order.Count} are");
        }
    }

    [Law(MaxTest = 20, BeyondExamples = true)]
    public static void Under_an_order_the_stream_is_not_kept_either(Workload work, Form form)
    {
        T.Most([3, 1, 2, 3], 2, Comparer<int>.Default); // what is made once and for all is made here
        // What was kept from the shorter stream is too small for the longer one.
        long room = ((int[])[Long, 3 * Long]).Min(count =>
        {
            int[] numbers = Array.ConvertAll(Given.As(nameof(work), work with { Count = count }).Numbers(), number => number % 10);
            var opened = new Source(numbers, form).Open();
            return Allocation.InNumbers(() => T.Most(opened, Given.As("k", 5), Comparer<int>.Default));
        });
        string whole = room < Long ? "" : ": does it grow with the stream?";
        Must.Hold(room <= RoomForTen, $"under an order TopFrequent.Most of ten different values should hold ten counters but makes room for {room} numbers{whole}");
    }

    private static int Tamed(int k) => Given.As("k", Math.Min(k, 1000));
}

public sealed class TopFrequentTests : TopFrequentProperties<TopFrequent>;

public sealed class TopFrequentCostTests : TopFrequentCostProperties<TopFrequent>;
