using System.Collections;

namespace Etudes.Heap;

public abstract class MergeSortedProperties<T> where T : IMergeSorted
{
    [Law]
    public static void The_merge_is_all_items_in_order(Streams streams)
    {
        Must.Be(streams.Items.SelectMany(stream => stream).Order(), Merge(streams.Items, Comparer<int>.Default), "Merge");
    }

    [Law]
    public static void Equal_items_come_in_the_order_of_their_streams(Streams streams)
    {
        var tagged = Tagged(streams);
        var sorted = tagged.SelectMany(stream => stream).OrderBy(item => item.Number); // LINQ's sort is stable
        Must.Be(sorted, Merge(tagged, s_byNumber), "as (number, stream, place) Merge");
    }

    [Law]
    public static void A_descending_order_merges_descending_streams(Streams streams)
    {
        var descending = Comparer<int>.Create((a, b) => a > b ? int.MinValue : a < b ? int.MaxValue : 0);
        var reversed = Given.As(nameof(streams), new Streams([.. streams.Items.Select(stream => stream.Reverse().ToArray())])).Items;
        Must.Be(reversed.SelectMany(stream => stream).OrderDescending(), Merge(reversed, descending), "of the streams reversed, in descending order, Merge");
    }

    [Law]
    public static void No_stream_is_opened_before_the_first_item_is_asked_for(Streams streams)
    {
        var watched = Watch(streams.Items);
        using var merged = Merge(watched, Comparer<int>.Default).GetEnumerator();
        for (int i = 0; i < watched.Length; i++)
            Must.Hold(watched[i].Opened == 0, $"stream {i} should not be opened before the first item is asked for");
    }

    [Law]
    public static void No_stream_is_read_more_than_one_item_ahead(Streams streams)
    {
        var watched = Watch(Tagged(streams));
        foreach (var stream in watched) stream.HandedOut = 0;
        foreach (var (_, stream, _) in Merge(watched, s_byNumber)) watched[stream].HandedOut++;
    }

    [Law]
    public static void Endless_streams_can_be_merged(Streams streams)
    {
        if (streams.Count == 0) return;
        var sorted = streams.Items.SelectMany(stream => stream).Order().Concat([int.MaxValue, int.MaxValue]).ToArray();
        var merged = Merge([.. streams.Items.Select(Endless)], Comparer<int>.Default).Take(sorted.Length);
        Must.Be(sorted, merged, "of the streams, each going on with int.MaxValue for ever, the beginning of Merge");
    }

    [Law]
    public static void Every_stream_is_opened_once_and_closed(Streams streams, int taken)
    {
        var watched = Watch(streams.Items);
        foreach (int _ in Merge(watched, Comparer<int>.Default).Take(taken)) { }
        AllClosed(watched, "the consumer stops");
    }

    [Law]
    public static void Of_streams_that_throw_none_is_left_open(Streams streams, int which, int at)
    {
        if (streams.Count == 0) return;
        int stream = Given.As(nameof(which), which % streams.Count), place = Given.As(nameof(at), at % (streams.Items[stream].Count + 1));
        foreach (int throwsAt in (int[])[place, -1]) // -1: when it is opened
        {
            var watched = Watch(streams.Items.Select((items, i) => i == stream ? Fault.Stream(items, throwsAt) : items));
            Meets(watched, Comparer<int>.Default, throwsAt < 0 ? "a stream cannot be opened" : "a stream throws");
        }
    }

    [Law]
    public static void When_the_order_throws_no_stream_is_left_open(Streams streams, int asked)
    {
        Meets(Watch(streams.Items), Fault.Order(Comparer<int>.Default, asked), "the order throws");
        Must.Be(streams.Items.SelectMany(stream => stream).Order(), Merge(streams.Items, Comparer<int>.Default), "after an order that throws, the next Merge");
    }

    private static void Meets(Watched<int>[] watched, IComparer<int> order, string when)
    {
        Fault.Meet(() => { foreach (int _ in Merge(watched, order)) { } });
        AllClosed(watched, when);
    }

    private static void AllClosed(Watched<int>[] watched, string when)
    {
        for (int i = 0; i < watched.Length; i++)
        {
            Must.Hold(watched[i].Opened <= 1, $"stream {i} should be opened once but is opened {watched[i].Opened} times");
            Must.Hold(watched[i].Opened == 0 || watched[i].Closed, $"stream {i} should be closed once {when}");
        }
    }

