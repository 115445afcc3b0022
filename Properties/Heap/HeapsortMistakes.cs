namespace Etudes.Heap;

public static class HeapsortMistakes
{
    /// <summary>Heapsort as most people write it; each mistake spoils one part.</summary>
    public abstract class Sorter<TSelf> : IHeapsort where TSelf : Sorter<TSelf>, new()
    {
        public static void Sort<T>(T[] items, IComparer<T> order) => new TSelf().Run(items, order);

        protected virtual int LastParent(int n) => n / 2 - 1;
        protected virtual int Stop => 0;
        protected virtual int HeapAfter(int end) => end;

        protected virtual void Run<T>(T[] items, IComparer<T> order)
        {
            Heapify(items, items.Length, order);
            for (int end = items.Length - 1; end > Stop; end--)
            {
                (items[0], items[end]) = (items[end], items[0]);
                Restore(items, HeapAfter(end), order);
            }
        }

        protected virtual void Restore<T>(T[] items, int n, IComparer<T> order) => SiftDown(items, 0, n, order);

        protected void Heapify<T>(T[] items, int n, IComparer<T> order)
        {
            for (int i = LastParent(n); i >= 0; i--) SiftDown(items, i, n, order);
        }

        protected virtual bool Less<T>(T x, T y, IComparer<T> order) => order.Compare(x, y) < 0;

        private void SiftDown<T>(T[] items, int i, int n, IComparer<T> order)
        {
            for (int child; (child = 2 * i + 1) < n; i = child)
            {
                if (child + 1 < n && Less(items[child], items[child + 1], order)) child++;
                if (!Less(items[i], items[child], order)) return;
                (items[i], items[child]) = (items[child], items[i]);
            }
        }
    }

    [CaughtBy(nameof(HeapsortProperties<>.The_items_end_up_in_ascending_order))]
    [Advice("The last parent is n / 2 - 1: a loop that starts one lower never looks at its children.")]
    public sealed class SkipsTheLastParent : Sorter<SkipsTheLastParent>
    {
        protected override int LastParent(int n) => n / 2 - 2;
    }

    [CaughtBy(nameof(HeapsortProperties<>.The_items_end_up_in_ascending_order))]
    [Advice("A heap of two is not sorted: take the top away until a single item is left.")]
    public sealed class LeavesTheLastTwo : Sorter<LeavesTheLastTwo>
    {
        protected override int Stop => 1;
    }

    [CaughtBy(nameof(HeapsortProperties<>.The_items_end_up_in_ascending_order))]
    [Advice("The heap shrinks with every top that leaves it: do not sift into the part that is sorted already.")]
    public sealed class SiftsIntoTheSortedPart : Sorter<SiftsIntoTheSortedPart>
    {
        protected override int HeapAfter(int end) => end + 1;
    }

    [CaughtBy(nameof(HeapsortProperties<>.Under_the_opposite_order_the_items_descend))]
    [Advice("Ask the comparer that was given; Comparer<T>.Default is somebody else's order.")]
    public sealed class UsesTheNaturalOrder : Sorter<UsesTheNaturalOrder>
    {
        protected override bool Less<T>(T x, T y, IComparer<T> order) => Comparer<T>.Default.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(HeapsortProperties<>.Only_the_sign_of_a_comparison_counts))]
    [Advice("A comparer may return any negative number for less: test < 0, not == -1.")]
    public sealed class ExpectsMinusOne : Sorter<ExpectsMinusOne>
    {
        protected override bool Less<T>(T x, T y, IComparer<T> order) => order.Compare(x, y) == -1;
    }

    [CaughtBy(nameof(HeapsortProperties<>.Items_that_tie_are_all_kept))]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : Sorter<KeepsOneOfTies>
    {
        protected override void Run<T>(T[] items, IComparer<T> order) => new SortedSet<T>(items, order).CopyTo(items);
    }

    [CaughtBy(nameof(HeapsortProperties<>.Eighty_thousand_wide_items_do_not_take_quadratic_time))]
    [Advice("Finding an item's place by halving is quick, but making room there moves O(n) items.")]
    public sealed class InsertsByBinarySearch : Sorter<InsertsByBinarySearch>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            for (int i = 1; i < items.Length; i++)
            {
                LawRunner.EndIfGivenUp();
                T item = items[i];
                int found = Array.BinarySearch(items, 0, i, item, order), at = found < 0 ? ~found : found;
                Array.Copy(items, at, items, at + 1, i - at);
                items[at] = item;
            }
        }
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.A_multiple_of_n_log_n_comparisons_is_enough))]
    [Advice("After the top has left, only the root is out of place: sift that one down instead of building the heap again.")]
    public sealed class RebuildsTheHeap : Sorter<RebuildsTheHeap>
    {
        protected override void Restore<T>(T[] items, int n, IComparer<T> order) => Heapify(items, n, order);
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.A_multiple_of_n_log_n_comparisons_is_enough))]
    [Advice("Quicksort by its first item is quadratic on what is sorted already; a heap is O(n log n) on everything.")]
    public sealed class QuicksortsByTheFirst : Sorter<QuicksortsByTheFirst>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            var parts = new Stack<(int From, int To)>([(0, items.Length)]);
            while (parts.TryPop(out var part))
            {
                if (part.To - part.From < 2) continue;
                int pivot = part.From;
                for (int i = part.From + 1; i < part.To; i++)
                {
                    if (!Less(items[i], items[part.From], order)) continue;
                    pivot++;
                    (items[pivot], items[i]) = (items[i], items[pivot]);
                }
                (items[part.From], items[pivot]) = (items[pivot], items[part.From]);
                parts.Push((part.From, pivot));
                parts.Push((pivot + 1, part.To));
            }
        }
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.There_is_no_second_array))]
    [Advice("Popping into another array takes O(n) space: the place that the shrinking heap frees at the end is free for its top.")]
    public sealed class PopsIntoAnotherArray : Sorter<PopsIntoAnotherArray>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            var sorted = (T[])items.Clone();
            base.Run(sorted, order);
            sorted.CopyTo(items, 0);
        }
    }
}
