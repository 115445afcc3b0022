namespace Etudes.Heap;

public abstract class BottomKProperties<T> where T : IBottomK
{
    /// <summary>What ten numbers, a list that grew to hold them and a few small objects take at most, in numbers.</summary>
    private const int RoomForTen = 512;

    /// <summary>A stream so long that a copy of it takes far more.</summary>
    private const int Long = 1024;

    [Law]
    public static void Keeps_the_k_smallest_in_ascending_order(Values values, int k) =>
        Tamed(k, k => Must.Be(values.Sorted().Take(k), T.Smallest(values.Copy(), k), "BottomK.Smallest"));

    [Law]
    public static void What_is_smallest_of_two_parts_is_smallest_of_all(Values first, Values second, int k)
    {
        Tamed(k, k =>
        {
            Values parts = new([.. Smallest(first), .. Smallest(second)]), all = new([.. first.Items, .. second.Items]);
            int[] smallest = [];
            Must.Given("values", all, () => smallest = Smallest(all));
            Must.Given("values", parts, () => Must.Be(smallest, T.Smallest(parts.Copy(), k), "BottomK.Smallest of both parts' smallest"));

            int[] Smallest(Values values) => Must.Read(T.Smallest(values.Copy(), k), "BottomK.Smallest");
        });
    }

    [Law]
    public static void The_stream_is_read_once(Values values, int k) =>
        Tamed(k, k => Must.Be(values.Sorted().Take(k), T.Smallest(new ReadOnce<int>(values.Items), k), "BottomK.Smallest of a stream"));

    [Law]
    public static void Asking_for_none_gives_none(Values values) =>
        Must.Given("k", 0, () => Must.Be([], T.Smallest(values.Copy(), 0), "BottomK.Smallest with k = 0"));

    [Law]
    public static void Asking_for_more_than_there_are_gives_all(Values values)
    {
        All(values.Count + 1, "one more than the count of the numbers");
        All(int.MaxValue, "= int.MaxValue");

        void All(int k, string words) => Must.Given(nameof(k), k, () => Must.Be(values.Sorted(), T.Smallest(values.Copy(), k), $"BottomK.Smallest with k {words}"));
    }

    [Law]
    public static void A_negative_k_throws(Values values, int k) =>
        Must.Given(nameof(k), ~k, () => Must.Throw<ArgumentOutOfRangeException>(() => T.Smallest(values.Copy(), ~k), $"BottomK.Smallest with k = {~k}"));

    [Law]
    public static void An_array_is_left_alone(Values values, int k)
    {
        var copy = values.Copy();
        Tamed(k, k =>
        {
            T.Smallest(copy, k);
            Must.LeaveAlone(values.Items, copy);
        });
    }

    [Law(MaxTest = 60)]
    public static void The_stream_is_not_kept(Workload work)
    {
        var stream = work with { Count = Math.Max(work.Count, Long) };
        Must.Given(nameof(work), stream, () => Must.Given("k", 10, () =>
        {
            Room(work with { Count = 32 }); // what is made once and for all is made here
            long room = Room(stream);
            string whole = room < stream.Count ? "" : $": is the whole stream of {stream.Count} kept or sorted?";
            Must.Hold(room <= RoomForTen, $"BottomK.Smallest with k = 10 should hold about 10 numbers but makes room for {room}{whole}");
        }));

        static long Room(Workload work)
        {
            var numbers = new ReadOnce<int>(work.Numbers());
            return Allocation.InNumbers(() => T.Smallest(numbers, 10));
        }
    }

    [LargeLaw(400_000)]
    public static void Each_of_four_hundred_thousand_numbers_takes_logarithmic_time(LargeWorkload work)
    {
        int k = work.Count / 2;
        var expected = work.Numbers();
        Array.Sort(expected);
        var smallest = Must.Read(T.Smallest(work.Numbers(), k), "BottomK.Smallest");
        Must.Be(k, smallest.Length, "the number of numbers");
        for (int i = 0; i < k; i++) Must.Be(expected[i], smallest[i], "the first number out of place");
    }

    /// <summary>int.MaxValue, which has a law of its own, is tamed: shrunk by halves it would ask for gigabytes.</summary>
    private static void Tamed(int k, Action<int> law)
    {
        k = Math.Min(k, 1000);
        Must.Given(nameof(k), k, () => law(k));
    }
}

public sealed class BottomKTests : BottomKProperties<BottomK>;
