namespace Etudes.Heap;

public static class TopKMistakes
{
    /// <summary>A queue of the best so far, the smallest leaving when it grows beyond k; each mistake spoils one part.</summary>
    public abstract class Queue<TSelf> : ITopK, ITopKByOrder where TSelf : Queue<TSelf>, new()
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => new TSelf().Run(stream, k, Comparer<int>.Default);

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => new TSelf().Run(stream, k, order);

        protected virtual T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var queue = new PriorityQueue<T, T>(Capacity(k), order);
            foreach (T item in stream) Offer(queue, item, k);
            return Result(queue);
        }

        protected virtual int Capacity(int k) => 0;

        protected virtual void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            queue.Enqueue(item, item);
            if (queue.Count > k) queue.Dequeue();
        }

        protected virtual T[] Result<T>(PriorityQueue<T, T> queue)
        {
            var largest = new T[queue.Count];
            while (queue.Count > 0) largest[queue.Count - 1] = queue.Dequeue();
            return largest;
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Keeps_the_k_largest_in_descending_order))]
    [Advice("A min-heap gives its smallest first: fill the result from its end.")]
    public sealed class AnswersAscending : Queue<AnswersAscending>
    {
        protected override T[] Result<T>(PriorityQueue<T, T> queue)
        {
            var largest = base.Result(queue);
            Array.Reverse(largest);
            return largest;
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Fewer_are_the_beginning_of_more))]
    [Advice("A heap's array is only half ordered: take the items out one by one, or sort them at the end.")]
    public sealed class AnswersInHeapOrder : Queue<AnswersInHeapOrder>
    {
        protected override T[] Result<T>(PriorityQueue<T, T> queue) => [.. queue.UnorderedItems.Select(pair => pair.Element).Reverse()];
    }

    [CaughtBy(nameof(TopKProperties<>.Keeps_the_k_largest_in_descending_order))]
    [Advice("The one to let go is the smallest of those held, so the heap of the largest is a min-heap.")]
    public sealed class KeepsTheSmallest : Queue<KeepsTheSmallest>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            var largest = base.Run(stream, k, Comparer<T>.Create((x, y) => order.Compare(y, x)));
            Array.Reverse(largest);
            return largest;
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Keeps_the_k_largest_in_descending_order))]
    [Advice("A threshold of int.MinValue loses int.MinValue itself: until there are k numbers, every number counts.")]
    public sealed class StartsAtTheLeastInt : Queue<StartsAtTheLeastInt>
    {
        protected override void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            if (item is not int.MinValue) base.Offer(queue, item, k);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.The_stream_is_read_once))]
    [Advice("Counting a stream reads it to its end, and there may be no second time: stop when the stream stops.")]
    public sealed class CountsTheStreamFirst : Queue<CountsTheStreamFirst>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => base.Run(stream, Math.Min(k, stream.Count()), order);
    }

    [CaughtBy(nameof(TopKProperties<>.Asking_for_none_gives_none))]
    [Advice("With k = 0 the heap is full before the first number and has no top: treat it before looking at the top.")]
    public sealed class LooksAtTheTopOfNone : Queue<LooksAtTheTopOfNone>
    {
        protected override void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            if (queue.Count < k) queue.Enqueue(item, item);
            else if (queue.Comparer.Compare(item, queue.Peek()) > 0) queue.DequeueEnqueue(item, item);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Asking_for_more_than_there_are_gives_all))]
    [Advice("k may be far more than there are numbers: let the heap grow with the stream instead of making room for k.")]
    public sealed class MakesRoomForK : Queue<MakesRoomForK>
    {
        protected override int Capacity(int k) => k;
    }

    [CaughtBy(nameof(TopKProperties<>.A_negative_k_throws))]
    [Advice("A negative k is the caller's mistake: throw ArgumentOutOfRangeException instead of answering as if it were 0.")]
    public sealed class TakesNegativeForNone : Queue<TakesNegativeForNone>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => k <= 0 ? [] : base.Run(stream, k, order);
    }

    [CaughtBy(nameof(TopKProperties<>.An_array_is_left_alone))]
    [Advice("Sorting what you were given changes it for the caller too.")]
    public sealed class SortsTheGivenArray : Queue<SortsTheGivenArray>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            if (stream is T[] given) Array.Sort(given, order);
            return base.Run(stream, k, order);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.The_stream_is_not_kept))]
    [Advice("Sorting needs the whole stream at once; a heap of k needs room for k.")]
    public sealed class SortsEverything : Queue<SortsEverything>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return [.. stream.OrderDescending(order).Take(k)];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.The_order_says_what_is_large))]
    [Advice("Ask the comparer that was given; Comparer<T>.Default is somebody else's order.")]
    public sealed class UsesTheNaturalOrder : Queue<UsesTheNaturalOrder>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => base.Run(stream, k, Comparer<T>.Default);
    }

    [CaughtBy(nameof(TopKCostProperties<>.Items_that_tie_count_each))]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : Queue<KeepsOneOfTies>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var set = new SortedSet<T>(order);
            foreach (T item in stream)
                if (set.Add(item) && set.Count > k) set.Remove(set.Min!);
            return [.. set.Reverse()];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.A_multiple_of_log_k_comparisons_a_number_is_enough))]
    [Advice("Walking along the k held numbers is O(k) for each one read: a heap needs O(log k).")]
    public sealed class WalksToThePlace : Queue<WalksToThePlace>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var descending = new List<T>();
            foreach (T item in stream)
            {
                int at = 0;
                while (at < descending.Count && order.Compare(descending[at], item) >= 0) at++;
                descending.Insert(at, item);
                if (descending.Count > k) descending.RemoveAt(k);
            }
            return [.. descending];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.Half_of_eighty_thousand_wide_items_do_not_take_quadratic_time))]
    [Advice("Halving finds the place in a sorted list quickly, but making room there moves O(k) numbers for each one read.")]
    public sealed class InsertsByBinarySearch : Queue<InsertsByBinarySearch>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var ascending = new List<T>();
            foreach (T item in stream)
            {
                LawRunner.EndIfGivenUp();
                int found = ascending.BinarySearch(item, order);
                ascending.Insert(found < 0 ? ~found : found, item);
                if (ascending.Count > k) ascending.RemoveAt(0);
            }
            ascending.Reverse();
            return [.. ascending];
        }
    }
}
