namespace Etudes.Heap;

public static class MaxHeapMistakes
{
    /// <summary>A binary heap as most people write it; each mistake spoils one part.</summary>
    public abstract class BinaryHeap<TSelf> : IMaxHeap<TSelf, int> where TSelf : BinaryHeap<TSelf>, new()
    {
        protected List<int> Items { get; set; } = [];
        protected virtual IComparer<int> Order { get; set; } = Comparer<int>.Default;

        public static TSelf Empty(IComparer<int> order) => new() { Order = order };

        public static TSelf From(IEnumerable<int> items, IComparer<int> order)
        {
            var heap = Empty(order);
            heap.Load(items);
            return heap;
        }

        public virtual int Count => Items.Count;

        public virtual int Peek() => Top();

        public virtual void Push(int item)
        {
            Items.Add(item);
            for (int i = Items.Count - 1; i > 0 && Rises(Items[i], Items[(i - 1) / 2]); i = (i - 1) / 2) Swap(i, (i - 1) / 2);
        }

        public virtual int Pop()
        {
            int top = Top();
            Items[0] = Items[^1];
            Items.RemoveAt(Items.Count - 1);
            SiftDown(0);
            return top;
        }

        protected virtual void Load(IEnumerable<int> items)
        {
            Items.AddRange(items);
            Heapify();
        }

        protected void Heapify()
        {
            for (int i = Items.Count / 2 - 1; i >= 0; i--) SiftDown(i);
        }

        protected void SiftDown(int i)
        {
            for (int child; (child = 2 * i + 1) < Items.Count; i = child)
            {
                if (child + 1 < Items.Count && Above(Items[child + 1], Items[child])) child++;
                if (!Above(Items[child], Items[i])) return;
                Swap(child, i);
            }
        }

        /// <summary>Whether x belongs above y.</summary>
        protected virtual bool Above(int x, int y) => Order.Compare(x, y) > 0;

        /// <summary>Whether a new item x changes places with its parent y.</summary>
        protected virtual bool Rises(int x, int y) => Above(x, y);

        protected int Top() => Items.Count > 0 ? Items[0] : throw new InvalidOperationException();

