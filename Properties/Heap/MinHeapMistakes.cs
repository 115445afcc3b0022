namespace Etudes.Heap;

public static class MinHeapMistakes
{
    /// <summary>A binary heap as most people write it; each mistake spoils one part.</summary>
    public abstract class BinaryHeap<TSelf> : IMinHeap<TSelf, int> where TSelf : BinaryHeap<TSelf>, new()
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

        public virtual int Peek() => Count > 0 ? Items[0] : throw new InvalidOperationException();

        public virtual void Push(int item)
        {
            Items.Add(item);
            for (int i = Count - 1; i > 0 && Less(i, (i - 1) / 2); i = (i - 1) / 2) Swap(i, (i - 1) / 2);
        }

        public virtual int Pop()
        {
            int top = Peek();
            Items[0] = Items[^1];
            Items.RemoveAt(Count - 1);
            SiftDown(0);
            return top;
        }

        protected virtual void Load(IEnumerable<int> items)
        {
            Items.AddRange(items);
            Heapify();
        }

        protected virtual void Heapify()
        {
            for (int i = Count / 2 - 1; i >= 0; i--) SiftDown(i);
        }

        protected void SiftDown(int i)
        {
            for (int child = SmallerChild(i); child < Count && Less(child, i); child = SmallerChild(i))
            {
                Swap(child, i);
                i = child;
            }
        }

        protected virtual int SmallerChild(int i) => 2 * i + 2 < Count && Less(2 * i + 2, 2 * i + 1) ? 2 * i + 2 : 2 * i + 1;

        protected virtual bool Less(int i, int j) => Order.Compare(Items[i], Items[j]) < 0;

        private void Swap(int i, int j) => (Items[i], Items[j]) = (Items[j], Items[i]);
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Advice("An item that moves down changes places with the smaller of its two children, not always with the left one.")]
    public sealed class FollowsTheLeftChild : BinaryHeap<FollowsTheLeftChild>
    {
        protected override int SmallerChild(int i) => 2 * i + 1;
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Advice("The last parent may have a left child only: look at it too.")]
    public sealed class ForgetsTheOnlyChild : BinaryHeap<ForgetsTheOnlyChild>
    {
        protected override int SmallerChild(int i) => 2 * i + 2 < Count ? base.SmallerChild(i) : Count;
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Advice("Build from the last parent back to the root: sifting down is right only when both subtrees are heaps already.")]
    public sealed class BuildsFromTheRoot : BinaryHeap<BuildsFromTheRoot>
    {
        protected override void Heapify()
        {
            for (int i = 0; i < Count / 2; i++) SiftDown(i);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Advice("Counting a stream reads it; reading it again may give nothing or something else: copy it once.")]
    public sealed class ReadsTheItemsTwice : BinaryHeap<ReadsTheItemsTwice>
    {
        protected override void Load(IEnumerable<int> items)
        {
            Items.EnsureCapacity(items.Count());
            base.Load(items);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.Any_operations_agree_with_searching_a_list))]
    [Advice("Moving all items one place forward gives each of them another parent: put the last item on top and sift it down.")]
    public sealed class ClosesTheGap : BinaryHeap<ClosesTheGap>
    {
        public override int Pop()
        {
            int top = Peek();
            Items.RemoveAt(0);
            return top;
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.Only_the_sign_of_a_comparison_counts))]
    [Advice("A comparer may return any negative number for less: test < 0, not == -1.")]
    public sealed class ExpectsMinusOne : BinaryHeap<ExpectsMinusOne>
    {
        protected override bool Less(int i, int j) => Order.Compare(Items[i], Items[j]) == -1;
    }

    [CaughtBy(nameof(MinHeapProperties<>.Items_that_tie_all_come_out))]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : BinaryHeap<KeepsOneOfTies>
    {
        public override void Push(int item)
        {
            if (!Items.Exists(other => Order.Compare(other, item) == 0)) base.Push(item);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.Asking_an_empty_heap_throws))]
    [Advice("An empty heap has no smallest item: throw InvalidOperationException instead of answering 0.")]
    public sealed class AnswersZeroWhenEmpty : BinaryHeap<AnswersZeroWhenEmpty>
    {
        public override int Peek() => Items.FirstOrDefault();
        public override int Pop() => Count == 0 ? 0 : base.Pop();
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_and_the_array_it_is_built_from_are_apart))]
    [Advice("The array belongs to the caller: build the heap in a copy.")]
    public sealed class BuildsInTheGivenArray : BinaryHeap<BuildsInTheGivenArray>
    {
        protected override void Load(IEnumerable<int> items)
        {
            base.Load(items);
            if (items is int[] given) Items.CopyTo(given);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.Two_heaps_share_nothing))]
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

    [CaughtBy(nameof(MinHeapProperties<>.Each_of_half_a_million_numbers_takes_logarithmic_time))]
    [Advice("Making room in a sorted list moves O(n) items for each one pushed: half an order, a heap, is enough.")]
    public sealed class InsertsIntoASortedList : BinaryHeap<InsertsIntoASortedList>
    {
        public override void Push(int item)
        {
            LawRunner.EndIfGivenUp();
            int at = Items.BinarySearch(item, Order);
            Items.Insert(at < 0 ? ~at : at, item);
        }

        public override int Pop()
        {
            int top = Peek();
            Items.RemoveAt(0);
            return top;
        }

        protected override void Heapify() => Items.Sort(Order);
    }

    [CaughtBy(nameof(MinHeapCostProperties<>.A_push_takes_at_most_log_n_plus_one_comparisons))]
    [Advice("A push disturbs one path to the root only: sift the new item up instead of building the heap again.")]
    public sealed class RebuildsAtEachPush : BinaryHeap<RebuildsAtEachPush>
    {
        public override void Push(int item)
        {
            Items.Add(item);
            Heapify();
        }
    }

    [CaughtBy(nameof(MinHeapCostProperties<>.A_pop_takes_at_most_two_log_n_comparisons))]
    [Advice("Two comparisons per level are enough: find the smaller child first, then compare that one with the item.")]
    public sealed class ComparesThreeTimesALevel : BinaryHeap<ComparesThreeTimesALevel>
    {
        protected override int SmallerChild(int i)
        {
            bool left = 2 * i + 1 < Count && Less(2 * i + 1, i), right = 2 * i + 2 < Count && Less(2 * i + 2, i);
            return left || right ? base.SmallerChild(i) : Count;
        }
    }

    [CaughtBy(nameof(MinHeapCostProperties<>.Building_takes_at_most_two_comparisons_an_item))]
    [Advice("n pushes take O(n log n): sift down every parent, from the last one back to the root, in O(n).")]
    public sealed class BuildsByPushing : BinaryHeap<BuildsByPushing>
    {
        protected override void Load(IEnumerable<int> items)
        {
            foreach (int item in items) Push(item);
        }
    }
}
