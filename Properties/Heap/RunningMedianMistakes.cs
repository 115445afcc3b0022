namespace Etudes.Heap;

public static class RunningMedianMistakes
{
    /// <summary>The two heaps as most people write them; each mistake spoils one part.</summary>
    public abstract class TwoHeaps : IRunningMedian
    {
        protected virtual PriorityQueue<int, int> Low { get; } = new();
        protected virtual PriorityQueue<int, int> High { get; } = new();

        public virtual int Lower => Low.Count >= High.Count ? Low.Peek() : High.Peek();
        public virtual int Upper => High.Count >= Low.Count ? High.Peek() : Low.Peek();
        public virtual double Median => ((long)Lower + Upper) / 2.0;

        public virtual void Add(int number)
        {
            if (Low.Count == 0 || number <= Low.Peek()) Low.Enqueue(number, ~number);
            else High.Enqueue(number, number);
            Rebalance();
        }

        protected virtual void Rebalance()
        {
            if (Low.Count > High.Count + 1) High.Enqueue(Low.Peek(), Low.Dequeue());
            else if (High.Count > Low.Count) Low.Enqueue(High.Peek(), ~High.Dequeue());
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_middles_are_those_of_the_sorted_numbers))]
    [Breaks("Lower.summary.1", "Upper.summary.1")]
    [Advice("Move a number from the larger heap to the other when their sizes differ by more than one.")]
    public sealed class NeverRebalances : TwoHeaps
    {
        protected override void Rebalance() { }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_order_of_the_numbers_does_not_matter))]
    [Breaks("RunningMedian.summary.1")]
    [Advice("Compare a new number with the top of a heap before choosing its heap; taking turns mixes the halves.")]
    public sealed class TakesTurns : TwoHeaps
    {
        public override void Add(int number)
        {
            if (Low.Count <= High.Count) Low.Enqueue(number, ~number);
            else High.Enqueue(number, number);
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_middles_are_those_of_the_sorted_numbers))]
    [Breaks("Lower.summary.1", "Constraints.2")]
    [Advice("-int.MinValue is int.MinValue again: order the max-heap by ~x, which cannot overflow.")]
    public sealed class NegatesMinValue : TwoHeaps
    {
        public override void Add(int number)
        {
            Low.Enqueue(number, -number);
            int largest = Low.Dequeue();
            High.Enqueue(largest, largest);
            if (High.Count > Low.Count) Low.Enqueue(High.Peek(), -High.Dequeue());
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_middles_are_those_of_the_sorted_numbers))]
    [Breaks("Add.summary.1")]
    [Advice("Keep equal numbers as often as they come; a set keeps them once.")]
    public sealed class DropsDuplicates : TwoHeaps
    {
        private readonly HashSet<int> _seen = [];

        public override void Add(int number)
        {
            if (_seen.Add(number)) base.Add(number);
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_median_is_the_mean_of_the_two_middles))]
    [Breaks("Median.summary.1", "Constraints.2")]
    [Advice("Lower + Upper overflows int: widen one of them before adding.")]
    public sealed class SumOverflows : TwoHeaps
    {
        public override double Median => (Lower + Upper) / 2.0;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_median_is_the_mean_of_the_two_middles))]
    [Breaks("Median.summary.1")]
    [Advice("Dividing an integer by 2 drops the half: divide by 2.0.")]
    public sealed class DropsTheHalf : TwoHeaps
    {
        public override double Median => ((long)Lower + Upper) / 2;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Asking_before_the_first_number_throws))]
    [Breaks("Lower.exception.1", "Upper.exception.1", "Median.exception.1", "Constraints.3")]
    [Advice("Without numbers there is no median: throw InvalidOperationException instead of answering 0.")]
    public sealed class AnswersZeroWhenEmpty : TwoHeaps
    {
        public override int Lower => Low.Count == 0 ? 0 : base.Lower;
        public override int Upper => Low.Count == 0 ? 0 : base.Upper;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Asking_changes_nothing))]
    [Breaks("Median.summary.1")]
    [Advice("Look at the tops without taking them out: asking must leave the heaps as they are.")]
    public sealed class TakesOutWhatItReads : TwoHeaps
    {
        public override double Median => Low.Count > High.Count && Low.Count > 1 ? Low.Dequeue() : base.Median;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Two_medians_share_nothing))]
    [Breaks("RunningMedian.summary.2")]
    [Advice("Static heaps are shared by all medians: make them fields of the object.")]
    public sealed class SharesItsHeaps : TwoHeaps
    {
        private static readonly PriorityQueue<int, int> s_sharedLow = new(), s_sharedHigh = new();

        public SharesItsHeaps()
        {
            s_sharedLow.Clear();
            s_sharedHigh.Clear();
        }

        protected override PriorityQueue<int, int> Low => s_sharedLow;
        protected override PriorityQueue<int, int> High => s_sharedHigh;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Add.summary.2", "Target.1")]
    [Advice("Making room in a sorted list moves O(n) numbers for each one added: use two heaps.")]
    public sealed class InsertsIntoASortedList : IRunningMedian
    {
        private readonly List<int> _sorted = [];

        public int Lower => _sorted.Count > 0 ? _sorted[(_sorted.Count - 1) / 2] : throw new InvalidOperationException();
        public int Upper => _sorted.Count > 0 ? _sorted[_sorted.Count / 2] : throw new InvalidOperationException();
        public double Median => ((long)Lower + Upper) / 2.0;

        public void Add(int number)
        {
            LawRunner.EndIfGivenUp();
            int at = _sorted.BinarySearch(number);
            _sorted.Insert(at < 0 ? ~at : at, number);
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_middles_are_those_of_the_sorted_numbers))]
    [Breaks("Upper.summary.1")]
    [Advice("Of an even count of numbers the upper middle is the top of the other heap.")]
    public sealed class GivesTheLowerTwice : TwoHeaps
    {
        public override int Upper => Lower;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_median_is_the_mean_of_the_two_middles))]
    [Breaks("Median.summary.1")]
    [Advice("A median that was kept is out of date as soon as a number is added: compute it anew, or forget it in Add.")]
    public sealed class KeepsTheFirstMedian : TwoHeaps
    {
        private double? _median;

        public override double Median => _median ??= base.Median;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_median_is_the_mean_of_the_two_middles))]
    [Breaks("Median.summary.1")]
    [Advice("A float has 24 bits, too few for an int: compute the mean in double.")]
    public sealed class MeansInFloat : TwoHeaps
    {
        public override double Median => ((float)Lower + Upper) / 2f;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Asking_before_the_first_number_throws))]
    [Breaks("Median.exception.1", "Constraints.3")]
    [Advice("0 / 0 is NaN and no exception: without numbers there is no median, so throw InvalidOperationException.")]
    public sealed class AnswersNaNWhenEmpty : TwoHeaps
    {
        public override double Median => Low.Count == 0 ? double.NaN : base.Median;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Lower.summary.2", "Upper.summary.2", "Median.summary.2", "Target.2")]
    [Advice("Sorting when asked makes each question cost what all the numbers cost: let Add do the work, so that the middles are on top.")]
    public sealed class SortsWhenAsked : IRunningMedian
    {
        private readonly List<int> _numbers = [];
        private bool _sorted;

        public int Lower => At((_numbers.Count - 1) / 2);
        public int Upper => At(_numbers.Count / 2);
        public double Median => ((long)Lower + Upper) / 2.0;

        public void Add(int number)
        {
            _numbers.Add(number);
            _sorted = false;
        }

        private int At(int place)
        {
            LawRunner.EndIfGivenUp();
            if (_numbers.Count == 0) throw new InvalidOperationException();
            if (!_sorted) _numbers.Sort();
            _sorted = true;
            return _numbers[place];
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Each_of_a_million_numbers_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : TwoHeaps
    {
        protected override void Rebalance()
        {
            if ((ushort)Low.Count > (ushort)(High.Count + 1)) High.Enqueue(Low.Peek(), Low.Dequeue());
            else if ((ushort)High.Count > (ushort)Low.Count) Low.Enqueue(High.Peek(), ~High.Dequeue());
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Numbers_from_both_ends_in_turn_take_logarithmic_time_too))]
    [Breaks("Add.summary.2", "Target.1")]
    [Advice("A search from the nearer end is quick for sorted numbers only: what comes in between costs O(n).")]
    public sealed class SearchesFromTheNearerEnd : IRunningMedian
    {
        private readonly LinkedList<int> _sorted = [];

        public int Lower => At((_sorted.Count - 1) / 2);
        public int Upper => At(_sorted.Count / 2);
        public double Median => ((long)Lower + Upper) / 2.0;

        public void Add(int number)
        {
            LawRunner.EndIfGivenUp();
            var (first, last) = (_sorted.First, _sorted.Last);
            while (first is not null && last is not null && first.Value < number && last.Value > number) (first, last) = (first.Next, last.Previous);
            if (first is null || last is null) _sorted.AddLast(number);
            else if (first.Value >= number) _sorted.AddBefore(first, number);
            else _sorted.AddAfter(last, number);
        }

        private int At(int place) => _sorted.Count > 0 ? _sorted.ElementAt(place) : throw new InvalidOperationException();
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Numbers_from_both_ends_in_turn_take_logarithmic_time_too))]
    [Breaks("Median.summary.1")]
    [Advice("A count in a byte is the same again after 256 numbers, so a kept median looks fresh: forget it in Add.")]
    public sealed class TellsCountsApartByAByte : TwoHeaps
    {
        private byte _count, _asked;
        private double _median;

        public override void Add(int number)
        {
            base.Add(number);
            _count++;
        }

        public override double Median
        {
            get
            {
                if (_asked != _count || _median == 0) (_asked, _median) = (_count, base.Median);
                return _median;
            }
        }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_first_question_after_many_numbers_makes_no_room))]
    [Breaks("Median.summary.2", "Target.2")]
    [Advice("Whoever only collects makes the next question wait for all that has come: put each number into its heap at once.")]
    public sealed class CollectsUntilAsked : TwoHeaps
    {
        private readonly List<int> _new = [];

        public override int Lower => Settled(() => base.Lower);
        public override int Upper => Settled(() => base.Upper);

        public override void Add(int number) => _new.Add(number);

        private int Settled(Func<int> ask)
        {
            foreach (int number in _new) base.Add(number);
            _new.Clear();
            return ask();
        }
    }
}
