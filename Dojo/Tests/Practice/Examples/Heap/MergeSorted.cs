namespace Etudes.Heap;

/// <summary>One sorted stream of many: stable, and nothing is read before it is needed.</summary>
public static class MergeSortedExamples
{
    [Example]
    public static void Three_streams_become_one() =>
        Must.Be([1, 1, 2, 3, 4], Merge([1, 4], [], [1, 2, 3]), "the items");

    [Example]
    public static void Streams_may_be_empty_or_missing()
    {
        Must.Be([], Merge(), "the items of no stream");
        Must.Be([], Merge([], []), "the items of two empty ones");
    }

    [Example]
    public static void Only_the_sign_of_a_comparison_counts()
    {
        var downwards = Comparer<int>.Create(
            (x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0);
        Must.Be([4, 3, 2, 1], MergeSorted.Merge([[3, 1], [4, 2]], downwards),
            "the items downwards");
    }

    [Example]
    public static void Equal_items_come_in_the_order_of_their_streams()
    {
        string[][] streams = [["b1", "c1"], ["a2", "b2", "c2"], ["b3"], ["b4", "c4"]];
        var byLetter = Comparer<string>.Create((x, y) => x[0].CompareTo(y[0]));
        Must.Be(["a2", "b1", "b2", "b3", "b4", "c1", "c2", "c4"],
            MergeSorted.Merge(streams, byLetter), "the items");
    }

    [Example]
    public static void Nothing_is_opened_before_the_first_item_is_asked_for()
    {
        List<string> log = [];
        MergeSorted.Merge([Noted(log, 1)], Comparer<int>.Default);
        Must.Be([], log, "what happened");
    }

    [Example]
    public static void No_second_item_is_read_before_the_first_is_handed_out()
    {
        List<string> log = [];
        MergeSorted.Merge([Noted(log, 1, 4), Noted(log, 2, 3)], Comparer<int>.Default).First();
        Must.Be(["read 1", "read 2"], log.Where(entry => entry.StartsWith("read")).Order(),
            "what was read");
    }

    [Example]
    public static void Endless_streams_can_be_merged() =>
        Must.Be([0, 1, 2, 3, 4, 5],
            MergeSorted.Merge([From(0), From(1)], Comparer<int>.Default).Take(6), "the first six");

    [Example]
    public static void Who_stops_early_leaves_no_stream_open()
    {
        List<string> log = [];
        MergeSorted.Merge([Noted(log, 1, 2), Noted(log, 1, 2)], Comparer<int>.Default).First();
        Must.Be(2, log.Count(entry => entry == "closed"), "streams closed");
    }

    [Example]
    public static void At_the_end_every_stream_has_been_closed_once()
    {
        List<string> log = [];
        MergeSorted.Merge([Noted(log, 1, 2), Noted(log)], Comparer<int>.Default).Last();
        Must.Be(2, log.Count(entry => entry == "closed"), "streams closed");
    }

    [Example]
    public static void A_stream_that_breaks_leaves_no_other_open()
    {
        List<string> log = [];
        IEnumerable<int> merged = MergeSorted.Merge([Noted(log, 1), Broken()],
            Comparer<int>.Default);
        Must.Throw<IOException>(() => merged.Count(), "the broken stream");
        Must.Be(log.Count(entry => entry == "opened"), log.Count(entry => entry == "closed"),
            "how often the other stream is closed");
    }

    [Example]
    public static void Two_enumerations_do_not_disturb_each_other()
    {
        IEnumerable<int> merged = Merge([1, 3], [2]);
        using IEnumerator<int> first = merged.GetEnumerator();
        first.MoveNext();
        Must.Be([1, 2, 3], merged, "the items of a second enumeration");
        first.MoveNext();
        Must.Be(2, first.Current, "the second item of the first");
    }

    [Example]
    public static void The_result_can_be_enumerated_again()
    {
        IEnumerable<int> merged = Merge([1, 3], [2]);
        Must.Be([1, 2, 3], merged, "the items");
        Must.Be([1, 2, 3], merged, "the items again");
    }

    private static IEnumerable<int> Broken() =>
        Enumerable.Range(0, 1).Select<int, int>(_ => throw new IOException());

    private static IEnumerable<int> Merge(params int[][] streams) =>
        MergeSorted.Merge(streams, Comparer<int>.Default);

    private static IEnumerable<int> From(int first)
    {
        for (int item = first; ; item += 2) yield return item;
    }

    private static IEnumerable<int> Noted(List<string> log, params int[] items)
    {
        log.Add("opened");
        try
        {
            foreach (int item in items)
            {
                log.Add($"read {item}");
                yield return item;
            }
        }
        finally
        {
            log.Add("closed");
        }
    }
}
