namespace Etudes.Heap;

public static class MaxHeapMistakes
{
    /// <summary>A binary heap as most people write it; each mistake spoils one part.</summary>
    public abstract class BinaryHeap<TSelf> : IMaxHeap<TSelf, int> where TSelf : BinaryHeap<TSelf>, new()
    {
        protected List<int> Items { get; set; } = [];
        protected IComparer<int> Order { get; private set; } = Comparer<int>.Default;

        public static TSelf Empty(IComparer<int> order) => new() { Order = order };

        public static TSelf From(IEnumerable<int> items, IComparer<int> order)
        {
            var heap = Empty(order);
            heap.Load(items);
            return heap;
        }

        public int Count => Items.Count;

        public virtual int Peek() => Top();

        public virtual void Push(int item)
        {
            Items.Add(item);
            for (int i = Count - 1; i > 0 && Rises(Items[i], Items[(i - 1) / 2]); i = (i - 1) / 2) Swap(i, (i - 1) / 2);
        }

        public virtual int Pop()
        {
            int top = Top();
            Items[0] = Items[^1];
            Items.RemoveAt(Count - 1);
            SiftDown(0);
            return top;
        }

        protected virtual void Load(IEnumerable<int> items)
        {
            Items.AddRange(items);
            for (int i = Count / 2 - 1; i >= 0; i--) SiftDown(i);
        }

        protected void SiftDown(int i)
        {
            for (int child; (child = 2 * i + 1) < Count; i = child)
            {
                if (child + 1 < Count && Above(Items[child + 1], Items[child])) child++;
                if (!Above(Items[child], Items[i])) return;
                Swap(child, i);
            }
        }

        /// <summary>Whether x belongs above y.</summary>
        protected virtual bool Above(int x, int y) => Order.Compare(x, y) > 0;

        /// <summary>Whether a new item x changes places with its parent y.</summary>
        protected virtual bool Rises(int x, int y) => Above(x, y);

        protected int Top() => Count > 0 ? Items[0] : throw new InvalidOperationException();

        private void Swap(int i, int j) => (Items[i], Items[j]) = (Items[j], Items[i]);
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Any_operations_agree_with_searching_a_list))]
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
    [Advice("What went in turned round must be turned back wherever it comes out, in Peek as in Pop.")]
    public sealed class ForgetsToTurnBackInPeek : BinaryHeap<ForgetsToTurnBackInPeek>
    {
        public override void Push(int item) => base.Push(~item);
        public override int Pop() => ~base.Pop();
        protected override void Load(IEnumerable<int> items) => base.Load(items.Select(item => ~item));
        protected override bool Above(int x, int y) => Order.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Only_the_sign_of_a_comparison_counts))]
    [Advice("A comparer may return int.MinValue, and -int.MinValue is negative still: exchange the arguments instead of negating the result.")]
    public sealed class NegatesTheComparison : BinaryHeap<NegatesTheComparison>
    {
        protected override bool Above(int x, int y) => -Order.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Under_the_opposite_order_the_smallest_comes_first))]
    [Advice("Ask the comparer that was given; > knows the natural order of numbers only.")]
    public sealed class UsesTheNaturalOrder : BinaryHeap<UsesTheNaturalOrder>
    {
        protected override bool Above(int x, int y) => x > y;
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Any_operations_agree_with_searching_a_list))]
    [Advice("Turn every comparison round: a push that lifts small items and a pop that lifts large ones keep no invariant.")]
    public sealed class TurnsHalfOfTheComparisons : BinaryHeap<TurnsHalfOfTheComparisons>
    {
        protected override bool Rises(int x, int y) => Above(y, x);
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_built_from_items_gives_them_in_descending_order))]
    [Advice("Sorted ascending, the smallest item stands at the root: a max-heap needs its largest there.")]
    public sealed class BuildsByAscendingOrder : BinaryHeap<BuildsByAscendingOrder>
    {
        protected override void Load(IEnumerable<int> items) => Items = [.. items.Order(Order)];
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Items_that_tie_all_come_out))]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : BinaryHeap<KeepsOneOfTies>
    {
        public override void Push(int item)
        {
            if (!Items.Exists(other => Order.Compare(other, item) == 0)) base.Push(item);
        }
    }

    [CaughtBy(nameof(MaxHeapProperties<>.Asking_an_empty_heap_throws))]
    [Advice("int.MinValue may have been pushed, so it cannot mean that the heap is empty: throw InvalidOperationException.")]
    public sealed class AnswersMinValueWhenEmpty : BinaryHeap<AnswersMinValueWhenEmpty>
    {
        public override int Peek() => Count == 0 ? int.MinValue : base.Peek();
        public override int Pop() => Count == 0 ? int.MinValue : base.Pop();
    }

    [CaughtBy(nameof(MaxHeapProperties<>.A_heap_and_the_array_it_is_built_from_are_apart))]
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

    [CaughtBy(nameof(MaxHeapProperties<>.Each_of_half_a_million_numbers_takes_logarithmic_time))]
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
    [Advice("A push disturbs one path to the root only: sift the new item up instead of sorting all items again.")]
    public sealed class SortsAtEachPush : BinaryHeap<SortsAtEachPush>
    {
        public override void Push(int item) => Items = [.. Items.Append(item).OrderDescending(Order)];
    }

    [CaughtBy(nameof(MaxHeapCostProperties<>.A_pop_takes_at_most_two_log_n_comparisons))]
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
    [Advice("Sorting is more than a heap needs: sift down every parent, from the last one back to the root, in O(n).")]
    public sealed class SortsToBuild : BinaryHeap<SortsToBuild>
    {
        protected override void Load(IEnumerable<int> items) => Items = [.. items.OrderDescending(Order)];
    }
}
