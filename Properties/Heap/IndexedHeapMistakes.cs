namespace Etudes.Heap;

public static class IndexedHeapMistakes
{
    /// <summary>A binary heap of keys with their places, as most people write it; each mistake spoils one part.</summary>
    public abstract class BinaryHeap<TSelf> : IIndexedHeap<TSelf> where TSelf : BinaryHeap<TSelf>, new()
    {
        protected List<int> Heap { get; } = [];
        protected virtual int[] Place { get; set; } = [];
        protected long[] Priority { get; private set; } = [];

        public static TSelf Of(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            var heap = new TSelf { Place = new int[n], Priority = new long[n] };
            Array.Fill(heap.Place, -1);
            heap.Prepare(n);
            return heap;
        }

        protected virtual void Prepare(int n) { }

        public virtual int Count => Heap.Count;

        public virtual bool Contains(int key) =>
            key >= 0 && key < Priority.Length ? Place[key] >= 0 : throw new ArgumentOutOfRangeException(nameof(key));

        public virtual long PriorityOf(int key) => Contains(key) ? Priority[key] : throw new InvalidOperationException();

        public virtual void Push(int key, long priority)
        {
            if (Contains(key)) throw new InvalidOperationException();
            Heap.Add(key);
            Priority[key] = priority;
            Place[key] = Heap.Count - 1;
            SiftUp(Heap.Count - 1);
        }

        public virtual void Decrease(int key, long priority)
        {
            if (priority > PriorityOf(key)) throw new ArgumentException("");
            Lower(key, priority);
        }

        protected virtual void Lower(int key, long priority)
        {
            Priority[key] = priority;
            SiftUp(PlaceOf(key));
        }

        protected virtual int PlaceOf(int key) => Place[key];

        public virtual (int Key, long Priority) Peek() => Heap.Count > 0 ? (Heap[0], Priority[Heap[0]]) : throw new InvalidOperationException();

        public virtual (int Key, long Priority) Pop()
        {
            var top = Peek();
            Swap(0, Heap.Count - 1);
            Heap.RemoveAt(Heap.Count - 1);
            Forget(top.Key);
            SiftDown(0);
            return top;
        }

        protected virtual void Forget(int key) => Place[key] = -1;

        protected virtual bool Before(int i, int j) => Priority[Heap[i]] < Priority[Heap[j]];

        protected virtual void Swap(int i, int j)
        {
            (Heap[i], Heap[j]) = (Heap[j], Heap[i]);
            (Place[Heap[i]], Place[Heap[j]]) = (i, j);
        }

        private void SiftUp(int i)
        {
            for (; i > 0 && Before(i, (i - 1) / 2); i = (i - 1) / 2) Swap(i, (i - 1) / 2);
        }

