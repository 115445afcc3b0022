namespace Etudes.Heap;

public abstract class BottomKProperties<T> where T : IBottomK
{
    /// <summary>What ten numbers, a list that grew to hold them and a few small objects take at most, in numbers.</summary>
    private const int RoomForTen = 512;
    /// <summary>More than any other law hands over: a buffer that was kept from an earlier call is too small for it.</summary>
    private const int Long = 20_000;

    [Law]
    public static void Keeps_the_k_smallest_in_ascending_order(Source stream, int k) =>
        Must.Be(stream.Items.Order().Take(k), T.Smallest(stream.Open(), Tamed(k)), "BottomK.Smallest");

    [Law]
    public static void What_is_smallest_of_two_parts_is_smallest_of_all(Values first, Values second, int k)
    {
        Values parts = new([.. Smallest(first), .. Smallest(second)]), all = new([.. first.Items, .. second.Items]);
        int[] smallest = Smallest(Given.As("values", all));
        Must.Be(smallest, T.Smallest(Given.As("values", parts).Copy(), Tamed(k)), "BottomK.Smallest of both parts' smallest");

        int[] Smallest(Values values) => Must.Read(T.Smallest(values.Copy(), Tamed(k)), "BottomK.Smallest");
    }

    [Law]
    public static void The_stream_is_read_once(Values values, int k) =>
        Must.Be(values.Items.Order().Take(k), T.Smallest(new ReadOnce<int>(values.Items), Tamed(k)), "BottomK.Smallest of a stream");

    [Law]
    public static void Asking_for_none_gives_none(Source stream) =>
        Must.Be([], T.Smallest(stream.Open(), Given.As("k", 0)), "BottomK.Smallest with k = 0");

    [Law]
    public static void Asking_for_more_than_there_are_gives_all(Source stream)
    {
        Must.Be(stream.Items.Order(), T.Smallest(stream.Open(), Given.As("k", stream.Items.Count + 1)), "BottomK.Smallest with k one more than the count of the numbers");
        Must.Be(stream.Items.Order(), T.Smallest(stream.Open(), Given.As("k", int.MaxValue)), "BottomK.Smallest with k = int.MaxValue");
    }

    [Law(BeyondExamples = true)]
    public static void Room_for_k_is_not_made_before_there_are_k_numbers(Source stream)
    {
        int k = Given.As("k", int.MaxValue);
        long room = Math.Min(Room(stream, k), Room(stream, k));
        Must.Hold(room <= RoomForTen + 16 * stream.Items.Count, $"BottomK.Smallest with k = int.MaxValue of a stream of {stream.Items.Count} makes room for {room} numbers");
    }

    [Law]
    public static void A_negative_k_throws(Source stream, int k)
    {
        int negative = Given.As(nameof(k), ~k);
        Must.Throw<ArgumentOutOfRangeException>(() => T.Smallest(stream.Open(), negative), $"BottomK.Smallest with k = {negative}");
    }

    [Law]
    public static void What_is_handed_over_is_left_alone(Source stream, int k)
    {
        var handedOver = stream.Open();
        T.Smallest(handedOver, Tamed(k));
        if (stream.IsKept) Must.LeaveAlone(stream.Items, handedOver);
    }

    [Law]
    public static void What_its_owner_overwrites_is_another_stream(Source stream, int k)
    {
        if (!stream.IsKept) return;
        var handedOver = stream.Open();
        int[] before = T.Smallest(handedOver, Tamed(k));
        Source.Overwrite(handedOver);
        Must.Be(handedOver.Order().Take(k), T.Smallest(handedOver, Tamed(k)), "after its owner has put 7 into the same list, BottomK.Smallest");
        Must.Be(stream.Items.Order().Take(k), before, "after the next call, the result of the first");
    }

    [Law]
    public static void A_stream_may_call_it_while_it_is_read(Values values, int k)
    {
        var stream = values.Items.SelectMany(number => T.Smallest([number], 1));
        Must.Be(values.Items.Order().Take(k), T.Smallest(stream, Tamed(k)), "of a stream that calls it for each number, BottomK.Smallest");
    }

    [Law]
    public static void After_a_stream_that_throws_the_next_one_is_answered_rightly(Values values, int k)
    {
        Fault.Meet(() => T.Smallest(Fault.Stream(values.Items, at: values.Count / 2), Tamed(k)));
        Must.Be(values.Items.Order().Take(k), T.Smallest(values.Copy(), Tamed(k)), "after a stream that throws, BottomK.Smallest");
    }

    [Law(MaxTest = 20, BeyondExamples = true)]
    public static void The_stream_is_not_kept(Workload work, Form form)
    {
        // What was kept from the shorter stream is too small for the longer one.
        long room = ((int[])[Long, 3 * Long]).Min(count => Room(new(Given.As(nameof(work), work with { Count = count }).Numbers(), form), Given.As("k", 10)));
        string whole = room < Long ? "" : ": is the whole stream kept or sorted?";
        Must.Hold(room <= RoomForTen, $"BottomK.Smallest with k = 10 should hold about 10 numbers but makes room for {room}{whole}");
    }

    [LargeLaw(600_000)]
    public static void Each_of_six_hundred_thousand_numbers_takes_logarithmic_time(LargeWorkload work)
    {
        int k = Given.As(nameof(k), work.Count / 2);
        var expected = work.Numbers();
        Array.Sort(expected);
        var smallest = Must.Read(T.Smallest(new ReadOnce<int>(work.Numbers()), k), "BottomK.Smallest");
        Must.Be(k, smallest.Length, "the number of numbers");
        for (int i = 0; i < k; i++) Must.Be(expected[i], smallest[i], "the first number out of place");
        k = Given.As(nameof(k), int.MaxValue);
        Must.Be(expected, T.Smallest(work.Numbers(), k), "BottomK.Smallest");
    }

    /// <summary>Now and then more than was asked for, when the runtime collects: the least of two calls is looked at.</summary>
    private static long Room(Source stream, int k)
    {
        T.Smallest(new Source([3, 1, 2, 3], stream.Form).Open(), Math.Min(k, 2)); // what is made once and for all is made here
        var opened = stream.Open();
        return Allocation.InNumbers(() => T.Smallest(opened, k));
    }

    /// <summary>int.MaxValue, which has a law of its own, is tamed: shrunk by halves it would ask for gigabytes.</summary>
    private static int Tamed(int k) => Given.As("k", Math.Min(k, 1000));
}

public sealed class BottomKTests : BottomKProperties<BottomK>;
