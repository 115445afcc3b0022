namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => throw new NotImplementedException();

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull =>
        throw new NotImplementedException();
}
