namespace Etudes.Heap;

// What each answer conforms to is said here, so that its own file compiles alone.
partial class BottomK : IBottomK;
partial class Heapsort : IHeapsort;
partial class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>;
partial class MinHeap<T> : IMinHeap<MinHeap<T>, T>;
partial class IndexedHeap : IIndexedHeap<IndexedHeap>;
partial class RunningMedian : IRunningMedian;
partial class TopK : ITopK, ITopKByOrder;
partial class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>;
partial class MergeSorted : IMergeSorted;
partial class SlidingMedian : ISlidingMedian;
