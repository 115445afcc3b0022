using static Etudes.Contest.ContestProblem;

namespace Etudes.Contest;

/// <summary>Inputs and outputs of the contest programs about heaps.</summary>
internal static class HeapProblems
{
    public static string DrawQueue(Random random, int size)
    {
        int n = random.Next(size + 1), q = random.Next(1, 2 * size + 1), count = n, most = Most(random);
        string Value() => $"{random.Next(-most, most)}";
        string start = $"{n} {q}\n{string.Join(' ', Enumerable.Range(0, n).Select(_ => Value()))}";
        return Lines(start, q, _ =>
        {
            int query = count == 0 ? 0 : random.Next(3);
            count += query == 0 ? 1 : -1;
            return query == 0 ? $"0 {Value()}" : $"{query}";
        });
    }

    public static string DrawValues(Random random, int size) => $"{size}\n{Values(random, size)}\n";

    public static string DrawSelection(Random random, int size) => $"{size} {random.Next(size + 3)}\n{Values(random, size)}\n";

    public static void CheckQueue(Queue<long> input, long[][] lines)
    {
        long n = input.Dequeue(), q = input.Dequeue();
        var sorted = new List<long>();
        var expected = new List<long[]>();
        for (; n > 0; n--) Insert(sorted, input.Dequeue());
        for (; q > 0; q--)
        {
            long query = input.Dequeue();
            if (query == 0) Insert(sorted, input.Dequeue());
            else
            {
                int place = query == 1 ? 0 : sorted.Count - 1;
                expected.Add([sorted[place]]);
                sorted.RemoveAt(place);
            }
        }
        Assert.Equal(expected, lines);
    }

    public static void CheckMedians(Queue<long> input, long[][] lines)
    {
        var sorted = new List<long>();
        var expected = new List<long[]>();
        for (long n = input.Dequeue(); n > 0; n--)
        {
            Insert(sorted, input.Dequeue());
            expected.Add([sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]]);
        }
        Assert.Equal(expected, lines);
    }

    public static void CheckSelection(Queue<long> input, long[][] lines, Func<IEnumerable<long>, IEnumerable<long>> order)
    {
        var (_, k) = (input.Dequeue(), input.Dequeue());
        long[] expected = [.. order(input).Take((int)k)];
        Assert.Equal([[expected.Length], expected], lines);
        input.Clear();
    }

    private static void Insert(List<long> sorted, long value)
    {
        int place = sorted.BinarySearch(value);
        sorted.Insert(place < 0 ? ~place : place, value);
    }

    private static string Values(Random random, int count)
    {
        int most = random.Next(3) switch { 0 => 3, 1 => 1000, _ => int.MaxValue };
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => most < int.MaxValue ? random.Next(-most, most) : random.NextInt64(int.MinValue, 1L + int.MaxValue)));
    }
}
