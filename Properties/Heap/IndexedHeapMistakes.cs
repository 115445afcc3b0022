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
            return heap;
        }

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
    [Advice("The difference of two priorities overflows long: compare them with <.")]
    public sealed class ComparesByDifference : BinaryHeap<ComparesByDifference>
    {
        protected override bool Before(int i, int j) => Priority[Heap[i]] - Priority[Heap[j]] < 0;
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_popped_key_may_be_pushed_again))]
    [Advice("Pop must mark the key as out, or it seems to be in for ever.")]
    public sealed class KeepsThePlaceOfAPoppedKey : BinaryHeap<KeepsThePlaceOfAPoppedKey>
    {
        protected override void Forget(int key) { }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Behaves_like_a_table_of_priorities))]
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
    [Advice("Refuse a Decrease to a higher priority: the key would have to sink, and nobody sifts it down.")]
    public sealed class LetsDecreaseRaise : BinaryHeap<LetsDecreaseRaise>
    {
        public override void Decrease(int key, long priority)
        {
            PriorityOf(key);
            Lower(key, priority);
        }
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Decrease_never_raises_a_priority))]
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
    [Advice("An array throws IndexOutOfRangeException: check the key yourself and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheRangeToTheArray : BinaryHeap<LeavesTheRangeToTheArray>
    {
        public override bool Contains(int key) => Place[key] >= 0;
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for))]
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
    [Advice("Nothing can be popped from an empty heap: throw InvalidOperationException instead of answering the default.")]
    public sealed class AnswersTheDefaultWhenEmpty : BinaryHeap<AnswersTheDefaultWhenEmpty>
    {
        public override (int Key, long Priority) Pop() => Heap.Count == 0 ? default : base.Pop();
    }

    [CaughtBy(nameof(IndexedHeapProperties<>.Two_heaps_share_nothing))]
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
    [Advice("Searching the heap for a key takes O(n): keep an array that says where each key lies.")]
    public sealed class SearchesForTheKey : BinaryHeap<SearchesForTheKey>
    {
        protected override int PlaceOf(int key)
        {
            LawRunner.EndIfGivenUp();
            return Heap.IndexOf(key);
        }
    }
}