    [Law]
    public static void The_merge_can_be_read_twice(Streams streams, int taken)
    {
        var merged = Merge(streams.Items, Comparer<int>.Default);
        int[] once = Must.Read(merged, "Merge");
        Must.Be(once, merged, "when read again, Merge");
        Must.Be(once.Zip(once), merged.Zip(merged), "when two read it in turn, Merge");
        int place = Given.As(nameof(taken), taken % (once.Length + 1));
        using var first = merged.GetEnumerator();
        for (int i = 0; i < place; i++) first.MoveNext();
        Must.Be(once, merged, $"while another reader has {place} of its items, Merge");
        Must.Be(once[place..], Rest(first), $"what that reader gets after its {place} items of Merge");
    }

    internal static IEnumerable<TItem> Merge<TItem>(IReadOnlyList<IEnumerable<TItem>> streams, IComparer<TItem> order) =>
        T.Merge(streams, order) ?? throw new LawBroken("Merge should be a sequence but is null");

    private static readonly Comparer<(int Number, int Stream, int Place)> s_byNumber =
        Comparer<(int Number, int Stream, int Place)>.Create((a, b) => a.Number.CompareTo(b.Number));

    private static (int Number, int Stream, int Place)[][] Tagged(Streams streams) =>
        [.. streams.Items.Select((stream, i) => stream.Select((number, place) => (number, i, place)).ToArray())];

    private static Watched<TItem>[] Watch<TItem>(IEnumerable<IEnumerable<TItem>> streams) =>
        [.. streams.Select(stream => new Watched<TItem>(stream))];

    private static IEnumerable<int> Rest(IEnumerator<int> reader)
    {
        while (reader.MoveNext()) yield return reader.Current;
    }

    private static IEnumerable<int> Endless(IEnumerable<int> items)
    {
        foreach (int item in items) yield return item;
        for (int i = 0; i < 10_000; i++) yield return int.MaxValue;
        throw new LawBroken("an endless stream should not be read to its end");
    }

    /// <summary>A stream that says how far it was read; it is its own enumerator, of which there is one.</summary>
    private sealed class Watched<TItem>(IEnumerable<TItem> items) : IEnumerable<TItem>, IEnumerator<TItem>
    {
        private IEnumerator<TItem>? _items;

        /// <summary>How many of its items have come out of the merge, where somebody counts them; null: nobody does.</summary>
        public int? HandedOut { get; set; }
        public int Opened { get; private set; }
        public int Read { get; private set; }
        public bool Closed { get; private set; }

        public IEnumerator<TItem> GetEnumerator()
        {
            _items = items.GetEnumerator(); // if that throws, there is nothing to close
            Opened++;
            return this;
        }

        public bool MoveNext()
        {
            bool more = _items!.MoveNext();
            Read += more ? 1 : 0;
            Must.Hold(!(Read > HandedOut + 1), $"item {Read} of a stream should not be read while only {HandedOut} of its items have been handed out");
            return more;
        }

        public TItem Current => _items!.Current;
        public void Dispose() => Closed = true;

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        object? IEnumerator.Current => Current;
        public void Reset() => throw new NotSupportedException();
    }
}

public abstract class MergeSortedCostProperties<T> where T : IMergeSorted
{
    [Law(MaxTest = 50, BeyondExamples = true)]
    public static void Each_item_takes_logarithmically_many_comparisons(Workload work)
    {
        var numbers = work.Numbers();
        int count = numbers.Length / 2;
        int[][] streams = [.. numbers.Take(count).Zip(numbers.Skip(count), (a, b) => (int[])[Math.Min(a, b), Math.Max(a, b)])];
        var order = new CountingComparer<int>();
        int items = Must.Read(MergeSortedProperties<T>.Merge(streams, order), "Merge").Length;
        Must.Be(2 * count, items, "the count of items");
        long budget = (long)(items * (4 * Math.Log2(count) + 4));
        Must.Hold(order.Count <= budget, $"{count} streams of 2 items took {order.Count} comparisons; {budget} are plenty");
    }
}

public sealed class MergeSortedTests : MergeSortedProperties<MergeSorted>;

public sealed class MergeSortedCostTests : MergeSortedCostProperties<MergeSorted>;
