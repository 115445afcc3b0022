namespace Etudes.Heap;

public static class IntervalHeapMistakes
{
    /// <summary>An interval heap that swaps its way up and down; each mistake spoils one part. Side 0 is the low one, 1 the high one.</summary>
    public abstract class Intervals<TSelf> : IIntervalHeap<TSelf, int> where TSelf : Intervals<TSelf>, new()
    {
        protected virtual List<int> Items { get; } = [];
        protected virtual IComparer<int> Order { get; set; } = Comparer<int>.Default;

        public static TSelf Empty(IComparer<int> order)
        {
            var heap = new TSelf();
            heap.Use(order);
            return heap;
        }

        protected virtual void Use(IComparer<int> order) => Order = order;

        public virtual int Count => Items.Count;
        public virtual int Min => Items[Items.Count > 0 ? 0 : throw new InvalidOperationException()];
        public virtual int Max => Items[Items.Count > 0 ? End(0, 1) : throw new InvalidOperationException()];

        public virtual void Push(int item)
        {
            Items.Add(item);
            Pair(Items.Count - 1);
            for (int side = 0; side < 2; side++) Rise((Items.Count - 1) / 2, side);
        }

        public virtual int PopMin() => Pop(Min, 0);
        public virtual int PopMax() => Pop(Max, 1);

        private int Pop(int top, int side)
        {
            Items[End(0, side)] = Items[^1];
            Items.RemoveAt(Items.Count - 1);
            if (Items.Count > 0) Sink(0, side);
            return top;
        }

        protected virtual void Pair(int place) => Untangle(place / 2);

        protected virtual void Rise(int node, int side)
        {
            for (; node > 0 && Before(End(node, side), End((node - 1) / 2, side), side); node = (node - 1) / 2)
                Swap(End(node, side), End((node - 1) / 2, side));
        }

        protected virtual void Sink(int node, int side)
        {
            for (int child; ; node = child)
            {
                Untangle(node);
                child = 2 * node + 1;
                if (2 * child >= Items.Count) return;
                if (2 * child + 2 < Items.Count && Before(End(child + 1, side), End(child, side), side)) child++;
                if (!Before(End(child, side), End(node, side), side)) return;
                Swap(End(node, side), End(child, side));
            }
        }

        protected virtual void Untangle(int node)
        {
            if (Before(End(node, 1), End(node, 0), 0)) Swap(End(node, 0), End(node, 1));
        }

        protected int End(int node, int side) => Math.Min(2 * node + side, Items.Count - 1);

        protected virtual bool Before(int a, int b, int side) => (side == 0 ? Order.Compare(Items[a], Items[b]) : Order.Compare(Items[b], Items[a])) < 0;