        private void Swap(int i, int j) => (Items[i], Items[j]) = (Items[j], Items[i]);
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Any_operations_agree_with_searching_a_list))]
    [Breaks("MaxHeap.summary.1")]
    [Advice("-int.MinValue is int.MinValue again: turn the order round and not the numbers, or take ~e, which cannot overflow.")]
    public sealed class NegatesTheNumbers : BinaryHeap<NegatesTheNumbers>
    {
        public override void Push(int item) => base.Push(-item);
        public override int Peek() => -base.Peek();
        public override int Pop() => -base.Pop();
        protected override void Load(IEnumerable<int> items) => base.Load(items.Select(item => -item));
        protected override bool Above(int x, int y) => Order.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Any_operations_agree_with_searching_a_list))]
    [Breaks("Peek.summary.1")]
    [Advice("What went in turned round must be turned back wherever it comes out, in Peek as in Pop.")]
    public sealed class ForgetsToTurnBackInPeek : BinaryHeap<ForgetsToTurnBackInPeek>
    {
        public override void Push(int item) => base.Push(~item);
        public override int Pop() => ~base.Pop();
        protected override void Load(IEnumerable<int> items) => base.Load(items.Select(item => ~item));
        protected override bool Above(int x, int y) => Order.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Only_the_sign_of_a_comparison_counts))]
    [Breaks("Empty.summary.2", "Constraints.3")]
    [Advice("A comparer may return int.MinValue, and -int.MinValue is negative still: exchange the arguments instead of negating the result.")]
    public sealed class NegatesTheComparison : BinaryHeap<NegatesTheComparison>
    {
        protected override bool Above(int x, int y) => -Order.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Under_the_opposite_order_the_smallest_comes_first))]
    [Breaks("MaxHeap.summary.1")]
    [Advice("Ask the comparer that was given; > knows the natural order of numbers only.")]
    public sealed class UsesTheNaturalOrder : BinaryHeap<UsesTheNaturalOrder>
    {
        protected override bool Above(int x, int y) => x > y;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Any_operations_agree_with_searching_a_list))]
    [Breaks("MaxHeap.summary.1", "Push.summary.1")]
    [Advice("Turn every comparison round: a push that lifts small items and a pop that lifts large ones keep no invariant.")]
    public sealed class TurnsHalfOfTheComparisons : BinaryHeap<TurnsHalfOfTheComparisons>
    {
        protected override bool Rises(int x, int y) => Above(y, x);
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_built_from_items_gives_them_in_descending_order))]
    [Breaks("From.summary.1")]
    [Advice("Sorted ascending, the smallest item stands at the root: a max-heap needs its largest there.")]
    public sealed class BuildsByAscendingOrder : BinaryHeap<BuildsByAscendingOrder>
    {
        protected override void Load(IEnumerable<int> items) => Items = [.. items.Order(Order)];
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.Building_takes_at_most_two_comparisons_an_item))]
    [Breaks("From.summary.2", "Target.3")]
    [Advice("What is no collection can be copied first: pushed one by one, n ascending items take n log n comparisons.")]
    public sealed class PushesWhatIsNoCollection : BinaryHeap<PushesWhatIsNoCollection>
    {
        protected override void Load(IEnumerable<int> items)
        {
            if (items is ICollection<int>) base.Load(items);
            else foreach (int item in items) Push(item);
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Items_that_tie_all_come_out))]
    [Breaks("MaxHeap.summary.1", "Push.summary.1", "Constraints.3")]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : BinaryHeap<KeepsOneOfTies>
    {
        public override void Push(int item)
        {
            if (!Items.Exists(other => Order.Compare(other, item) == 0)) base.Push(item);
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Asking_an_empty_heap_throws))]
    [Breaks("Peek.exception.1", "Pop.exception.1", "Constraints.4")]
    [Advice("int.MinValue may have been pushed, so it cannot mean that the heap is empty: throw InvalidOperationException.")]
    public sealed class AnswersMinValueWhenEmpty : BinaryHeap<AnswersMinValueWhenEmpty>
    {
        public override int Peek() => Count == 0 ? int.MinValue : base.Peek();
        public override int Pop() => Count == 0 ? int.MinValue : base.Pop();
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_and_what_it_is_built_from_are_apart))]
    [Breaks("From.summary.1", "Constraints.2")]
    [Advice("The array belongs to the caller: build the heap in a copy.")]
    public sealed class BuildsInTheGivenArray : BinaryHeap<BuildsInTheGivenArray>
    {
        protected override void Load(IEnumerable<int> items)
        {
            base.Load(items);
            if (items is int[] given) Items.CopyTo(given);
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Two_heaps_share_nothing))]
    [Breaks("Empty.summary.1")]
    [Advice("A static list is shared by all heaps: make it a field of the object.")]
    public sealed class SharesItsItems : BinaryHeap<SharesItsItems>
    {
        private static readonly List<int> s_shared = [];

        public SharesItsItems()
        {
            s_shared.Clear();
            Items = s_shared;
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Push.summary.2", "Target.1")]
    [Advice("Making room in a sorted list moves O(n) items for each one pushed: half an order, a heap, is enough.")]
    public sealed class InsertsIntoASortedList : BinaryHeap<InsertsIntoASortedList>
    {
        public override int Peek() => Count > 0 ? Items[^1] : throw new InvalidOperationException();

        public override void Push(int item)
        {
            LawRunner.EndIfGivenUp();
            int at = Items.BinarySearch(item, Order);
            Items.Insert(at < 0 ? ~at : at, item);
        }

        public override int Pop()
        {
            int top = Peek();
            Items.RemoveAt(Count - 1);
            return top;
        }

        protected override void Load(IEnumerable<int> items) => Items = [.. items.Order(Order)];
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.A_push_takes_at_most_log_n_plus_one_comparisons))]
    [Breaks("Push.summary.2", "Target.1")]
    [Advice("A push disturbs one path to the root only: sift the new item up instead of sorting all items again.")]
    public sealed class SortsAtEachPush : BinaryHeap<SortsAtEachPush>
    {
        public override void Push(int item) => Items = [.. Items.Append(item).OrderDescending(Order)];
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.A_pop_takes_at_most_two_log_n_comparisons))]
    [Breaks("Pop.summary.2", "Target.2")]
    [Advice("Looking for the next largest among all items is O(n): put the last item at the root and sift it down.")]
    public sealed class SearchesAllItems : BinaryHeap<SearchesAllItems>
    {
        public override int Pop()
        {
            int top = Top();
            Items.Remove(top);
            if (Count == 0) return top;
            int next = Items.IndexOf(Items.Max(Order));
            (Items[0], Items[next]) = (Items[next], Items[0]);
            return top;
        }
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.Building_takes_at_most_two_comparisons_an_item))]
    [Breaks("From.summary.2", "Target.3")]
    [Advice("Sorting is more than a heap needs: sift down every parent, from the last one back to the root, in O(n).")]
    public sealed class SortsToBuild : BinaryHeap<SortsToBuild>
    {
        protected override void Load(IEnumerable<int> items) => Items = [.. items.OrderDescending(Order)];
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_and_what_it_is_built_from_are_apart))]
    [Breaks("From.summary.1", "Constraints.2")]
    [Advice("A list belongs to its owner, who goes on using it: copy the items.")]
    public sealed class KeepsTheGivenList : BinaryHeap<KeepsTheGivenList>
    {
        protected override void Load(IEnumerable<int> items)
        {
            Items = items as List<int> ?? [.. items];
            Heapify();
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_that_is_built_keeps_to_the_order_that_it_was_given))]
    [Breaks("From.summary.1")]
    [Advice("From is given an order too: build by that one, and not by the natural order.")]
    public sealed class BuildsByTheNaturalOrder : BinaryHeap<BuildsByTheNaturalOrder>
    {
        protected override void Load(IEnumerable<int> items) => Items = [.. items.OrderDescending()];
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Two_heaps_share_nothing))]
    [Breaks("Empty.summary.1")]
    [Advice("A static comparer is that of the heap that was made last: make it a field of the object.")]
    public sealed class SharesItsOrder : BinaryHeap<SharesItsOrder>
    {
        private static IComparer<int> s_order = Comparer<int>.Default;

        protected override IComparer<int> Order
        {
            get => s_order;
            set => s_order = value;
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.After_a_stream_or_an_order_that_throws_the_next_heap_is_right))]
    [Breaks("From.summary.1")]
    [Advice("A buffer that outlives the call still holds what a stream gave before it threw: read into the new heap itself.")]
    public sealed class ReadsIntoABufferOfAll : BinaryHeap<ReadsIntoABufferOfAll>
    {
        [ThreadStatic] private static List<int>? s_read;

        protected override void Load(IEnumerable<int> items)
        {
            var read = s_read ??= [];
            foreach (int item in items) read.Add(item);
            base.Load(read);
            read.Clear();
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.An_empty_heap_takes_hardly_any_room))]
    [Breaks("Empty.summary.3", "Target.4")]
    [Advice("Room for a million is too much for a heap that may stay empty: let it grow with its items.")]
    public sealed class MakesRoomForAMillion : BinaryHeap<MakesRoomForAMillion>
    {
        public MakesRoomForAMillion() => Items = new(1_000_000);
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Asking_an_empty_heap_throws))]
    [Breaks("Count.summary.1")]
    [Advice("A pop that is refused takes nothing out: look whether there is an item before you count it down.")]
    public sealed class CountsDownBeforeItRefuses : BinaryHeap<CountsDownBeforeItRefuses>
    {
        private int _refused;

        public override int Count => Items.Count - _refused;

        public override int Pop()
        {
            if (Items.Count == 0) _refused++;
            return base.Pop();
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Count.summary.2", "Target.4")]
    [Advice("Counting the items one by one takes O(n) each time: keep the count.")]
    public sealed class CountsOneByOne : BinaryHeap<CountsOneByOne>
    {
        public override int Count
        {
            get
            {
                LawRunner.EndIfGivenUp();
                return Items.Count(_ => true);
            }
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : BinaryHeap<CountsInSixteenBits>
    {
        public override int Count => (ushort)Items.Count;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Push.summary.2", "Target.1")]
    [Advice("An array that grows by one is copied at each push: let it grow by a factor.")]
    public sealed class GrowsByOne : BinaryHeap<GrowsByOne>
    {
        public override void Push(int item)
        {
            LawRunner.EndIfGivenUp();
            Items.Capacity = Items.Count + 1;
            base.Push(item);
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Items_that_tie_all_come_out))]
    [Breaks("Pop.summary.1")]
    [Advice("Of items that tie any may come first, but Pop takes out the very one that Peek has shown.")]
    public sealed class PopsAnotherThanItShows : BinaryHeap<PopsAnotherThanItShows>
    {
        public override int Pop()
        {
            if (Items.Count > 1 && Order.Compare(Items[0], Items[1]) == 0) (Items[0], Items[1]) = (Items[1], Items[0]);
            return base.Pop();
        }
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.A_peek_takes_hardly_a_comparison))]
    [Breaks("Peek.summary.2", "Target.4")]
    [Advice("The largest item stands at the root: there is nothing to search for.")]
    public sealed class SearchesToPeek : BinaryHeap<SearchesToPeek>
    {
        public override int Peek()
        {
            LawRunner.EndIfGivenUp();
            return Items.Count > 0 ? Items.Max(Order) : base.Peek();
        }
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.A_pop_takes_at_most_two_log_n_comparisons))]
    [Breaks("Pop.summary.2", "Target.2")]
    [Advice("Putting the order off until the next pop makes that pop O(n): sift each item up when it is pushed.")]
    public sealed class OrdersAtTheNextPop : BinaryHeap<OrdersAtTheNextPop>
    {
        private bool _unordered;

        public override void Push(int item)
        {
            Items.Add(item);
            _unordered = true;
        }

        public override int Peek()
        {
            OrderNow();
            return base.Peek();
        }

        public override int Pop()
        {
            OrderNow();
            return base.Pop();
        }

        private void OrderNow()
        {
            if (_unordered) Heapify();
            _unordered = false;
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Growing_copies_each_item_a_few_times))]
    [Breaks("Push.summary.2", "Target.1")]
    [Advice("An array that grows by a fixed number of places is copied O(n) times: let it grow by a factor.")]
    public sealed class GrowsByAFew : BinaryHeap<GrowsByAFew>
    {
        public override void Push(int item)
        {
            if (Items.Count == Items.Capacity) Items.Capacity += 256;
            base.Push(item);
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Growing_copies_each_item_a_few_times))]
    [Breaks("Push.summary.2", "Pop.summary.2")]
    [Advice("An array that is halved as soon as half of it is enough is doubled by the next push: shrink at a quarter, or never.")]
    public sealed class ShrinksAtOnce : BinaryHeap<ShrinksAtOnce>
    {
        public override int Pop()
        {
            int top = base.Pop();
            if (Items.Count > 1 << 16 && Items.Count <= Items.Capacity / 2) Items.Capacity = Items.Count;
            return top;
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_and_what_it_is_built_from_are_apart))]
    [Breaks("From.summary.1", "Constraints.2")]
    [Advice("A stream may know its count, and LINQ's Count() reads it all the same: let the list grow.")]
    public sealed class CountsAStreamThatKnowsItsCount : BinaryHeap<CountsAStreamThatKnowsItsCount>
    {
        protected override void Load(IEnumerable<int> items)
        {
            if (items is IReadOnlyCollection<int>) Items.EnsureCapacity(items.Count());
            base.Load(items);
        }
    }
}
