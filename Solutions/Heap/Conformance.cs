namespace Etudes.Heap;

// What each answer conforms to is said here, so that its own file compiles alone.
public partial class MinHeap<T> : IMinHeap<MinHeap<T>, T>;
public partial class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>;
public partial class Heapsort : IHeapsort;
public partial class TopK : ITopK, ITopKByOrder;
public partial class BottomK : IBottomK;
public partial class RunningMedian : IRunningMedian;
public partial class SlidingMedian : ISlidingMedian;
public partial class MergeSorted : IMergeSorted;
public partial class IndexedHeap : IIndexedHeap<IndexedHeap>;
public partial class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>;
public partial class TopFrequent : ITopFrequent, ITopFrequentByOrder;
public partial class SortedPairs : ISortedPairs;
public partial class MeetingRooms : IMeetingRooms;

// Faster variants.
public partial class ThresholdTopK : ITopK;
public partial class WindowedMedian : IRunningMedian;
