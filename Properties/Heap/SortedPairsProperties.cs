using System.Collections;

namespace Etudes.Heap;

public abstract class SortedPairsProperties<T> where T : ISortedPairs
{
    /// <summary>What a few pairs, what is needed to find them and a few small objects take at most, in numbers.</summary>
    private const int RoomForFew = 1024;
    /// <summary>The same for each pair more.</summary>
    private const int RoomForEach = 192;
    /// <summary>Where a dictionary's and a queue's own room no longer counts.</summary>
    private const int RoomForEachOfMany = 128;

    /// <summary>All sums are equal; sums that grow evenly; rows that end early, or begin late.</summary>
    private static readonly (int, int)[] s_rises = [(0, 0), (1, 1), (300, 700), (1, 1_000_000), (1_000_000, 1)];

    [Law]
    public static void Gives_the_k_smallest_sums_in_ascending_order(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        Must.Be(Sums(a, b, Tamed(k)), T.Smallest(a, b, Tamed(k)).Select(pair => pair.Sum), "the sums of SortedPairs.Smallest");
    }

    [Law]
    public static void Each_pair_comes_once_and_with_its_sum(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        MustBePairs(a, b, Must.Read(T.Smallest([.. a], b.AsReadOnly(), Tamed(k)), "SortedPairs.Smallest"));
    }

    [Law]
    public static void Fewer_are_the_beginning_of_more(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        long[] fewer = [.. T.Smallest(a, b, Tamed(k / 2)).Select(pair => pair.Sum)];
        Must.Be(fewer, T.Smallest(a, b, Tamed(k)).Select(pair => pair.Sum).Take(fewer.Length), $"the first {fewer.Length} sums of SortedPairs.Smallest");
    }

    [Law]
    public static void Exchanging_the_lists_changes_no_sum(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        long[] sums = [.. T.Smallest(a, b, Tamed(k)).Select(pair => pair.Sum)];
        Must.Be(sums, T.Smallest(b, a, Tamed(k)).Select(pair => pair.Sum), "of the lists exchanged, the sums of SortedPairs.Smallest");
    }

    [Law]
    public static void Asking_for_none_gives_none(Values first, Values second)
    {
        var (a, b) = Sorted(first, second);
        Must.Be([], T.Smallest(a, b, Given.As("k", 0)), "SortedPairs.Smallest with k = 0");
    }

    [Law]
    public static void With_an_empty_list_there_is_no_pair(Values first, int k)
    {
        Must.Be([], T.Smallest(first.Sorted(), [], Tamed(k)), "with an empty second list, SortedPairs.Smallest");
        Must.Be([], T.Smallest([], first.Sorted(), Tamed(k)), "with an empty first list, SortedPairs.Smallest");
    }

    [Law(MaxTest = 100)]
    public static void Asking_for_more_than_there_are_gives_all(Values first, Values second)
    {
        var (a, b) = Few(first, second);
        int all = a.Length * b.Length;
        foreach (int k in (int[])[all, all + 1, int.MaxValue])
            Must.Be(Sums(a, b, k), T.Smallest(a, b, Given.As("k", k)).Select(pair => pair.Sum), $"with k = {Show.Of(k)}, the sums of SortedPairs.Smallest");
    }

    [Law(MaxTest = 100, BeyondExamples = true)]
    public static void Room_for_k_is_not_made_before_there_are_k_pairs(Values first, Values second)
    {
        var (a, b) = Few(first, second);
        int pairs = a.Length * b.Length;
        long room = Room(a, b, Given.As("k", int.MaxValue));
        Must.Hold(room <= RoomForFew + RoomForEach * pairs, $"SortedPairs.Smallest with k = int.MaxValue of {Show.Count(pairs, "pair")} makes room for {room} numbers");
    }

    [Law]
    public static void A_negative_k_throws(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        int negative = Given.As(nameof(k), ~k);
        Must.Throw<ArgumentOutOfRangeException>(() => T.Smallest(a, b, negative), $"SortedPairs.Smallest with k = {negative}");
    }

    [Law]
    public static void What_is_handed_over_is_left_alone(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        List<int> list = [.. b];
        T.Smallest(a, list, Tamed(k));
        Must.LeaveAlone(first.Sorted(), a);
        Must.LeaveAlone(b, list);
    }

