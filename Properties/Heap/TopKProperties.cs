namespace Etudes.Heap;

public abstract class TopKProperties<T> where T : ITopK
{
    /// <summary>What ten numbers, a list that grew to hold them and a few small objects take at most, in numbers.</summary>
    private const int RoomForTen = 512;

    /// <summary>A stream so long that a copy of it takes far more.</summary>
    private const int Long = 1024;

    [Law]
    public static void Keeps_the_k_largest_in_descending_order(Values values, int k) =>
        Tamed(k, k => Must.Be(values.Items.OrderDescending().Take(k), T.Largest(values.Copy(), k), "TopK.Largest"));

    [Law]
    public static void Fewer_are_the_beginning_of_more(Values values, int k) =>
        Tamed(k, k =>
        {
            int[] fewer = [];
            Must.Given(nameof(k), k / 2, () => fewer = Must.Read(T.Largest(values.Copy(), k / 2), $"TopK.Largest with k = {k / 2}"));
            Must.Be(fewer, Must.Read(T.Largest(values.Copy(), k), "TopK.Largest").Take(k / 2), $"the first {k / 2} of TopK.Largest");
        });

    [Law]
    public static void The_stream_is_read_once(Values values, int k) =>
        Tamed(k, k => Must.Be(values.Items.OrderDescending().Take(k), T.Largest(new ReadOnce<int>(values.Items), k), "TopK.Largest of a stream"));

    [Law]
    public static void Asking_for_none_gives_none(Values values) =>
        Must.Given("k", 0, () => Must.Be([], T.Largest(values.Copy(), 0), "TopK.Largest with k = 0"));

    [Law]
    public static void Asking_for_more_than_there_are_gives_all(Values values)
    {
        All(values.Count + 1, "one more than the count of the numbers");
        All(int.MaxValue, "= int.MaxValue");

        void All(int k, string words) => Must.Given(nameof(k), k, () => Must.Be(values.Items.OrderDescending(), T.Largest(values.Copy(), k), $"TopK.Largest with k {words}"));
    }

    [Law]
    public static void A_negative_k_throws(Values values, int k) =>
        Must.Given(nameof(k), ~k, () => Must.Throw<ArgumentOutOfRangeException>(() => T.Largest(values.Copy(), ~k), $"TopK.Largest with k = {~k}"));

    [Law]
    public static void An_array_is_left_alone(Values values, int k)
    {
        var copy = values.Copy();
        Tamed(k, k =>
        {
            T.Largest(copy, k);
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
            Must.Hold(room <= RoomForTen, $"TopK.Largest with k = 10 should hold about 10 numbers but makes room for {room}{whole}");
        }));

        static long Room(Workload work)
        {
            var numbers = new ReadOnce<int>(work.Numbers());
            return Allocation.InNumbers(() => T.Largest(numbers, 10));
        }
    }

    /// <summary>int.MaxValue, which has a law of its own, is tamed: shrunk by halves it would ask for gigabytes.</summary>
    internal static void Tamed(int k, Action<int> law)
    {
        k = Math.Min(k, 1000);
        Must.Given(nameof(k), k, () => law(k));
    }
}

public abstract class TopKCostProperties<T> where T : ITopKByOrder
{
    [Law]
    public static void The_order_says_what_is_large(Values values, int k)
    {
        var descending = Comparer<int>.Create((x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0);
        Tamed(k, k => Must.Be(values.Sorted().Take(k), T.Largest(values.Copy(), k, descending), "under the opposite order, TopK.Largest"));
    }

    [Law]
    public static void Items_that_tie_count_each(Values values, int k) => Tamed(k, k =>
    {
        var largest = Must.Read(T.Largest(values.Copy(), k, Comparer<int>.Create((x, y) => (x >> 3).CompareTo(y >> 3))), "TopK.Largest");
        Must.Be(values.Items.Select(x => x >> 3).OrderDescending().Take(k), largest.Select(x => x >> 3), "ordered by x / 8, the eighths");
        var left = values.Items.ToList();
        foreach (int number in largest) Must.Hold(left.Remove(number), $"ordered by x / 8, {number} comes out more often than it went in");
    });

    [Law(MaxTest = 60)]
    public static void A_multiple_of_log_k_comparisons_a_number_is_enough(Workload work)
    {
        foreach (int k in (int[])[1, 8, 64]) Must.Given(nameof(k), k, () =>
        {
            var order = new CountingComparer<int>();
            T.Largest(new ReadOnce<int>(work.Numbers()), k, order);
            double allowed = 4 * work.Count * (1 + Math.Log2(k));
            Must.Hold(order.Count <= allowed, $"for k = {k} at most {allowed} comparisons should be made but {order.Count} are");
        });
    }

    [LargeLaw(80_000)]
    public static void Half_of_eighty_thousand_wide_items_do_not_take_quadratic_time(LargeWorkload work)
    {
        int k = work.Count / 2;
        var stream = new ReadOnce<Wide>(Array.ConvertAll(work.Numbers(), number => new Wide(number, 0, 0, 0)));
        var largest = Must.Read(T.Largest(stream, k, Comparer<Wide>.Create((x, y) => x.Number.CompareTo(y.Number))), "TopK.Largest");
        var expected = work.Numbers();
        Array.Sort(expected);
        Must.Be(k, largest.Length, "the number of items");
        for (int i = 0; i < k; i++) Must.Be(expected[^(i + 1)], largest[i].Number, "the first item out of place");
    }

    private static void Tamed(int k, Action<int> law)
    {
        k = Math.Min(k, 1000);
        Must.Given(nameof(k), k, () => law(k));
    }

    /// <summary>64 bytes: no comparison tells of items that are moved about, so let moving them take its time.</summary>
    private readonly record struct Wide(int Number, Int128 A, Int128 B, Int128 C);
}

public sealed class TopKTests : TopKProperties<TopK>;

public sealed class TopKCostTests : TopKCostProperties<TopK>;