        protected void Swap(int a, int b) => (Items[a], Items[b]) = (Items[b], Items[a]);
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Behaves_like_a_sorted_list))]
    [Breaks("Push.summary.1")]
    [Advice("A new item may belong on the other side of its partner: exchange them before it rises.")]
    public sealed class NeverPairs : Intervals<NeverPairs>
    {
        protected override void Pair(int place) { }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Popped_from_above_the_items_descend))]
    [Breaks("Max.summary.1", "PopMax.summary.1")]
    [Advice("A new item can be the largest too: let it rise among the high ends as well.")]
    public sealed class RisesOnTheLowSideOnly : Intervals<RisesOnTheLowSideOnly>
    {
        protected override void Rise(int node, int side)
        {
            if (side == 0) base.Rise(node, side);
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Behaves_like_a_sorted_list))]
    [Breaks("PopMin.summary.1", "PopMax.summary.1")]
    [Advice("An item that sinks may pass the other end of a node: exchange the two in each node that it enters.")]
    public sealed class ForgetsThePartnerWhenSinking : Intervals<ForgetsThePartnerWhenSinking>
    {
        protected override void Pair(int place) => base.Untangle(place / 2);
        protected override void Untangle(int node) { }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Popped_from_below_the_items_ascend))]
    [Breaks("Min.summary.1", "PopMin.summary.1")]
    [Advice("Sink toward the child whose end is the more extreme of the two, or the other child breaks the order.")]
    public sealed class SinksToTheFirstChild : Intervals<SinksToTheFirstChild>
    {
        protected override void Sink(int node, int side)
        {
            Untangle(node);
            int child = 2 * node + 1;
            if (2 * child >= Count || !Before(End(child, side), End(node, side), side)) return;
            Swap(End(node, side), End(child, side));
            Sink(child, side);
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Behaves_like_a_sorted_list))]
    [Breaks("Max.summary.1")]
    [Advice("A lone item is both the smallest and the largest: place 1 does not exist yet.")]
    public sealed class LooksForThePartnerOfALoneItem : Intervals<LooksForThePartnerOfALoneItem>
    {
        public override int Max => Count > 0 ? Items[1] : base.Max;
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.The_order_is_the_comparers))]
    [Breaks("Empty.summary.2")]
    [Advice("Compare with the comparer that is given: the natural order may be another.")]
    public sealed class TakesTheNaturalOrder : Intervals<TakesTheNaturalOrder>
    {
        protected override void Use(IComparer<int> order) { }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Looking_into_an_empty_heap_throws))]
    [Breaks("Min.exception.1", "Max.exception.1", "PopMin.exception.1", "PopMax.exception.1", "Constraints.2")]
    [Advice("Reading place 0 of an empty list throws ArgumentOutOfRangeException: check, and throw InvalidOperationException.")]
    public sealed class ReadsAnEmptyList : Intervals<ReadsAnEmptyList>
    {
        public override int Min => Items[0];
        public override int Max => Items[Count == 1 ? 0 : 1];
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Two_heaps_share_nothing))]
    [Breaks("Empty.summary.1")]
    [Advice("A static list is shared by all heaps: make it a field of the object.")]
    public sealed class SharesItsItems : Intervals<SharesItsItems>
    {
        private static readonly List<int> s_shared = [];

        public SharesItsItems() => s_shared.Clear();

        protected override List<int> Items => s_shared;
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Items_that_are_equal_in_the_order_are_all_kept))]
    [Breaks("IntervalHeap.summary.1", "Push.summary.1")]
    [Advice("A sorted set keeps one of several items that its comparer calls equal: keep them all.")]
    public sealed class KeepsASet : IIntervalHeap<KeepsASet, int>
    {
        private SortedSet<int> _items = [];

        public static KeepsASet Empty(IComparer<int> order) => new() { _items = new(order) };

        public int Count => _items.Count;
        public int Min => Count > 0 ? _items.Min : throw new InvalidOperationException();
        public int Max => Count > 0 ? _items.Max : throw new InvalidOperationException();
        public void Push(int item) => _items.Add(item);
        public int PopMin() => Pop(Min);
        public int PopMax() => Pop(Max);

        private int Pop(int item)
        {
            _items.Remove(item);
            return item;
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Emptied_from_below_nothing_is_left_above))]
    [Breaks("IntervalHeap.summary.1")]
    [Advice("What one heap gives away is still in the other: take it out of both, or mark it as gone.")]
    public sealed class KeepsTwoHeaps : IIntervalHeap<KeepsTwoHeaps, int>
    {
        private readonly PriorityQueue<int, int> _low, _high;

        private KeepsTwoHeaps(IComparer<int> order) =>
            (_low, _high) = (new(order), new(Comparer<int>.Create((a, b) => order.Compare(b, a))));

        public static KeepsTwoHeaps Empty(IComparer<int> order) => new(order);

        public int Count { get; private set; }
        public int Min => Count > 0 ? _low.Peek() : throw new InvalidOperationException();
        public int Max => Count > 0 ? _high.Peek() : throw new InvalidOperationException();

        public void Push(int item)
        {
            _low.Enqueue(item, item);
            _high.Enqueue(item, item);
            Count++;
        }

        public int PopMin() => Pop(_low);
        public int PopMax() => Pop(_high);

        private int Pop(PriorityQueue<int, int> heap)
        {
            if (Count-- > 0) return heap.Dequeue();
            Count = 0;
            throw new InvalidOperationException();
        }
    }

    [CaughtBy(nameof(IntervalHeapCostProperties<>.Looking_takes_no_comparison))]
    [Breaks("Max.summary.2", "PopMax.summary.2", "Target.1")]
    [Advice("The largest item of a min-heap is some leaf, and there are n / 2 of them: keep the high ends in order too.")]
    public sealed class SearchesTheLeaves : Intervals<SearchesTheLeaves>
    {
        public override int Max => Items[Count > 0 ? Largest() : throw new InvalidOperationException()];

        public override int PopMax()
        {
            int max = Max;
            Items.RemoveAt(Largest());
            List<int> rest = [.. Items];
            Items.Clear();
            rest.ForEach(Push);
            return max;
        }

        private int Largest() => Enumerable.Range(0, Count).MaxBy(place => Items[place], Order);
    }

    [CaughtBy(nameof(IntervalHeapCostProperties<>.A_push_takes_logarithmically_many_comparisons))]
    [Breaks("Push.summary.2", "Target.2")]
    [Advice("Walking along a sorted list to the place of a new item takes O(n) comparisons.")]
    public sealed class WalksToThePlace : SortedItems<WalksToThePlace>
    {
        protected override int Place(int item)
        {
            int place = 0;
            while (place < Count && Order.Compare(Items[place], item) < 0) place++;
            return place;
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Each_of_six_hundred_thousand_items_takes_logarithmic_time))]
    [Breaks("Push.summary.2", "PopMin.summary.2")]
    [Advice("Binary search finds a place in O(log n), but making room there moves O(n) items.")]
    public sealed class InsertsIntoASortedList : SortedItems<InsertsIntoASortedList>
    {
        protected override int Place(int item)
        {
            LawRunner.EndIfGivenUp();
            int at = Items.BinarySearch(item, Order);
            return at < 0 ? ~at : at;
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Items_that_are_equal_in_the_order_are_all_kept))]
    [Breaks("IntervalHeap.summary.1", "PopMin.summary.1", "PopMax.summary.1")]
    [Advice("Two heaps break a tie each in its own way: what one gave away must be marked in the other by its own number, not by counting.")]
    public sealed class CountsWhatTwoHeapsGave : IIntervalHeap<CountsWhatTwoHeapsGave, int>
    {
        private readonly PriorityQueue<int, int> _low, _high;

        private CountsWhatTwoHeapsGave(IComparer<int> order) =>
            (_low, _high) = (new(order), new(Comparer<int>.Create((a, b) => order.Compare(b, a))));

        public static CountsWhatTwoHeapsGave Empty(IComparer<int> order) => new(order);

        public int Count { get; private set; }
        public int Min => Count > 0 ? _low.Peek() : throw new InvalidOperationException();
        public int Max => Count > 0 ? _high.Peek() : throw new InvalidOperationException();

        public void Push(int item)
        {
            _low.Enqueue(item, item);
            _high.Enqueue(item, item);
            Count++;
        }

        public int PopMin() => Pop(_low, Min);
        public int PopMax() => Pop(_high, Max);

        private int Pop(PriorityQueue<int, int> heap, int item)
        {
            heap.Dequeue();
            if (--Count > 0) return item;
            _low.Clear(); // nothing is left, whatever the other still holds
            _high.Clear();
            return item;
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Only_the_sign_of_a_comparison_counts))]
    [Breaks("Empty.summary.2")]
    [Advice("A comparer may return int.MinValue, and -int.MinValue is negative still: exchange the arguments instead of negating the result.")]
    public sealed class NegatesTheComparison : Intervals<NegatesTheComparison>
    {
        protected override bool Before(int a, int b, int side) => Order.Compare(Items[a], Items[b]) * (1 - 2 * side) < 0;
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Two_heaps_share_nothing))]
    [Breaks("Empty.summary.1", "Empty.summary.2")]
    [Advice("A static comparer is that of the heap that was made last: make it a field of the object.")]
    public sealed class SharesItsOrder : Intervals<SharesItsOrder>
    {
        private static IComparer<int> s_order = Comparer<int>.Default;

        protected override IComparer<int> Order
        {
            get => s_order;
            set => s_order = value;
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Looking_into_an_empty_heap_throws))]
    [Breaks("Count.summary.1", "Constraints.2")]
    [Advice("A pop that is refused takes nothing out: look whether there is an item before you count it down.")]
    public sealed class CountsDownBeforeItRefuses : Intervals<CountsDownBeforeItRefuses>
    {
        private int _refused;

        public override int Count => Items.Count - _refused;

        public override int PopMax()
        {
            if (Items.Count == 0) _refused++;
            return base.PopMax();
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.An_empty_heap_takes_hardly_any_room))]
    [Breaks("Empty.summary.3")]
    [Advice("Room for a million is too much for a heap that may stay empty: let it grow with its items.")]
    public sealed class MakesRoomForAMillion : Intervals<MakesRoomForAMillion>
    {
        protected override List<int> Items { get; } = new(1_000_000);
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Each_of_six_hundred_thousand_items_takes_logarithmic_time))]
    [Breaks("Count.summary.2")]
    [Advice("Counting the items one by one takes O(n) each time: keep the count.")]
    public sealed class CountsOneByOne : Intervals<CountsOneByOne>
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

    [CaughtBy(nameof(IntervalHeapProperties<>.Each_of_six_hundred_thousand_items_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : Intervals<CountsInSixteenBits>
    {
        public override int Count => (ushort)Items.Count;
    }

    [CaughtBy(nameof(IntervalHeapCostProperties<>.Looking_takes_no_comparison))]
    [Breaks("Min.summary.2", "Target.1")]
    [Advice("The smallest item is the low end of the root: there is nothing to search for.")]
    public sealed class SearchesForTheSmallest : Intervals<SearchesForTheSmallest>
    {
        public override int Min
        {
            get
            {
                LawRunner.EndIfGivenUp();
                return Items.Count > 0 ? Items.Min(Order) : base.Min;
            }
        }
    }

    /// <summary>A sorted list, both ends in reach.</summary>
    public abstract class SortedItems<TSelf> : Intervals<TSelf> where TSelf : SortedItems<TSelf>, new()
    {
        public override int Max => Items[Count > 0 ? Count - 1 : throw new InvalidOperationException()];
        public override void Push(int item) => Items.Insert(Place(item), item);
        public override int PopMin() => Pop(Min, 0);
        public override int PopMax() => Pop(Max, Count - 1);

        protected abstract int Place(int item);

        private int Pop(int item, int place)
        {
            Items.RemoveAt(place);
            return item;
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.What_comes_and_goes_does_not_make_the_room_shrink_and_grow_each_time))]
    [Breaks("Push.summary.2", "PopMin.summary.2")]
    [Advice("An array that is halved as soon as half of it is enough is doubled by the next push: shrink at a quarter, or never.")]
    public sealed class ShrinksAtOnce : Intervals<ShrinksAtOnce>
    {
        public override int PopMin()
        {
            int min = base.PopMin();
            if (Items.Count > 1 << 16 && Items.Count <= Items.Capacity / 2) Items.Capacity = Items.Count;
            return min;
        }
    }
}
