namespace Etudes.Heap;

public static class BottomKMistakes
{
    /// <summary>A queue of the k largest numbers turned round, which are turned back at the end; each mistake spoils one part.</summary>
    public abstract class Turned<TSelf> : IBottomK where TSelf : Turned<TSelf>, new()
    {
        public static int[] Smallest(IEnumerable<int> stream, int k) => new TSelf().Run(stream, k);

        protected virtual int Turn(int x) => ~x;
        protected virtual int TurnBack(int x) => ~x;
        protected virtual int Capacity(int k) => 0;
        protected virtual IComparer<int> Order => Comparer<int>.Default;

        protected virtual int[] Run(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var queue = Queue(k);
            foreach (int number in stream) Offer(queue, Turn(number), k);
            var smallest = new int[queue.Count];
            while (queue.Count > 0) smallest[queue.Count - 1] = TurnBack(queue.Dequeue());
            return smallest;
        }

        protected virtual PriorityQueue<int, int> Queue(int k) => new(Capacity(k), Order);

        protected virtual void Offer(PriorityQueue<int, int> queue, int number, int k)
        {
            queue.Enqueue(number, number);
            if (queue.Count > k) queue.Dequeue();
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.Keeps_the_k_smallest_in_ascending_order))]
    [Breaks("Smallest.summary.1", "Constraints.4")]
    [Advice("-int.MinValue is int.MinValue again, so the smallest number stays the smallest when negated: take ~x.")]
    public sealed class NegatesTheNumbers : Turned<NegatesTheNumbers>
    {
        protected override int Turn(int x) => -x;
        protected override int TurnBack(int x) => -x;
    }

    [CaughtBy(nameof(BottomKProperties<>.Keeps_the_k_smallest_in_ascending_order))]
    [Breaks("Smallest.summary.1")]
    [Advice("~x is -x - 1: what went in by ~ must come back by ~, not by -.")]
    public sealed class TurnsBackByMinus : Turned<TurnsBackByMinus>
    {
        protected override int TurnBack(int x) => -x;
    }

    [CaughtBy(nameof(BottomKProperties<>.Keeps_the_k_smallest_in_ascending_order))]
    [Breaks("Constraints.4")]
    [Advice("y - x overflows when the numbers lie far apart, and then has the wrong sign: compare by CompareTo.")]
    public sealed class ComparesBySubtraction : Turned<ComparesBySubtraction>
    {
        protected override int Turn(int x) => x;
        protected override int TurnBack(int x) => x;
        protected override IComparer<int> Order { get; } = Comparer<int>.Create((x, y) => y - x);
    }

    [CaughtBy(nameof(BottomKProperties<>.Keeps_the_k_smallest_in_ascending_order))]
    [Breaks("Smallest.summary.1")]
    [Advice("The largest number held leaves the heap first: fill the result from its end.")]
    public sealed class AnswersDescending : Turned<AnswersDescending>
    {
        protected override int[] Run(IEnumerable<int> stream, int k) => [.. base.Run(stream, k).Reverse()];
    }

    [CaughtBy(nameof(BottomKProperties<>.What_is_smallest_of_two_parts_is_smallest_of_all))]
    [Breaks("Smallest.summary.1", "Constraints.4")]
    [Advice("The k-th smallest is one of the k: keep a number that ties with the largest held until k are held.")]
    public sealed class DropsWhatTiesWithTheLargest : Turned<DropsWhatTiesWithTheLargest>
    {
        protected override void Offer(PriorityQueue<int, int> queue, int number, int k)
        {
            if (queue.Count == 0 || queue.Peek() != number) base.Offer(queue, number, k);
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.The_stream_is_read_once))]
    [Breaks("Smallest.summary.2", "Constraints.3", "Target.1")]
    [Advice("Asking for the minimum again and again reads the stream each time, and there may be no second time.")]
    public sealed class LooksWhetherThereIsAny : Turned<LooksWhetherThereIsAny>
    {
        protected override int[] Run(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return stream.Any() ? base.Run(stream, k) : [];
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.Asking_for_none_gives_none))]
    [Breaks("Smallest.k.1")]
    [Advice("With k = 0 the heap is full before the first number and has no top: treat it before looking at the top.")]
    public sealed class LooksAtTheTopOfNone : Turned<LooksAtTheTopOfNone>
    {
        protected override void Offer(PriorityQueue<int, int> queue, int number, int k)
        {
            if (queue.Count < k) queue.Enqueue(number, number);
            else if (number > queue.Peek()) queue.DequeueEnqueue(number, number);
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.Asking_for_more_than_there_are_gives_all))]
    [Breaks("Constraints.2")]
    [Advice("k may be far more than there are numbers: let the heap grow with the stream instead of making room for k.")]
    public sealed class MakesRoomForK : Turned<MakesRoomForK>
    {
        protected override int Capacity(int k) => k;
    }

    [CaughtBy(nameof(BottomKProperties<>.A_negative_k_throws))]
    [Breaks("Smallest.exception.1", "Constraints.5")]
    [Advice("A negative k is the caller's mistake: throw ArgumentOutOfRangeException instead of answering as if it were 0.")]
    public sealed class TakesNegativeForNone : Turned<TakesNegativeForNone>
    {
        protected override int[] Run(IEnumerable<int> stream, int k) => k <= 0 ? [] : base.Run(stream, k);
    }

    [CaughtBy(nameof(BottomKProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Smallest.stream.1")]
    [Advice("Turning the numbers round in the caller's array changes it for the caller too.")]
    public sealed class TurnsTheGivenArray : Turned<TurnsTheGivenArray>
    {
        protected override int[] Run(IEnumerable<int> stream, int k)
        {
            if (stream is not int[] given) return base.Run(stream, k);
            for (int i = 0; i < given.Length; i++) given[i] = ~given[i];
            return base.Run(given.Select(x => ~x), k);
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.The_stream_is_not_kept))]
    [Breaks("BottomK.summary.1", "Smallest.summary.2", "Target.2")]
    [Advice("Sorting needs the whole stream at once; a heap of k needs room for k.")]
    public sealed class SortsEverything : Turned<SortsEverything>
    {
        protected override int[] Run(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return [.. stream.Order().Take(k)];
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.Each_of_six_hundred_thousand_numbers_takes_logarithmic_time))]
    [Breaks("Smallest.summary.3", "Target.1")]
    [Advice("Halving finds the place in a sorted list quickly, but making room there moves O(k) numbers for each one read.")]
    public sealed class InsertsByBinarySearch : Turned<InsertsByBinarySearch>
    {
        protected override int[] Run(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var ascending = new List<int>();
            foreach (int number in stream)
            {
                LawRunner.EndIfGivenUp();
                int found = ascending.BinarySearch(number);
                ascending.Insert(found < 0 ? ~found : found, number);
                if (ascending.Count > k) ascending.RemoveAt(k);
            }
            return [.. ascending];
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Smallest.stream.1")]
    [Advice("A list belongs to its owner, as an array does: sort a copy, or do not sort at all.")]
    public sealed class SortsTheGivenList : Turned<SortsTheGivenList>
    {
        protected override int[] Run(IEnumerable<int> stream, int k)
        {
            if (stream is List<int> given) given.Sort();
            return base.Run(stream, k);
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.Room_for_k_is_not_made_before_there_are_k_numbers))]
    [Breaks("Smallest.k.2")]
    [Advice("Room for a million is too much for a stream of three: let the heap grow with the stream.")]
    public sealed class MakesRoomForAMillion : Turned<MakesRoomForAMillion>
    {
        protected override int Capacity(int k) => Math.Min(k, 1_000_000);
    }

    [CaughtBy(nameof(BottomKProperties<>.After_a_stream_that_throws_the_next_one_is_answered_rightly))]
    [Breaks("Smallest.summary.1")]
    [Advice("A heap that outlives the call still holds what a stream gave before it threw: make a new one for each call.")]
    public sealed class KeepsItsHeap : IBottomK
    {
        [ThreadStatic] private static PriorityQueue<int, int>? s_heap;

        public static int[] Smallest(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var heap = s_heap ??= new();
            foreach (int number in stream)
            {
                heap.Enqueue(number, ~number);
                if (heap.Count > k) heap.Dequeue();
            }
            int[] smallest = new int[heap.Count];
            while (heap.Count > 0) smallest[heap.Count - 1] = heap.Dequeue();
            return smallest;
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.The_stream_is_not_kept))]
    [Breaks("Target.2")]
    [Advice("An object for each number is made even for those that are let go: look at the top first, and hold plain numbers.")]
    public sealed class WrapsEachNumber : IBottomK
    {
        private sealed record Node(int Number);

        public static int[] Smallest(IEnumerable<int> stream, int k) =>
            [.. TopK.Largest(stream.Select(number => new Node(number)), k, Comparer<Node>.Create((x, y) => y.Number.CompareTo(x.Number))).Select(node => node.Number)];
    }

    [CaughtBy(nameof(BottomKProperties<>.Each_of_six_hundred_thousand_numbers_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : Turned<CountsInSixteenBits>
    {
        protected override void Offer(PriorityQueue<int, int> queue, int number, int k)
        {
            queue.Enqueue(number, number);
            if ((ushort)queue.Count > (ushort)k) queue.Dequeue();
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.Each_of_six_hundred_thousand_numbers_takes_logarithmic_time))]
    [Breaks("Smallest.summary.3", "Constraints.2")]
    [Advice("2 * k is negative for a large k, so the buffer is full at once and sorted for each number: compare with k otherwise.")]
    public sealed class DoublesK : IBottomK
    {
        public static int[] Smallest(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<int> buffer = [];
            foreach (int number in stream)
            {
                buffer.Add(number);
                if (buffer.Count >= 2 * k) Cut();
            }
            Cut();
            return [.. buffer];

            void Cut()
            {
                buffer.Sort();
                if (buffer.Count > k) buffer.RemoveRange(k, buffer.Count - k);
            }
        }
    }

    [CaughtBy(nameof(BottomKProperties<>.What_its_owner_overwrites_is_another_stream))]
    [Breaks("Smallest.summary.1")]
    [Advice("The same list may hold other numbers at the next call: what is remembered of it is out of date.")]
    public sealed class RemembersTheList : IBottomK
    {
        [ThreadStatic] private static (IEnumerable<int> Stream, int K, int[] Smallest)? s_last;

        public static int[] Smallest(IEnumerable<int> stream, int k)
        {
            if (s_last is { } last && last.Stream == stream && last.K == k) return [.. last.Smallest];
            int[] answer = BottomK.Smallest(stream, k);
            s_last = (stream, k, answer);
            return [.. answer];
        }
    }
    [CaughtBy(nameof(BottomKProperties<>.A_stream_may_call_it_while_it_is_read))]
    [Breaks("Smallest.summary.1", "Smallest.stream.1")]
    [Advice("A stream may be made by calls of yours: what is kept from call to call is theirs too, so let each call have its own.")]
    public sealed class KeepsItsQueue : Turned<KeepsItsQueue>
    {
        [ThreadStatic] private static PriorityQueue<int, int>? s_queue;

        protected override PriorityQueue<int, int> Queue(int k)
        {
            (s_queue ??= base.Queue(k)).Clear();
            return s_queue;
        }
    }
}
