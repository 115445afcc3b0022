namespace Etudes.Heap;

public static class MergeSortedMistakes
{
    /// <summary>A heap of heads; each mistake spoils one part.</summary>
    public abstract class HeadsHeap<TSelf> : IMergeSorted where TSelf : HeadsHeap<TSelf>, new()
    {
        public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            new TSelf().Run(streams, order);

        protected virtual IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            Drain(streams.Select(stream => stream.GetEnumerator()), order);

        protected IEnumerable<T> Drain<T>(IEnumerable<IEnumerator<T>> streams, IComparer<T> order)
        {
            List<IEnumerator<T>> open = [];
            var heads = new PriorityQueue<int, (T Head, int Stream)>(HeadOrder(order));
            try
            {
                foreach (var stream in streams)
                {
                    open.Add(stream);
                    if (Starts(stream)) heads.Enqueue(open.Count - 1, (stream.Current, open.Count - 1));
                }
                while (heads.TryDequeue(out int i, out var head))
                {
                    yield return head.Head;
                    if (open[i].MoveNext()) heads.Enqueue(i, (open[i].Current, i));
                }
            }
            finally
            {
                Close(open);
            }
        }

        protected virtual bool Starts<T>(IEnumerator<T> stream) => stream.MoveNext();

        protected virtual Comparer<(T Head, int Stream)> HeadOrder<T>(IComparer<T> order) => Comparer<(T Head, int Stream)>.Create((a, b) =>
            order.Compare(a.Head, b.Head) is not 0 and var byHead ? byHead : a.Stream.CompareTo(b.Stream));

