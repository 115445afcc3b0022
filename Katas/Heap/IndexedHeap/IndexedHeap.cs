namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    public static IndexedHeap Of(int n) => throw new NotImplementedException();
    public int Count => throw new NotImplementedException();
    public bool Contains(int key) => throw new NotImplementedException();
    public long PriorityOf(int key) => throw new NotImplementedException();
    public void Push(int key, long priority) => throw new NotImplementedException();
    public void Decrease(int key, long priority) => throw new NotImplementedException();
    public (int Key, long Priority) Peek() => throw new NotImplementedException();
    public (int Key, long Priority) Pop() => throw new NotImplementedException();
}
