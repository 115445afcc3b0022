// "O(d log k) comparisons by the order" fails, for all d values are sorted whatever k is: 300 000 different values with k = 1 take about d log2 d, some 5 million, instead of d.
namespace Etudes.Heap;

public abstract class TopFrequent : ITopFrequent, ITopFrequentByOrder
{
    public static int[] Most(IEnumerable<int> stream, int k) => Most(stream, k, Comparer<int>.Default);

    public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var counts = new Dictionary<T, int>();
        foreach (T value in stream) counts[value] = counts.GetValueOrDefault(value) + 1;

        KeyValuePair<T, int>[] values = counts.ToArray();
        Array.Sort(values, (x, y) => x.Value != y.Value ? y.Value.CompareTo(x.Value) : order.Compare(x.Key, y.Key));

        T[] answer = new T[Math.Min(k, values.Length)];
        for (int i = 0; i < answer.Length; i++) answer[i] = values[i].Key;
        return answer;
    }
}