    [Law]
    public static void What_its_owner_overwrites_is_another_list(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        long[] sums = Sums(a, b, Tamed(k));
        var before = T.Smallest(a, b, Tamed(k));
        Array.Fill(a, 7);
        Must.Be(Sums(a, b, Tamed(k)), T.Smallest(a, b, Tamed(k)).Select(pair => pair.Sum), "after its owner has filled the first list with 7, the sums of SortedPairs.Smallest");
        Must.Be(sums, before.Select(pair => pair.Sum), "after the next call, the sums of the first result");
    }

    [Law]
    public static void After_a_list_that_throws_the_next_call_is_right(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        int reads = b.Length / 2;
        Fault.Meet(() => T.Smallest(a, new Asking(b.Length, j => reads-- > 0 ? b[j] : throw new Fault()), Tamed(k)));
        Must.Be(Sums(a, b, Tamed(k)), T.Smallest(a, b, Tamed(k)).Select(pair => pair.Sum), "after a list that throws, the sums of SortedPairs.Smallest");
    }

    [Law]
    public static void A_list_may_ask_for_the_pairs_of_others(Values first, Values second, int k)
    {
        var (a, b) = Sorted(first, second);
        int reads = b.Length / 2;
        var asking = new Asking(b.Length, j =>
        {
            if (reads-- == 0) Must.Be([7L, 8], T.Smallest([3, 4], [4], 2).Select(pair => pair.Sum), "asked meanwhile for k = 2 of [3, 4] and [4], the sums of SortedPairs.Smallest");
            return b[j];
        });
        Must.Be(Sums(a, b, Tamed(k)), T.Smallest(a, asking, Tamed(k)).Select(pair => pair.Sum), "of a list that asks for the pairs of others meanwhile, the sums of SortedPairs.Smallest");
    }

