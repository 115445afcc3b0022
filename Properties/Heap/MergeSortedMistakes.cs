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
                    if (Starts(stream)) heads.Enqueue(open.Count, (stream.Current, open.Count));
                    open.Add(stream);
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
    [Advice("A stream may be empty: it has a head only if its first MoveNext returns true.")]
    public sealed class ForgetsEmptyStreams : HeadsHeap<ForgetsEmptyStreams>
    {
        protected override bool Starts<T>(IEnumerator<T> stream) => stream.MoveNext() || true;
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_is_all_items_in_order))]
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
    [Advice("A heap hands out equal heads in any order: let the stream's number settle a tie.")]
    public sealed class LeavesTiesToTheHeap : HeadsHeap<LeavesTiesToTheHeap>
    {
        protected override Comparer<(T Head, int Stream)> HeadOrder<T>(IComparer<T> order) =>
            Comparer<(T Head, int Stream)>.Create((a, b) => order.Compare(a.Head, b.Head));
    }

    [CaughtBy(nameof(MergeSortedProperties<>.A_descending_order_merges_descending_streams))]
    [Advice("Compare the heads with the comparer that is given: their natural order may be another.")]
    public sealed class TakesTheNaturalOrder : HeadsHeap<TakesTheNaturalOrder>
    {
        protected override Comparer<(T Head, int Stream)> HeadOrder<T>(IComparer<T> order) => Comparer<(T Head, int Stream)>.Default;
    }

    [CaughtBy(nameof(MergeSortedProperties<>.No_stream_is_opened_before_the_first_item_is_asked_for))]
    [Advice("A list is ready before anyone asks: hand the items out one by one, with yield return.")]
    public sealed class FillsAList : HeadsHeap<FillsAList>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            base.Run(streams, order).ToList();
    }

    [CaughtBy(nameof(MergeSortedProperties<>.The_merge_can_be_read_twice))]
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
    [Advice("Reading a stream in blocks waits for items that nobody has asked for: read one item at a time.")]
    public sealed class ReadsInBlocks : HeadsHeap<ReadsInBlocks>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            base.Run([.. streams.Select(stream => stream.Chunk(4).SelectMany(block => block))], order);
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Endless_streams_can_be_merged))]
    [Advice("Sorting reads every stream to its end before it hands out the first item: the streams are sorted already.")]
    public sealed class SortsEverything : HeadsHeap<SortsEverything>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            streams.SelectMany(stream => stream).OrderBy(item => item, order);
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Every_stream_is_opened_once_and_closed))]
    [Advice("Dispose the enumerators in a finally: the consumer may stop before their ends.")]
    public sealed class LeavesTheStreamsOpen : HeadsHeap<LeavesTheStreamsOpen>
    {
        protected override void Close<T>(List<IEnumerator<T>> open) { }
    }

    [CaughtBy(nameof(MergeSortedProperties<>.Every_stream_is_opened_once_and_closed))]
    [Advice("Any() opens a stream and reads from it: ask MoveNext, and keep the enumerator.")]
    public sealed class OpensToSeeWhetherEmpty : HeadsHeap<OpensToSeeWhetherEmpty>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order)
        {
            foreach (var item in base.Run([.. streams.Where(stream => stream.Any())], order)) yield return item;
        }
    }

    [CaughtBy(nameof(MergeSortedCostProperties<>.Each_item_takes_logarithmically_many_comparisons))]
    [Advice("If the streams are merged one after the other, an item of the first is compared once per stream: keep all heads in one heap.")]
    public sealed class MergesInAChain : HeadsHeap<MergesInAChain>
    {
        protected override IEnumerable<T> Run<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) =>
            streams.Aggregate(Enumerable.Empty<T>(), (merged, stream) => base.Run([merged, stream], order));
    }
}