        protected virtual void Close<T>(List<IEnumerator<T>> open) => open.ForEach(stream => stream.Dispose());
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_is_all_items_in_order))]
    [Breaks("Merge.streams.1", "Constraints.1")]
    [Advice("A stream may be empty: it has a head only if its first MoveNext returns true.")]
    public sealed class ForgetsEmptyStreams : HeadsHeap<ForgetsEmptyStreams>
    {
        protected override bool Starts<T>(IEnumerator<T> stream) => stream.MoveNext() || true;
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_is_all_items_in_order))]
    [Breaks("MergeSorted.summary.1", "Merge.summary.1")]
    [Advice("A set of heads takes two equal ones for one and loses a stream: order them by head and stream.")]
    public sealed class KeepsASetOfHeads : HeadsHeap<KeepsASetOfHeads>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            var heads = new SortedSet<IEnumerator<T>>(Comparer<IEnumerator<T>>.Create((a, b) => order.Compare(a.Current, b.Current)));
            foreach (var stream in streams.Select(stream => stream.GetEnumerator()))
                if (stream.MoveNext()) heads.Add(stream);
            while (heads.Min is { } first)
            {
                heads.Remove(first);
                yield return first.Current;
                if (first.MoveNext()) heads.Add(first);
            }
        }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Equal_items_come_in_the_order_of_their_streams))]
    [Breaks("Merge.summary.1")]
    [Advice("A heap hands out equal heads in any order: let the stream's number settle a tie.")]
    public sealed class LeavesTiesToTheHeap : HeadsHeap<LeavesTiesToTheHeap>
    {
        protected override Comparer<(T Head, int Stream)> HeadOrder<T>(IComparer<T> order) =>
            Comparer<(T Head, int Stream)>.Create((a, b) => order.Compare(a.Head, b.Head));
    }

    [CaughtBy(nameof(MergeSortedProperties<>.A_descending_order_merges_descending_streams))]
    [Breaks("Merge.order.1")]
    [Advice("Compare the heads with the comparer that is given: their natural order may be another.")]
    public sealed class TakesTheNaturalOrder : HeadsHeap<TakesTheNaturalOrder>
    {
        protected override Comparer<(T Head, int Stream)> HeadOrder<T>(IComparer<T> order) => Comparer<(T Head, int Stream)>.Default;
    }

    [CaughtBy(nameof(MergeSortedProperties<>.No_stream_is_opened_before_the_first_item_is_asked_for))]
    [Breaks("Merge.remarks.1")]
    [Advice("A list is ready before anyone asks: hand the items out one by one, with yield return.")]
    public sealed class FillsAList : HeadsHeap<FillsAList>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            base.Run(streams, order).ToList();
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_can_be_read_twice))]
    [Breaks("Merge.remarks.3", "Constraints.2")]
    [Advice("Open the streams inside the iterator: streams opened outside are at their ends when the merge is read again.")]
    public sealed class OpensTheStreamsOnce : HeadsHeap<OpensTheStreamsOnce>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            var open = streams.Select(stream => stream.Select(item => item).GetEnumerator()).ToList();
            return Drain(open, order);
        }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.No_stream_is_read_more_than_one_item_ahead))]
    [Breaks("Merge.remarks.2")]
    [Advice("Reading a stream in blocks waits for items that nobody has asked for: read one item at a time.")]
    public sealed class ReadsInBlocks : HeadsHeap<ReadsInBlocks>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            base.Run([.. streams.Select(stream => stream.Chunk(4).SelectMany(block => block))], order);
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Endless_streams_can_be_merged))]
    [Breaks("Merge.streams.1", "Merge.remarks.2")]
    [Advice("Sorting reads every stream to its end before it hands out the first item: the streams are sorted already.")]
    public sealed class SortsEverything : HeadsHeap<SortsEverything>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            streams.SelectMany(stream => stream).OrderBy(item => item, order);
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Every_stream_is_opened_once_and_closed))]
    [Breaks("Merge.remarks.3", "Constraints.2")]
    [Advice("Dispose the enumerators in a finally: the consumer may stop before their ends.")]
    public sealed class LeavesTheStreamsOpen : HeadsHeap<LeavesTheStreamsOpen>
    {
        protected override void Close<T>(List<IEnumerator<T>> open) { }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Every_stream_is_opened_once_and_closed))]
    [Breaks("Merge.remarks.3", "Constraints.2")]
    [Advice("Any() opens a stream and reads from it: ask MoveNext, and keep the enumerator.")]
    public sealed class OpensToSeeWhetherEmpty : HeadsHeap<OpensToSeeWhetherEmpty>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            foreach (var item in base.Run([.. streams.Where(stream => stream.Any())], order)) yield return item;
        }
    }

    [CaughtBy(nameof(MergeSortedCostProperties<>.Each_item_takes_logarithmically_many_comparisons))]
    [Breaks("Merge.summary.2", "Target.1")]
    [Advice("If the streams are merged one after the other, an item of the first is compared once per stream: keep all heads in one heap.")]
    public sealed class MergesInAChain : HeadsHeap<MergesInAChain>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            streams.Aggregate(Enumerable.Empty<T>(), (merged, stream) => base.Run([merged, stream], order));
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Of_streams_that_throw_none_is_left_open))]
    [Breaks("Merge.remarks.3")]
    [Advice("A stream may throw when it is opened or first read: open the streams inside the try whose finally closes those before it.")]
    public sealed class OpensBeforeTheTry : HeadsHeap<OpensBeforeTheTry>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            var open = streams.Select(stream => stream.GetEnumerator()).ToList();
            foreach (var item in Drain(open, order)) yield return item;
        }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Of_streams_that_throw_none_is_left_open))]
    [Breaks("Merge.remarks.3", "Constraints.2")]
    [Advice("A stream may throw before its first item: remember it as open before you ask it for one.")]
    public sealed class RemembersTooLate : IMergeSorted
    {
        public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            List<IEnumerator<T>> open = [];
            var heads = new PriorityQueue<int, (T Head, int Stream)>(Comparer<(T Head, int Stream)>.Create((a, b) =>
                order.Compare(a.Head, b.Head) is not 0 and var byHead ? byHead : a.Stream.CompareTo(b.Stream)));
            try
            {
                foreach (var stream in streams)
                {
                    var items = stream.GetEnumerator();
                    if (items.MoveNext()) heads.Enqueue(open.Count, (items.Current, open.Count));
                    open.Add(items);
                }
                while (heads.TryPeek(out int i, out var first))
                {
                    yield return first.Head;
                    if (open[i].MoveNext()) heads.DequeueEnqueue(i, (open[i].Current, i));
                    else heads.Dequeue();
                }
            }
            finally
            {
                open.ForEach(items => items.Dispose());
            }
        }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.When_the_order_throws_no_stream_is_left_open))]
    [Breaks("Merge.remarks.3")]
    [Advice("Not only the consumer may end a merge: an order that throws does it too, so close the streams in a finally.")]
    public sealed class ClosesUnlessItThrows : IMergeSorted
    {
        public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            List<IEnumerator<T>> open = [.. streams.Select(stream => stream.GetEnumerator())];
            List<IEnumerator<T>> left = [.. open.Where(stream => stream.MoveNext())];
            while (left.Count > 0)
            {
                var first = left.MinBy(stream => stream.Current, order)!;
                yield return first.Current;
                if (!first.MoveNext()) left.Remove(first);
            }
            open.ForEach(stream => stream.Dispose());
        }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.A_descending_order_merges_descending_streams))]
    [Breaks("Merge.order.1")]
    [Advice("A comparer may return any number for less or more: look at the sign only.")]
    public sealed class ExpectsOne : HeadsHeap<ExpectsOne>
    {
        protected override Comparer<(T Head, int Stream)> HeadOrder<T>(IComparer<T> order) => Comparer<(T Head, int Stream)>.Create((a, b) =>
            order.Compare(a.Head, b.Head) is var byHead and (-1 or 1) ? byHead : a.Stream.CompareTo(b.Stream));
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_can_be_read_twice))]
    [Breaks("MergeSorted.summary.1", "Merge.remarks.3")]
    [Advice("Two may read the merge in turn: what belongs to one reading is made inside the iterator.")]
    public sealed class SharesTheHeads : IMergeSorted
    {
        public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) => SharedHeads(streams, order, isCleared: true);

        internal static IEnumerable<T> SharedHeads<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order, bool isCleared)
        {
            var heads = new PriorityQueue<IEnumerator<T>, (T Head, int Stream)>(Comparer<(T Head, int Stream)>.Create((a, b) =>
                order.Compare(a.Head, b.Head) is not 0 and var byHead ? byHead : a.Stream.CompareTo(b.Stream)));
            return Read();

            IEnumerable<T> Read()
            {
                if (isCleared) heads.Clear();
                for (int i = 0; i < streams.Count; i++) Offer(streams[i].GetEnumerator(), i);
                while (heads.TryDequeue(out var items, out var first))
                {
                    yield return first.Head;
                    Offer(items, first.Stream);
                }
            }

            void Offer(IEnumerator<T> items, int stream)
            {
                if (items.MoveNext()) heads.Enqueue(items, (items.Current, stream));
                else items.Dispose();
            }
        }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_can_be_read_twice))]
    [Breaks("MergeSorted.summary.1", "Merge.remarks.3")]
    [Advice("Whoever stops early leaves heads behind, and the next reader gets them: what belongs to one reading is made inside the iterator.")]
    public sealed class LeavesHeadsBehind : IMergeSorted
    {
        public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) => SharesTheHeads.SharedHeads(streams, order, isCleared: false);
    }

    [CaughtBy(nameof(MergeSortedProperties<>.No_stream_is_read_more_than_one_item_ahead))]
    [Breaks("Merge.remarks.3")]
    [Advice("The next item of a stream may be long in coming: hand out the one that is there before asking for it.")]
    public sealed class FetchesTheNextFirst : IMergeSorted
    {
        public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            using var items = MergeSorted.Merge(streams, order).GetEnumerator();
            bool more = items.MoveNext();
            while (more)
            {
                T item = items.Current;
                more = items.MoveNext();
                yield return item;
            }
        }
    }
}
