namespace Etudes.Heap;

// What each answer conforms to is said here, so that its own file compiles alone.
partial class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>;
partial class MergeSorted : IMergeSorted;
partial class RunningMedian : IRunningMedian;
partial class SlidingMedian : ISlidingMedian;
