namespace Etudes.Heap;

public static class MinHeapMistakes
{
    /// <summary>A binary heap as most people write it; each mistake spoils one part.</summary>
    public abstract class BinaryHeap<TSelf> : IMinHeap<TSelf, int> where TSelf : BinaryHeap<TSelf>, new()
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

        public virtual int Peek() => Items.Count > 0 ? Items[0] : throw new InvalidOperationException();

        public virtual void Push(int item)
        {
            Items.Add(item);
            for (int i = Items.Count - 1; i > 0 && Less(i, (i - 1) / 2); i = (i - 1) / 2) Swap(i, (i - 1) / 2);
        }

        public virtual int Pop()
        {
            int top = Peek();
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

        protected virtual void Heapify()
        {
            for (int i = Items.Count / 2 - 1; i >= 0; i--) SiftDown(i);
        }

        protected void SiftDown(int i)
        {
            for (int child = SmallerChild(i); child < Items.Count && Less(child, i); child = SmallerChild(i))
            {
                Swap(child, i);
                i = child;
            }
        }

        protected virtual int SmallerChild(int i) => 2 * i + 2 < Items.Count && Less(2 * i + 2, 2 * i + 1) ? 2 * i + 2 : 2 * i + 1;

        protected virtual bool Less(int i, int j) => Order.Compare(Items[i], Items[j]) < 0;

        private void Swap(int i, int j) => (Items[i], Items[j]) = (Items[j], Items[i]);
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Breaks("MinHeap.summary.1", "From.summary.1")]
    [Advice("An item that moves down changes places with the smaller of its two children, not always with the left one.")]
    public sealed class FollowsTheLeftChild : BinaryHeap<FollowsTheLeftChild>
    {
        protected override int SmallerChild(int i) => 2 * i + 1;
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Breaks("From.summary.1")]
    [Advice("The last parent may have a left child only: look at it too.")]
    public sealed class ForgetsTheOnlyChild : BinaryHeap<ForgetsTheOnlyChild>
    {
        protected override int SmallerChild(int i) => 2 * i + 2 < Count ? base.SmallerChild(i) : Count;
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Breaks("From.summary.1")]
    [Advice("Build from the last parent back to the root: sifting down is right only when both subtrees are heaps already.")]
    public sealed class BuildsFromTheRoot : BinaryHeap<BuildsFromTheRoot>
    {
        protected override void Heapify()
        {
            for (int i = 0; i < Count / 2; i++) SiftDown(i);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_built_from_items_gives_them_in_ascending_order))]
    [Breaks("From.summary.1", "Constraints.2")]
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
    [Breaks("Peek.summary.1", "Pop.summary.1")]
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
    [Breaks("Empty.summary.2", "Constraints.3")]
    [Advice("A comparer may return any negative number for less: test < 0, not == -1.")]
    public sealed class ExpectsMinusOne : BinaryHeap<ExpectsMinusOne>
    {
        protected override bool Less(int i, int j) => Order.Compare(Items[i], Items[j]) == -1;
    }

    [CaughtBy(nameof(MinHeapProperties<>.Items_that_tie_all_come_out))]
    [Breaks("MinHeap.summary.1", "Push.summary.1", "Constraints.3")]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : BinaryHeap<KeepsOneOfTies>
    {
        public override void Push(int item)
        {
            if (!Items.Exists(other => Order.Compare(other, item) == 0)) base.Push(item);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.Asking_an_empty_heap_throws))]
    [Breaks("Peek.exception.1", "Pop.exception.1", "Constraints.4")]
    [Advice("An empty heap has no smallest item: throw InvalidOperationException instead of answering 0.")]
    public sealed class AnswersZeroWhenEmpty : BinaryHeap<AnswersZeroWhenEmpty>
    {
        public override int Peek() => Items.FirstOrDefault();
        public override int Pop() => Count == 0 ? 0 : base.Pop();
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_and_what_it_is_built_from_are_apart))]
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

    [CaughtBy(nameof(MinHeapProperties<>.Two_heaps_share_nothing))]
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

    [CaughtBy(nameof(MinHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Push.summary.2", "Target.1")]
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
    [Breaks("Push.summary.2", "Target.1", "Target.2")]
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
    [Breaks("Pop.summary.2", "Target.3")]
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
    [Breaks("From.summary.2", "Target.4")]
    [Advice("n pushes take O(n log n): sift down every parent, from the last one back to the root, in O(n).")]
    public sealed class BuildsByPushing : BinaryHeap<BuildsByPushing>
    {
        protected override void Load(IEnumerable<int> items)
        {
            foreach (int item in items) Push(item);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_and_what_it_is_built_from_are_apart))]
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

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_that_is_built_keeps_to_the_order_that_it_was_given))]
    [Breaks("From.summary.1")]
    [Advice("From is given an order too: build by that one, and not by the natural order.")]
    public sealed class BuildsByTheNaturalOrder : BinaryHeap<BuildsByTheNaturalOrder>
    {
        protected override void Load(IEnumerable<int> items) => Items = [.. items.Order()];
    }

    [CaughtBy(nameof(MinHeapProperties<>.Two_heaps_share_nothing))]
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

    [CaughtBy(nameof(MinHeapProperties<>.After_a_stream_or_an_order_that_throws_the_next_heap_is_right))]
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

    [CaughtBy(nameof(MinHeapProperties<>.An_empty_heap_takes_hardly_any_room))]
    [Breaks("Empty.summary.3", "Target.5")]
    [Advice("Room for a million is too much for a heap that may stay empty: let it grow with its items.")]
    public sealed class MakesRoomForAMillion : BinaryHeap<MakesRoomForAMillion>
    {
        public MakesRoomForAMillion() => Items = new(1_000_000);
    }

    [CaughtBy(nameof(MinHeapProperties<>.Asking_an_empty_heap_throws))]
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

    [CaughtBy(nameof(MinHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Count.summary.2", "Target.5")]
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

    [CaughtBy(nameof(MinHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : BinaryHeap<CountsInSixteenBits>
    {
        public override int Count => (ushort)Items.Count;
    }

    [CaughtBy(nameof(MinHeapProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Push.summary.2", "Target.2")]
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

    [CaughtBy(nameof(MinHeapProperties<>.Items_that_tie_all_come_out))]
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

    [CaughtBy(nameof(MinHeapCostProperties<>.A_peek_takes_hardly_a_comparison))]
    [Breaks("Peek.summary.2", "Target.5")]
    [Advice("The smallest item stands at the root: there is nothing to search for.")]
    public sealed class SearchesToPeek : BinaryHeap<SearchesToPeek>
    {
        public override int Peek()
        {
            LawRunner.EndIfGivenUp();
            return Items.Count > 0 ? Items.Min(Order) : base.Peek();
        }
    }

    [CaughtBy(nameof(MinHeapCostProperties<>.A_pop_takes_at_most_two_log_n_comparisons))]
    [Breaks("Pop.summary.2", "Target.3")]
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

    [CaughtBy(nameof(MinHeapProperties<>.Growing_copies_each_item_a_few_times))]
    [Breaks("Push.summary.2", "Target.2")]
    [Advice("An array that grows by a fixed number of places is copied O(n) times: let it grow by a factor.")]
    public sealed class GrowsByAFew : BinaryHeap<GrowsByAFew>
    {
        public override void Push(int item)
        {
            if (Items.Count == Items.Capacity) Items.Capacity += 256;
            base.Push(item);
        }
    }

    [CaughtBy(nameof(MinHeapProperties<>.Growing_copies_each_item_a_few_times))]
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

    [CaughtBy(nameof(MinHeapProperties<>.A_heap_and_what_it_is_built_from_are_apart))]
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
