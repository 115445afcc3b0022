// It pours everything into a PriorityQueue and back: room for n more items.
namespace Etudes.Heap;

public abstract class Heapsort : IHeapsort
{
    public static void Sort<T>(T[] items, IComparer<T> order)
    {
        var queue = new PriorityQueue<T, T>(items.Select(x => (x, x)), order);
        for (int i = 0; queue.TryDequeue(out T? item, out _); i++)
            items[i] = item;
    }
}