    [Law(BeyondExamples = true)]
    public static void Lists_far_longer_than_k_cost_no_more(int rise, int otherRise, int k)
    {
        foreach (var (n, m) in ((int, int)[])[(1 << 16, 1 << 16), (1 << 15, 1 << 16), (1, int.MaxValue), (int.MaxValue, 1), (int.MaxValue, int.MaxValue)])
        {
            Rising first = new(n, rise), second = new(m, otherRise);
            MustBeSmallest(first, second, Tamed(k));
            long room = Room(first, second, Tamed(k)), allowed = RoomForFew + RoomForEach * Tamed(k);
            Must.Hold(room <= allowed, $"SortedPairs.Smallest should make room for about {Tamed(k)} pairs, {allowed} numbers in all, but makes room for {room}");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        foreach (int ask in ManyCalls.Order(4)) // each of the four comes to pairs that no other call meets in between
        {
            int[] few = new int[ask < 0 ? 1 : 1 + ask % 4 / 2], many = new int[ask < 0 ? 1 : 20 / few.Length];
            var pairs = ask % 2 == 0 ? T.Smallest(few, many, 99) : T.Smallest(many, few, 99);
            if (pairs.Length != few.Length * many.Length) Must.Be(few.Length * many.Length, pairs.Length, $"{(ask < 4 ? "at first" : "after many calls")}, of {few.Length} and {many.Length} zeros, the count of pairs");
        }
    }

    [LargeLaw(200_000)]
    public static void Two_hundred_thousand_pairs_do_not_take_quadratic_time(LargeWorkload work)
    {
        Given.As(nameof(work), $"two lists of {work.Count} numbers");
        var (rise, otherRise) = s_rises[(int)work.Arrangement]; // each kind of large input stands for one
        MustBeSmallest(new(work.Count, rise), new(work.Count, otherRise), Given.As("k", work.Count));
    }

    /// <summary>Of two lists k ln k pairs have fewer than k others before them in both.</summary>
    [LargeLaw(200_000)]
    public static void Two_hundred_thousand_pairs_are_held_and_no_more(LargeWorkload work)
    {
        Given.As(nameof(work), $"two lists of {work.Count} numbers");
        var (rise, otherRise) = s_rises[(int)work.Arrangement];
        var (first, second) = (new Rising(work.Count, rise), new Rising(work.Count, otherRise));
        int k = Given.As("k", work.Count);
        long room = Allocation.InNumbers(() => T.Smallest(first, second, k)), allowed = (long)RoomForEachOfMany * k;
        Must.Hold(room <= allowed, $"SortedPairs.Smallest should make room for about {k} pairs, {allowed} numbers in all, but makes room for {room}");
    }

    /// <summary>Looks at lists that are too long for all sums: no pair that is left out has a sum below the last that is given.</summary>
    private static void MustBeSmallest(Rising first, Rising second, int k)
    {
        long reads = 64 + (long)(16 * k * (1 + Math.Log2(k + 1)));
        Given.As("first", $"{first}");
        Given.As("second", $"{second}");
        var pairs = Must.Read(T.Smallest(first.Watched(reads, k), second.Watched(reads, k), k), "SortedPairs.Smallest");
        MustBePairs(first, second, pairs);
        Must.Be(Math.Min(k, (long)first.Count * second.Count), pairs.Length, "the count of pairs");
        if (pairs.Length == 0) return;
        long last = pairs[^1].Sum, below = 0;
        for (int i = 0, j = Math.Min(k, second.Count); i < Math.Min(k, first.Count); i++)
        {
            while (j > 0 && (long)first[i] + second[j - 1] >= last) j--;
            below += j; // so many pairs of row i
        }
        int given = pairs.Count(pair => pair.Sum < last);
        Must.Hold(below <= given, $"{below} pairs have sums below {last}, the last that is given, but {given} of them are given");
    }

    /// <summary>Pairs of places in both lists, no two the same, with their sums in ascending order.</summary>
    private static void MustBePairs(IReadOnlyList<int> first, IReadOnlyList<int> second, (int I, int J, long Sum)[] pairs)
    {
        HashSet<(int, int)> given = [];
        foreach (var (i, j, sum) in pairs)
        {
            Must.Hold(0 <= i && i < first.Count && 0 <= j && j < second.Count, $"({i}, {j}) should be places in lists of {first.Count} and {second.Count} numbers");
            Must.Hold(given.Add((i, j)), $"the pair of places ({i}, {j}) is given twice");
            if ((long)first[i] + second[j] != sum) Must.Be((long)first[i] + second[j], sum, $"the sum of the pair of places ({i}, {j})");
        }
        for (int i = 1; i < pairs.Length; i++)
            Must.Hold(pairs[i - 1].Sum <= pairs[i].Sum, $"the sum {pairs[i].Sum} should not come after {pairs[i - 1].Sum}");
    }

    private static long[] Sums(int[] first, int[] second, int k) => [.. first.SelectMany(_ => second, (x, y) => (long)x + y).Order().Take(k)];

    private static (int[] First, int[] Second) Sorted(Values first, Values second) =>
        (Given.As(nameof(first), new Values(first.Sorted())).Copy(), Given.As(nameof(second), new Values(second.Sorted())).Copy());

    /// <summary>So few that all their pairs can be asked for, each time again.</summary>
    private static (int[] First, int[] Second) Few(Values first, Values second) => Sorted(new([.. first.Items.Take(40)]), new([.. second.Items.Take(40)]));

    /// <summary>Now and then more than was asked for, when the runtime collects: the least of two calls is looked at.</summary>
    private static long Room(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
    {
        T.Smallest([1, 2], [1, 2], Math.Min(k, 2)); // what is made once and for all is made here
        return Math.Min(Allocation.InNumbers(() => T.Smallest(first, second, k)), Allocation.InNumbers(() => T.Smallest(first, second, k)));
    }

    /// <summary>int.MaxValue, which has laws of its own, is tamed: shrunk by halves it would ask for gigabytes.</summary>
    private static int Tamed(int k) => Given.As("k", Math.Min(k, 1000));

    /// <summary>A list that is no collection, and asks for each of its numbers.</summary>
    private class Asking(int count, Func<int, int> number) : IReadOnlyList<int>
    {
        public int Count => count;

        public int this[int place] => 0 <= place && place < count ? number(place) : throw new ArgumentOutOfRangeException(nameof(place), place, $"The list has {count} numbers.");

        public IEnumerator<int> GetEnumerator()
        {
            for (int i = 0; i < count; i++) yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>From int.MinValue up by the same, as far as int holds it: no memory holds the numbers.</summary>
    private sealed class Rising(int count, int rise) : Asking(count, place => Number(place, rise))
    {
        private readonly int _rise = rise;

        /// <summary>The same list, which is read no more often than is needed for k pairs.</summary>
        public Asking Watched(long reads, int k) => new(Count, place => reads-- > 0 ? Number(place, _rise)
            : throw new LawBroken($"a list of {Count} numbers is read too often for {Show.Count(k, "pair")}: only its beginning matters"));

        public override string ToString() => $"{Count} numbers from int.MinValue, each {_rise} above the one before";

        private static int Number(int place, int rise) => (int)Math.Min(int.MaxValue, int.MinValue + (long)place * rise);
    }
}

public sealed class SortedPairsTests : SortedPairsProperties<SortedPairs>;