        protected void SiftDown(int i)
        {
            for (int child; (child = 2 * i + 1) < Heap.Count; i = child)
            {
                if (child + 1 < Heap.Count && Before(child + 1, child)) child++;
                if (!Before(child, i)) return;
                Swap(i, child);
            }
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Behaves_like_a_table_of_priorities))]
    [Breaks("Push.summary.1", "Decrease.summary.1")]
    [Advice("A swap moves two keys: write down the new place of both.")]
    public sealed class UpdatesOnePlaceOfTwo : BinaryHeap<UpdatesOnePlaceOfTwo>
    {
        protected override void Swap(int i, int j)
        {
            (Heap[i], Heap[j]) = (Heap[j], Heap[i]);
            Place[Heap[j]] = j;
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.The_keys_leave_in_the_order_of_their_lowered_priorities))]
    [Breaks("IndexedHeap.summary.1", "Decrease.summary.1")]
    [Advice("A key whose priority was lowered must rise: sift it up, not down.")]
    public sealed class SiftsDownAfterADecrease : BinaryHeap<SiftsDownAfterADecrease>
    {
        protected override void Lower(int key, long priority)
        {
            Priority[key] = priority;
            SiftDown(Place[key]);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.The_keys_leave_in_the_order_of_their_lowered_priorities))]
    [Breaks("Peek.summary.1", "Pop.summary.1", "Constraints.1")]
    [Advice("The difference of two priorities overflows long: compare them with <.")]
    public sealed class ComparesByDifference : BinaryHeap<ComparesByDifference>
    {
        protected override bool Before(int i, int j) => Priority[Heap[i]] - Priority[Heap[j]] < 0;
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_popped_key_may_be_pushed_again))]
    [Breaks("Contains.summary.1", "Push.summary.1")]
    [Advice("Pop must mark the key as out, or it seems to be in for ever.")]
    public sealed class KeepsThePlaceOfAPoppedKey : BinaryHeap<KeepsThePlaceOfAPoppedKey>
    {
        protected override void Forget(int key) { }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Behaves_like_a_table_of_priorities))]
    [Breaks("IndexedHeap.summary.1", "Count.summary.1")]
    [Advice("An entry left behind by a decrease is stale: skip it when popping, and do not count it.")]
    public sealed class LeavesStaleEntries : BinaryHeap<LeavesStaleEntries>
    {
        private readonly PriorityQueue<int, long> _queue = new();

        public override int Count => _queue.Count;

        public override void Push(int key, long priority)
        {
            base.Push(key, priority);
            _queue.Enqueue(key, priority);
        }

        protected override void Lower(int key, long priority)
        {
            base.Lower(key, priority);
            _queue.Enqueue(key, priority);
        }

        public override (int Key, long Priority) Pop()
        {
            base.Pop();
            return _queue.TryDequeue(out int key, out long priority) ? (key, priority) : throw new InvalidOperationException();
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decrease_never_raises_a_priority))]
    [Breaks("Decrease.exception.3", "Constraints.4")]
    [Advice("Refuse a Decrease to a higher priority: the key would have to sink, and nobody sifts it down.")]
    public sealed class LetsDecreaseRaise : BinaryHeap<LetsDecreaseRaise>
    {
        public override void Decrease(int key, long priority)
        {
            PriorityOf(key);
            Lower(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_to_the_same_priority_changes_nothing))]
    [Breaks("Decrease.summary.1", "Constraints.4")]
    [Advice("Decreasing to the same priority again is legal: only a higher one is refused.")]
    public sealed class RefusesTheSamePriority : BinaryHeap<RefusesTheSamePriority>
    {
        public override void Decrease(int key, long priority)
        {
            if (priority >= PriorityOf(key)) throw new ArgumentException("");
            Lower(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_outside_the_range_is_refused))]
    [Breaks("Contains.exception.1", "PriorityOf.exception.1", "Push.exception.1", "Decrease.exception.1", "Constraints.2")]
    [Advice("An array throws IndexOutOfRangeException: check the key yourself and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheRangeToTheArray : BinaryHeap<LeavesTheRangeToTheArray>
    {
        public override bool Contains(int key) => Place[key] >= 0;
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for))]
    [Breaks("Push.exception.2", "Constraints.3")]
    [Advice("Pushing a key that is in is an error, not a decrease.")]
    public sealed class PushesAKeyThatIsIn : BinaryHeap<PushesAKeyThatIsIn>
    {
        public override void Push(int key, long priority)
        {
            if (!Contains(key)) base.Push(key, priority);
            else if (priority < PriorityOf(key)) Lower(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.An_empty_heap_has_nothing_to_look_at))]
    [Breaks("Pop.exception.1", "Constraints.3")]
    [Advice("Nothing can be popped from an empty heap: throw InvalidOperationException instead of answering the default.")]
    public sealed class AnswersTheDefaultWhenEmpty : BinaryHeap<AnswersTheDefaultWhenEmpty>
    {
        public override (int Key, long Priority) Pop() => Heap.Count == 0 ? default : base.Pop();
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Two_heaps_share_nothing))]
    [Breaks("Of.summary.1")]
    [Advice("A static array of places is shared by all heaps: make it a field of the object.")]
    public sealed class SharesItsPlaces : BinaryHeap<SharesItsPlaces>
    {
        private static int[] s_shared = [];

        protected override int[] Place
        {
            get => s_shared;
            set => s_shared = s_shared.Length >= value.Length ? s_shared : value;
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Decrease.summary.2", "Target.1")]
    [Advice("Searching the heap for a key takes O(n): keep an array that says where each key lies.")]
    public sealed class SearchesForTheKey : BinaryHeap<SearchesForTheKey>
    {
        protected override int PlaceOf(int key)
        {
            LawRunner.EndIfGivenUp();
            return Heap.IndexOf(key);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decrease_never_raises_a_priority))]
    [Breaks("Decrease.exception.3")]
    [Advice("What is refused changes nothing: compare the new priority with the old one before you store it.")]
    public sealed class StoresThePriorityThenRefuses : BinaryHeap<StoresThePriorityThenRefuses>
    {
        public override void Decrease(int key, long priority)
        {
            long old = PriorityOf(key);
            Priority[key] = priority;
            if (priority > old) throw new ArgumentException("");
            Lower(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for))]
    [Breaks("Push.exception.2")]
    [Advice("What is refused changes nothing: look whether the key is in before you store its priority.")]
    public sealed class PushesThenRefuses : BinaryHeap<PushesThenRefuses>
    {
        public override void Push(int key, long priority)
        {
            if (Contains(key)) Priority[key] = priority;
            base.Push(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for))]
    [Breaks("Decrease.exception.2", "Constraints.3")]
    [Advice("Decreasing a key that is not in is an error, not a push.")]
    public sealed class PushesWhatIsNotIn : BinaryHeap<PushesWhatIsNotIn>
    {
        public override void Decrease(int key, long priority)
        {
            if (Contains(key)) base.Decrease(key, priority);
            else Push(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for))]
    [Breaks("PriorityOf.exception.2", "Constraints.3")]
    [Advice("A key that is not in has no priority: throw InvalidOperationException instead of answering a very high one.")]
    public sealed class GivesOthersTheHighestPriority : BinaryHeap<GivesOthersTheHighestPriority>
    {
        public override long PriorityOf(int key) => Contains(key) ? base.PriorityOf(key) : long.MaxValue;
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.The_keys_leave_in_the_order_of_their_lowered_priorities))]
    [Breaks("PriorityOf.summary.1", "Constraints.1")]
    [Advice("A double has 53 bits, so that beyond 2^53 several priorities are one to it: keep them as long.")]
    public sealed class KeepsPrioritiesAsDouble : BinaryHeap<KeepsPrioritiesAsDouble>
    {
        protected override bool Before(int i, int j) => (double)Priority[Heap[i]] < Priority[Heap[j]];
        public override long PriorityOf(int key) => (long)(double)base.PriorityOf(key);
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.An_empty_heap_has_nothing_to_look_at))]
    [Breaks("Peek.exception.1", "Constraints.3")]
    [Advice("An empty heap has no key to show: throw InvalidOperationException instead of answering the default.")]
    public sealed class ShowsTheDefaultWhenEmpty : BinaryHeap<ShowsTheDefaultWhenEmpty>
    {
        public override (int Key, long Priority) Peek() => Heap.Count == 0 ? default : base.Peek();
        public override (int Key, long Priority) Pop() => Heap.Count == 0 ? throw new InvalidOperationException() : base.Pop();
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.2")]
    [Advice("A negative n is the caller's mistake: throw ArgumentOutOfRangeException instead of making a heap of no keys.")]
    public sealed class TakesNegativeForNone : BinaryHeap<TakesNegativeForNone>, IIndexedHeap<TakesNegativeForNone>
    {
        public static new TakesNegativeForNone Of(int n) => BinaryHeap<TakesNegativeForNone>.Of(Math.Max(0, n));
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Contains.summary.2", "Target.2")]
    [Advice("Searching the heap for a key takes O(n): its place says whether it is in.")]
    public sealed class SearchesToSeeWhatIsIn : BinaryHeap<SearchesToSeeWhatIsIn>
    {
        public override bool Contains(int key)
        {
            LawRunner.EndIfGivenUp();
            return base.Contains(key) && Heap.Contains(key);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("PriorityOf.summary.2", "Target.2")]
    [Advice("Searching the heap for a key takes O(n): its place says where its priority lies.")]
    public sealed class SearchesForThePriority : BinaryHeap<SearchesForThePriority>
    {
        public override long PriorityOf(int key)
        {
            LawRunner.EndIfGivenUp();
            return Contains(key) ? Priority[Heap.Find(other => other == key)] : base.PriorityOf(key);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Count.summary.2", "Target.2")]
    [Advice("Counting the places that are taken is O(n) each time: keep the count.")]
    public sealed class CountsThePlaces : BinaryHeap<CountsThePlaces>
    {
        public override int Count
        {
            get
            {
                LawRunner.EndIfGivenUp();
                return Place.Count(place => place >= 0);
            }
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Peek.summary.2", "Pop.summary.2", "Target.1", "Target.2")]
    [Advice("Searching all keys for the lowest priority is O(n): it stands at the root.")]
    public sealed class SearchesForTheLowest : BinaryHeap<SearchesForTheLowest>
    {
        public override (int Key, long Priority) Peek()
        {
            LawRunner.EndIfGivenUp();
            if (Heap.Count == 0) return base.Peek();
            int key = Heap.MinBy(key => Priority[key]);
            return (key, Priority[key]);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Push.summary.2", "Target.1")]
    [Advice("Making room at the front moves all the other keys, O(n) for each push: add the key at the end and let it rise.")]
    public sealed class PushesAtTheFront : BinaryHeap<PushesAtTheFront>
    {
        public override void Push(int key, long priority)
        {
            LawRunner.EndIfGivenUp();
            Heap.Insert(0, key);
            Heap.RemoveAt(0);
            base.Push(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Of.summary.2", "Target.3")]
    [Advice("An array that grows by one key is copied for each of them, O(n) each time: make it as long as it has to be.")]
    public sealed class GrowsByAKey : BinaryHeap<GrowsByAKey>
    {
        protected override void Prepare(int n)
        {
            int[] place = [];
            while (place.Length < n)
            {
                LawRunner.EndIfGivenUp();
                place = [.. place, -1];
            }
            Place = place;
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decreasing_each_of_many_keys_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : BinaryHeap<CountsInSixteenBits>
    {
        public override int Count => (ushort)Heap.Count;
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for))]
    [Breaks("Decrease.exception.2")]
    [Advice("Whether the key is in comes first: what a key that has left had for a priority is nobody's business.")]
    public sealed class ComparesBeforeItLooks : BinaryHeap<ComparesBeforeItLooks>
    {
        public override void Decrease(int key, long priority)
        {
            if (!Contains(key) && priority > Priority[key]) throw new ArgumentException("");
            base.Decrease(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_heap_may_be_emptied_any_number_of_times))]
    [Breaks("Contains.summary.1", "Push.summary.1")]
    [Advice("A counter of rounds that is too narrow comes back to an old round, and old keys are in again: mark each key that leaves.")]
    public sealed class CountsRoundsInSixteenBits : BinaryHeap<CountsRoundsInSixteenBits>
    {
        private ushort[] _rounds = [];
        private ushort _round;

        protected override void Prepare(int n) => _rounds = new ushort[n];

        public override bool Contains(int key) => base.Contains(key) && _rounds[key] == _round;

        public override void Push(int key, long priority)
        {
            base.Push(key, priority);
            _rounds[key] = _round;
        }

        protected override void Forget(int key)
        {
            if (Heap.Count == 0) _round++;
            else base.Forget(key);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_heap_may_be_emptied_any_number_of_times))]
    [Breaks("Pop.summary.2")]
    [Advice("Whoever wipes all places when the last key goes takes O(n) for that Pop, and it may come again and again: wipe the key's own place.")]
    public sealed class WipesAllWhenTheLastGoes : BinaryHeap<WipesAllWhenTheLastGoes>
    {
        protected override void Forget(int key)
        {
            base.Forget(key);
            if (Heap.Count > 0) return;
            for (int other = 0; other < Place.Length; other++) (Place[other], Priority[other]) = (-1, 0);
        }
    }
}
