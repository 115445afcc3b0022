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
    [Advice("Move a number from the larger heap to the other when their sizes differ by more than one.")]
    public sealed class NeverRebalances : TwoHeaps
    {
        protected override void Rebalance() { }
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_order_of_the_numbers_does_not_matter))]
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
    [Advice("Lower + Upper overflows int: widen one of them before adding.")]
    public sealed class SumOverflows : TwoHeaps
    {
        public override double Median => (Lower + Upper) / 2.0;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.The_median_is_the_mean_of_the_two_middles))]
    [Advice("Dividing an integer by 2 drops the half: divide by 2.0.")]
    public sealed class DropsTheHalf : TwoHeaps
    {
        public override double Median => ((long)Lower + Upper) / 2;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Asking_before_the_first_number_throws))]
    [Advice("Without numbers there is no median: throw InvalidOperationException instead of answering 0.")]
    public sealed class AnswersZeroWhenEmpty : TwoHeaps
    {
        public override int Lower => Low.Count == 0 ? 0 : base.Lower;
        public override int Upper => Low.Count == 0 ? 0 : base.Upper;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Asking_changes_nothing))]
    [Advice("Look at the tops without taking them out: asking must leave the heaps as they are.")]
    public sealed class TakesOutWhatItReads : TwoHeaps
    {
        public override double Median => Low.Count > High.Count && Low.Count > 1 ? Low.Dequeue() : base.Median;
    }

    [CaughtBy(nameof(RunningMedianProperties<>.Two_medians_share_nothing))]
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

    [CaughtBy(nameof(RunningMedianProperties<>.Each_of_half_a_million_numbers_takes_logarithmic_time))]
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
}
