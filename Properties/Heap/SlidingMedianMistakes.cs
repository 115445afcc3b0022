namespace Etudes.Heap;

public static class SlidingMedianMistakes
{
    /// <summary>The window as a sorted list; each mistake spoils one part.</summary>
    public abstract class SortedWindow<TSelf> : ISlidingMedian where TSelf : SortedWindow<TSelf>, new()
    {
        protected List<int> Sorted { get; } = [];

        public static double[] Medians(int[] numbers, int window)
        {
            var self = new TSelf();
            self.Check(numbers, window);
            return [.. self.Slide(numbers, window)];
        }

        protected virtual void Check(int[] numbers, int window)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(window, numbers.Length);
        }

        protected virtual IEnumerable<double> Slide(int[] numbers, int window)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                LawRunner.EndIfGivenUp();
                if (i >= window) Remove(numbers[i - window]);
                Add(numbers[i]);
                if (i >= window - 1) yield return Median;
            }
        }

        protected virtual void Add(int number)
        {
            int at = Sorted.BinarySearch(number);
            Sorted.Insert(at < 0 ? ~at : at, number);
        }

        protected virtual void Remove(int number) => Sorted.RemoveAt(Sorted.BinarySearch(number));

        protected virtual double Median => ((long)Sorted[(Sorted.Count - 1) / 2] + Sorted[Sorted.Count / 2]) / 2.0;
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.Each_step_of_a_large_window_takes_logarithmic_time))]
    [Breaks("Medians.summary.2", "Target.1")]
    [Advice("Making room in a sorted window moves O(w) numbers per step: use two heaps.")]
    public sealed class InsertsIntoASortedWindow : SortedWindow<InsertsIntoASortedWindow>;

    [CaughtBy(nameof(SlidingMedianProperties<>.Each_window_has_the_median_of_its_sorted_numbers))]
    [Breaks("Medians.summary.1", "Constraints.2")]
    [Advice("The sum of the two middles overflows int: widen one of them before adding.")]
    public sealed class SumOverflows : SortedWindow<SumOverflows>
    {
        protected override double Median => (Sorted[(Sorted.Count - 1) / 2] + Sorted[Sorted.Count / 2]) / 2.0;
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.Turning_the_order_round_turns_the_medians_round))]
    [Breaks("Medians.summary.1")]
    [Advice("An even window has two middles; taking the upper one is half the answer.")]
    public sealed class TakesTheUpperMiddle : SortedWindow<TakesTheUpperMiddle>
    {
        protected override double Median => Sorted[Sorted.Count / 2];
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.Each_window_has_the_median_of_its_sorted_numbers))]
    [Breaks("Constraints.2")]
    [Advice("a - b overflows int when a and b lie far apart: compare with CompareTo.")]
    public sealed class ComparesByDifference : SortedWindow<ComparesByDifference>
    {
        private static readonly Comparer<int> s_difference = Comparer<int>.Create((a, b) => a - b);

        protected override void Add(int number)
        {
            int at = Sorted.BinarySearch(number, s_difference);
            Sorted.Insert(at < 0 ? ~at : at, number);
        }

        protected override void Remove(int number) => Sorted.Remove(number);
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_number_that_has_left_has_no_say))]
    [Breaks("Medians.summary.1")]
    [Advice("When a number leaves, remove it once, not all that equal it: they are still in the window.")]
    public sealed class RemovesAllThatAreEqual : SortedWindow<RemovesAllThatAreEqual>
    {
        protected override void Remove(int number) => Sorted.RemoveAll(x => x == number);
        protected override double Median => Sorted.Count == 0 ? 0 : base.Median;
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_window_of_all_numbers_gives_one_median))]
    [Breaks("Medians.returns.1", "Constraints.4")]
    [Advice("n numbers have n - w + 1 windows: take the first median before the first number leaves.")]
    public sealed class MissesTheFirstWindow : SortedWindow<MissesTheFirstWindow>
    {
        protected override IEnumerable<double> Slide(int[] numbers, int window) => base.Slide(numbers, window).Skip(1);
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_window_of_all_numbers_gives_one_median))]
    [Breaks("Medians.returns.1", "Constraints.4")]
    [Advice("n numbers have n - w + 1 windows: the one that ends with the last number counts too.")]
    public sealed class MissesTheLastWindow : SortedWindow<MissesTheLastWindow>
    {
        protected override IEnumerable<double> Slide(int[] numbers, int window) => base.Slide(numbers, window).SkipLast(1);
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_window_of_one_number_gives_that_number))]
    [Breaks("Constraints.4")]
    [Advice("Removing before adding empties a window of one: do not look at a middle that is not there.")]
    public sealed class LooksAtAnEmptyWindow : SortedWindow<LooksAtAnEmptyWindow>
    {
        private bool _full;

        protected override void Remove(int number)
        {
            base.Remove(number);
            _full = true;
        }

        protected override void Add(int number)
        {
            int middle = Sorted.Count / 2;
            int at = _full && number >= Sorted[middle] ? middle : 0; // start from the half that the number belongs to
            while (at < Sorted.Count && Sorted[at] < number) at++;
            Sorted.Insert(at, number);
        }
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_window_outside_1_to_n_throws))]
    [Breaks("Medians.exception.1", "Constraints.4")]
    [Advice("A window wider than the numbers has no median: throw ArgumentOutOfRangeException instead of returning nothing.")]
    public sealed class AnswersNothingToABadWindow : SortedWindow<AnswersNothingToABadWindow>
    {
        protected override void Check(int[] numbers, int window) => ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);

        protected override IEnumerable<double> Slide(int[] numbers, int window) => window > numbers.Length ? [] : base.Slide(numbers, window);
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.The_input_is_left_alone))]
    [Breaks("Medians.numbers.1", "Constraints.3")]
    [Advice("Sorting a part of the input moves the caller's numbers: sort a copy.")]
    public sealed class SortsTheInput : SortedWindow<SortsTheInput>
    {
        protected override IEnumerable<double> Slide(int[] numbers, int window)
        {
            if (window == numbers.Length) Array.Sort(numbers); // nothing to slide
            return base.Slide(numbers, window);
        }
    }

    /// <summary>Two heaps of indices; the departed stay until they come to the top.</summary>
    [CaughtBy(nameof(SlidingMedianProperties<>.Each_window_has_the_median_of_its_sorted_numbers))]
    [Breaks("SlidingMedian.summary.1")]
    [Advice("The departed that still lie in a heap must not count when the halves are balanced: count the living.")]
    public sealed class CountsTheDeparted : SortedWindow<CountsTheDeparted>
    {
        private readonly PriorityQueue<int, int> _low = new(), _high = new();

        protected override IEnumerable<double> Slide(int[] numbers, int window)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                if (_low.Count == 0 || numbers[i] <= numbers[_low.Peek()]) _low.Enqueue(i, ~numbers[i]);
                else _high.Enqueue(i, numbers[i]);
                Prune(i - window);
                if (_low.Count > _high.Count + 1) _high.Enqueue(_low.Peek(), numbers[_low.Dequeue()]);
                else if (_low.Count < _high.Count) _low.Enqueue(_high.Peek(), ~numbers[_high.Dequeue()]);
                Prune(i - window);
                if (i < window - 1) continue;
                if (_low.Count == 0 || _high.Count == 0) yield return numbers[(_low.Count > 0 ? _low : _high).Peek()];
                else yield return window % 2 == 1 ? numbers[_low.Peek()] : ((long)numbers[_low.Peek()] + numbers[_high.Peek()]) / 2.0;
            }
        }

        private void Prune(int last)
        {
            while (_low.TryPeek(out int i, out _) && i <= last) _low.Dequeue();
            while (_high.TryPeek(out int i, out _) && i <= last) _high.Dequeue();
        }
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.Each_window_has_the_median_of_its_sorted_numbers))]
    [Breaks("Medians.window.1")]
    [Advice("A window of w holds w numbers: the oldest leaves when the next one enters, not one step later.")]
    public sealed class HoldsOneMore : SortedWindow<HoldsOneMore>
    {
        protected override IEnumerable<double> Slide(int[] numbers, int window)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                if (i > window) Remove(numbers[i - window - 1]);
                Add(numbers[i]);
                if (i >= window - 1) yield return Median;
            }
        }
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_window_outside_1_to_n_throws))]
    [Breaks("Medians.exception.1", "Constraints.4")]
    [Advice("A window that is cut to the numbers there are answers a question that nobody asked: throw ArgumentOutOfRangeException.")]
    public sealed class CutsTheWindow : SortedWindow<CutsTheWindow>
    {
        protected override void Check(int[] numbers, int window) => ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);

        protected override IEnumerable<double> Slide(int[] numbers, int window) => base.Slide(numbers, Math.Min(window, numbers.Length));
    }

    /// <summary>All numbers so far are kept; each median is looked for among those that are still in the window.</summary>
    [CaughtBy(nameof(SlidingMedianProperties<>.A_small_window_costs_no_more_for_many_numbers))]
    [Breaks("Medians.summary.2", "Target.1")]
    [Advice("What has left and still lies about makes each step cost as if it were in: take it out, or clear it away now and then.")]
    public sealed class NeverClearsAway : SortedWindow<NeverClearsAway>
    {
        protected override IEnumerable<double> Slide(int[] numbers, int window)
        {
            List<int> all = [];
            for (int i = 0; i < numbers.Length; i++)
            {
                LawRunner.EndIfGivenUp();
                all.Insert(0, numbers[i]);
                if (i < window - 1) continue;
                int[] sorted = [.. all.Take(window).Order()];
                yield return ((long)sorted[(window - 1) / 2] + sorted[window / 2]) / 2.0;
            }
        }
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.Each_step_of_a_large_window_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A place in 16 bits ends at 65 535, and then begins again at 0: keep places in int.")]
    public sealed class CountsInSixteenBits : ISlidingMedian
    {
        public static double[] Medians(int[] numbers, int window)
        {
            double[] medians = SlidingMedian.Medians(numbers, window);
            return [.. medians.Select((_, i) => medians[(ushort)i])];
        }
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.A_large_window_may_hold_many_equal_numbers))]
    [Breaks("Medians.summary.1", "Constraints.1")]
    [Advice("A set tells equal numbers apart by their places: 16 bits of a place are the same again after 65 536 numbers.")]
    public sealed class TellsPlacesApartBySixteenBits : ISlidingMedian
    {
        public static double[] Medians(int[] numbers, int window)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(window, numbers.Length);
            var (low, high, medians) = (new SortedSet<(int, ushort)>(), new SortedSet<(int, ushort)>(), new List<double>());
            for (int i = 0; i < numbers.Length; i++)
            {
                LawRunner.EndIfGivenUp();
                if (i >= window && !low.Remove(Key(i - window))) high.Remove(Key(i - window));
                (low.Count > 0 && Key(i).CompareTo(low.Max) < 0 ? low : high).Add(Key(i));
                while (low.Count > high.Count + 1) Move(low, high, low.Max);
                while (low.Count < high.Count) Move(high, low, high.Min);
                if (i >= window - 1) medians.Add(((long)low.Max.Item1 + (window % 2 == 1 ? low.Max : high.Min).Item1) / 2.0);
            }
            return [.. medians];

            (int, ushort) Key(int i) => (numbers[i], (ushort)i);
        }

        private static void Move(SortedSet<(int, ushort)> from, SortedSet<(int, ushort)> to, (int, ushort) key)
        {
            from.Remove(key);
            to.Add(key);
        }
    }

    [CaughtBy(nameof(SlidingMedianProperties<>.What_its_owner_overwrites_is_another_input))]
    [Breaks("Medians.summary.1")]
    [Advice("The same array may hold other numbers at the next call: what is remembered of it is out of date.")]
    public sealed class RemembersTheArray : ISlidingMedian
    {
        [ThreadStatic] private static (int[] Numbers, int Window, double[] Medians)? s_last;

        public static double[] Medians(int[] numbers, int window)
        {
            if (s_last is { } last && last.Numbers == numbers && last.Window == window) return [.. last.Medians];
            double[] medians = SlidingMedian.Medians(numbers, window);
            s_last = (numbers, window, medians);
            return [.. medians];
        }
    }
}
