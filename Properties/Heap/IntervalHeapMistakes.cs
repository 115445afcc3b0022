namespace Etudes.Heap;

public static class IntervalHeapMistakes
{
    /// <summary>An interval heap that swaps its way up and down; each mistake spoils one part. Side 0 is the low one, 1 the high one.</summary>
    public abstract class Intervals<TSelf> : IIntervalHeap<TSelf, int> where TSelf : Intervals<TSelf>, new()
    {
        protected virtual List<int> Items { get; } = [];
        protected IComparer<int> Order { get; private set; } = Comparer<int>.Default;

        public static TSelf Empty(IComparer<int> order)
        {
            var heap = new TSelf();
            heap.Use(order);
            return heap;
        }

        protected virtual void Use(IComparer<int> order) => Order = order;

        public int Count => Items.Count;
        public virtual int Min => Items[Count > 0 ? 0 : throw new InvalidOperationException()];
        public virtual int Max => Items[Count > 0 ? End(0, 1) : throw new InvalidOperationException()];

        public virtual void Push(int item)
        {
            Items.Add(item);
            Pair(Count - 1);
            for (int side = 0; side < 2; side++) Rise((Count - 1) / 2, side);
        }

        public virtual int PopMin() => Pop(Min, 0);
        public virtual int PopMax() => Pop(Max, 1);

        private int Pop(int top, int side)
        {
            Items[End(0, side)] = Items[^1];
            Items.RemoveAt(Count - 1);
            if (Count > 0) Sink(0, side);
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
                if (2 * child >= Count) return;
                if (2 * child + 2 < Count && Before(End(child + 1, side), End(child, side), side)) child++;
                if (!Before(End(child, side), End(node, side), side)) return;
                Swap(End(node, side), End(child, side));
            }
        }

        protected virtual void Untangle(int node)
        {
            if (Before(End(node, 1), End(node, 0), 0)) Swap(End(node, 0), End(node, 1));
        }

        protected int End(int node, int side) => Math.Min(2 * node + side, Count - 1);

        protected bool Before(int a, int b, int side) => Order.Compare(Items[a], Items[b]) * (1 - 2 * side) < 0;

        protected void Swap(int a, int b) => (Items[a], Items[b]) = (Items[b], Items[a]);
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Behaves_like_a_sorted_list))]
    [Advice("A new item may belong on the other side of its partner: exchange them before it rises.")]
    public sealed class NeverPairs : Intervals<NeverPairs>
    {
        protected override void Pair(int place) { }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Popped_from_above_the_items_descend))]
    [Advice("A new item can be the largest too: let it rise among the high ends as well.")]
    public sealed class RisesOnTheLowSideOnly : Intervals<RisesOnTheLowSideOnly>
    {
        protected override void Rise(int node, int side)
        {
            if (side == 0) base.Rise(node, side);
        }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Behaves_like_a_sorted_list))]
    [Advice("An item that sinks may pass the other end of a node: exchange the two in each node that it enters.")]
    public sealed class ForgetsThePartnerWhenSinking : Intervals<ForgetsThePartnerWhenSinking>
    {
        protected override void Pair(int place) => base.Untangle(place / 2);
        protected override void Untangle(int node) { }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Popped_from_below_the_items_ascend))]
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
    [Advice("A lone item is both the smallest and the largest: place 1 does not exist yet.")]
    public sealed class LooksForThePartnerOfALoneItem : Intervals<LooksForThePartnerOfALoneItem>
    {
        public override int Max => Count > 0 ? Items[1] : base.Max;
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.The_order_is_the_comparers))]
    [Advice("Compare with the comparer that is given: the natural order may be another.")]
    public sealed class TakesTheNaturalOrder : Intervals<TakesTheNaturalOrder>
    {
        protected override void Use(IComparer<int> order) { }
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Looking_into_an_empty_heap_throws))]
    [Advice("Reading place 0 of an empty list throws ArgumentOutOfRangeException: check, and throw InvalidOperationException.")]
    public sealed class ReadsAnEmptyList : Intervals<ReadsAnEmptyList>
    {
        public override int Min => Items[0];
        public override int Max => Items[Count == 1 ? 0 : 1];
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Two_heaps_share_nothing))]
    [Advice("A static list is shared by all heaps: make it a field of the object.")]
    public sealed class SharesItsItems : Intervals<SharesItsItems>
    {
        private static readonly List<int> s_shared = [];

        public SharesItsItems() => s_shared.Clear();

        protected override List<int> Items => s_shared;
    }

    [CaughtBy(nameof(IntervalHeapProperties<>.Items_that_are_equal_in_the_order_are_all_kept))]
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

    [CaughtBy(nameof(IntervalHeapProperties<>.Each_of_400_000_items_takes_logarithmic_time))]
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
}
