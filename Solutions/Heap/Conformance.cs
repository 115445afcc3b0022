namespace Etudes.Heap;

// What each answer conforms to is said here, so that its own file compiles alone.
partial class IndexedHeap : IIndexedHeap<IndexedHeap>;
partial class RunningMedian : IRunningMedian;
