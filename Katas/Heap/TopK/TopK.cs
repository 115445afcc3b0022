namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => throw new NotImplementedException();

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => throw new NotImplementedException();
}
