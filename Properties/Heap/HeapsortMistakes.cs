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
    [Breaks("Heapsort.summary.1", "Sort.summary.1")]
    [Advice("The last parent is n / 2 - 1: a loop that starts one lower never looks at its children.")]
    public sealed class SkipsTheLastParent : Sorter<SkipsTheLastParent>
    {
        protected override int LastParent(int n) => n / 2 - 2;
    }

    [CaughtBy(nameof(HeapsortProperties<>.The_items_end_up_in_ascending_order))]
    [Breaks("Sort.summary.1")]
    [Advice("A heap of two is not sorted: take the top away until a single item is left.")]
    public sealed class LeavesTheLastTwo : Sorter<LeavesTheLastTwo>
    {
        protected override int Stop => 1;
    }

    [CaughtBy(nameof(HeapsortProperties<>.The_items_end_up_in_ascending_order))]
    [Breaks("Sort.summary.1")]
    [Advice("The top goes to the end: build a heap of the largest, or the items descend.")]
    public sealed class BuildsAHeapOfTheSmallest : Sorter<BuildsAHeapOfTheSmallest>
    {
        protected override bool Less<T>(T x, T y, IComparer<T> order) => order.Compare(x, y) > 0;
    }

    [CaughtBy(nameof(HeapsortProperties<>.The_items_end_up_in_ascending_order))]
    [Breaks("Sort.summary.1")]
    [Advice("The heap shrinks with every top that leaves it: do not sift into the part that is sorted already.")]
    public sealed class SiftsIntoTheSortedPart : Sorter<SiftsIntoTheSortedPart>
    {
        protected override int HeapAfter(int end) => end + 1;
    }

    [CaughtBy(nameof(HeapsortProperties<>.Under_the_opposite_order_the_items_descend))]
    [Breaks("Sort.summary.1")]
    [Advice("Ask the comparer that was given; Comparer<T>.Default is somebody else's order.")]
    public sealed class UsesTheNaturalOrder : Sorter<UsesTheNaturalOrder>
    {
        protected override bool Less<T>(T x, T y, IComparer<T> order) => Comparer<T>.Default.Compare(x, y) < 0;
    }

    [CaughtBy(nameof(HeapsortProperties<>.Only_the_sign_of_a_comparison_counts))]
    [Breaks("Sort.summary.3", "Constraints.3")]
    [Advice("A comparer may return any negative number for less: test < 0, not == -1.")]
    public sealed class ExpectsMinusOne : Sorter<ExpectsMinusOne>
    {
        protected override bool Less<T>(T x, T y, IComparer<T> order) => order.Compare(x, y) == -1;
    }

    [CaughtBy(nameof(HeapsortProperties<>.Items_that_tie_are_all_kept))]
    [Breaks("Sort.summary.1", "Constraints.2")]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : Sorter<KeepsOneOfTies>
    {
        protected override void Run<T>(T[] items, IComparer<T> order) => new SortedSet<T>(items, order).CopyTo(items);
    }

    [CaughtBy(nameof(HeapsortProperties<>.A_hundred_and_fifty_thousand_wide_items_do_not_take_quadratic_time))]
    [Breaks("Constraints.1")]
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
    [Breaks("Sort.summary.2", "Target.1")]
    [Advice("After the top has left, only the root is out of place: sift that one down instead of building the heap again.")]
    public sealed class RebuildsTheHeap : Sorter<RebuildsTheHeap>
    {
        protected override void Restore<T>(T[] items, int n, IComparer<T> order) => Heapify(items, n, order);
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.A_multiple_of_n_log_n_comparisons_is_enough))]
    [Breaks("Sort.summary.2", "Target.1")]
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
    [Breaks("Sort.summary.2", "Target.2")]
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

    [CaughtBy(nameof(HeapsortCostProperties<>.An_order_that_makes_quicksort_quadratic_does_no_harm))]
    [Breaks("Sort.summary.2", "Target.1")]
    [Advice("The median of three makes bad luck rare, but an order can be made up against it: a heap needs no luck.")]
    public sealed class QuicksortsByTheMedianOfThree : Sorter<QuicksortsByTheMedianOfThree>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            var parts = new Stack<(int From, int To)>([(0, items.Length - 1)]);
            while (parts.TryPop(out var part))
            {
                if (part.To <= part.From) continue;
                T pivot = Median(items[part.From], items[(part.From + part.To) / 2], items[part.To], order);
                int i = part.From, j = part.To;
                while (i <= j)
                {
                    while (Less(items[i], pivot, order)) i++;
                    while (Less(pivot, items[j], order)) j--;
                    if (i > j) break;
                    (items[i], items[j]) = (items[j--], items[i++]);
                }
                parts.Push((part.From, j));
                parts.Push((i, part.To));
            }
        }

        private T Median<T>(T a, T b, T c, IComparer<T> order)
        {
            if (Less(b, a, order)) (a, b) = (b, a);
            return Less(c, a, order) ? a : Less(c, b, order) ? c : b;
        }
    }

    [CaughtBy(nameof(HeapsortProperties<>.Three_hundred_thousand_numbers_are_sorted))]
    [Breaks("Constraints.1")]
    [Advice("A length in 16 bits ends at 65 535, and then begins again at 0: keep lengths and places in int.")]
    public sealed class CountsInSixteenBits : Sorter<CountsInSixteenBits>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            var counted = items[..(ushort)items.Length];
            base.Run(counted, order);
            counted.CopyTo(items, 0);
        }
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.There_is_no_second_array))]
    [Breaks("Sort.summary.2", "Target.2")]
    [Advice("A second array that is kept for the next call is a second array still: sort within the given one.")]
    public sealed class KeepsASecondArray : Sorter<KeepsASecondArray>
    {
        private static class Kept<T>
        {
            [ThreadStatic] public static T[]? Items;
        }

        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            if (Kept<T>.Items is not { } sorted || sorted.Length < items.Length) sorted = Kept<T>.Items = new T[items.Length];
            items.CopyTo(sorted, 0);
            Array.Sort(sorted, 0, items.Length, order);
            Array.Copy(sorted, items, items.Length);
        }
    }

    [CaughtBy(nameof(HeapsortProperties<>.After_an_order_that_throws_the_next_array_is_sorted))]
    [Breaks("Sort.summary.1")]
    [Advice("An order may throw in the middle: what marks a sort as running must be taken back then too, or not exist.")]
    public sealed class GuardsAgainstItself : Sorter<GuardsAgainstItself>
    {
        [ThreadStatic] private static bool s_runs;

        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            if (s_runs) return;
            s_runs = true;
            base.Run(items, order);
            s_runs = false;
        }
    }

    [CaughtBy(nameof(HeapsortProperties<>.An_array_of_a_narrower_type_is_sorted_too))]
    [Breaks("Sort.summary.1")]
    [Advice("An object[] may be a string[], and no span of objects goes over that: work on the array.")]
    public sealed class SortsThroughASpan : Sorter<SortsThroughASpan>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            Span<T> _ = items;
            base.Run(items, order);
        }
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.A_multiple_of_n_log_n_comparisons_is_enough))]
    [Breaks("Sort.summary.2", "Target.1")]
    [Advice("Few places where an item is less than the one before do not make an array nearly sorted: two rising halves have one.")]
    public sealed class InsertsWhereLittleFalls : Sorter<InsertsWhereLittleFalls>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            int falls = 0;
            for (int i = 1; i < items.Length; i++)
                if (order.Compare(items[i - 1], items[i]) > 0) falls++;
            if (falls > 4) base.Run(items, order);
            else
                for (int i = 1; i < items.Length; i++)
                    for (int j = i; j > 0 && order.Compare(items[j - 1], items[j]) > 0; j--) (items[j - 1], items[j]) = (items[j], items[j - 1]);
        }
    }

    [CaughtBy(nameof(HeapsortCostProperties<>.There_is_no_second_array))]
    [Breaks("Sort.summary.2", "Target.2")]
    [Advice("Two rising halves are merged in no time, but with a copy of one of them: O(1) space holds for them too.")]
    public sealed class MergesTwoRuns : Sorter<MergesTwoRuns>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            int half = 1;
            while (half < items.Length && order.Compare(items[half - 1], items[half]) <= 0) half++;
            for (int i = half + 1; i < items.Length; i++)
                if (order.Compare(items[i - 1], items[i]) > 0)
                {
                    base.Run(items, order);
                    return;
                }
            T[] first = items[..Math.Min(half, items.Length)];
            for (int to = 0, i = 0, j = half; i < first.Length; to++) items[to] = j < items.Length && order.Compare(items[j], first[i]) < 0 ? items[j++] : first[i++];
        }
    }
    [CaughtBy(nameof(HeapsortCostProperties<>.One_item_below_a_thousand_that_tie_takes_no_more_comparisons))]
    [Breaks("Sort.summary.2", "Target.1")]
    [Advice("To ask before each exchange whether all that is left ties costs as much as there is left: go on without asking.")]
    public sealed class StopsWhenAllTie : Sorter<StopsWhenAllTie>
    {
        protected override void Run<T>(T[] items, IComparer<T> order)
        {
            Heapify(items, items.Length, order);
            for (int end = items.Length - 1; end > 0; end--)
            {
                int last = end;
                while (last > 0 && order.Compare(items[last], items[0]) == 0) last--;
                if (last == 0) return;
                (items[0], items[end]) = (items[end], items[0]);
                Restore(items, end, order);
            }
        }
    }
}
