using Etudes.Graph;
using Etudes.IO;
using static Etudes.Origin;

namespace Etudes;

/// <summary>The tasks of the table, in its order.</summary>
internal static class Races
{
    public static readonly Race[] All =
    [
        GraphRaces.Forest("spanning forest, n = m", 500_000, m => (m, Inputs.Graph(m, m)), 0.45),
        GraphRaces.Forest("spanning forest, complete", 499_500, GraphRaces.Complete, 0.45),
        GraphRaces.ForestByPrim("Prim, n = m", 500_000, m => (m, Inputs.Graph(m, m))),
        GraphRaces.ForestByPrim("Prim, complete", 499_500, GraphRaces.Complete),
        GraphRaces.AnyWeights("Kruskal", Kruskal.Forest, (n, edges) => SpanningForests<long, long>.Kruskal(n, edges)),
        GraphRaces.AnyWeights("Prim", Prim.Forest, (n, edges) => SpanningForests<long, long>.Prim(n, edges)),
        GraphRaces.AnyWeights("Boruvka", Boruvka.Forest, (n, edges) => SpanningForests<long, long>.Boruvka(n, edges)),
        GraphRaces.Unions("union-find, random unions"),
        HeapRaces.Medians("running median, random", "random", 0.4),
        HeapRaces.Medians("running median, ascending", "ascending", 0.5),
        HeapRaces.Largest("largest 100, random", "random", _ => 100, 0.6),
        HeapRaces.Largest("largest 1 %, random", "random", n => n / 100, 0.6),
        HeapRaces.Largest("largest 100, ascending", "ascending", _ => 100, 1.0),
        HeapRaces.Largest("largest 1 %, ascending", "ascending", n => n / 100, 1.0),
        HeapRaces.Sorting("heap, push all, pop all"),
        HeapRaces.Events("heap, pop one, push a later one"),
        Reading("reading edges as text"),
        ReadingDoubles("reading doubles, six decimals", random => (2000 * random.NextDouble() - 1000).ToString("F6")),
        ReadingDoubles("reading doubles, as many digits as bring them back", random => $"{1 + random.NextDouble()}"),
    ];

    private static Race Reading(string name) => new(name, 500_000, m =>
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"edges-{m}.txt");
        Inputs.Write(path, m, Inputs.Graph(m, m));
        int count = 2 + 3 * m;
        return
        [
            new(Cpp, "fread of 64 KB", () => Native.read_numbers(path, count)),
            new(Framework, "ReadLine, Split, Parse", () =>
            {
                using var text = new StreamReader(path);
                long sum = 0;
                while (text.ReadLine() is { } line)
                    foreach (string word in line.Split(' ')) sum = 31 * sum + long.Parse(word);
                return sum;
            }),
            new(Answer, nameof(FastReader), () =>
            {
                using var bytes = File.OpenRead(path);
                var reader = new FastReader(bytes);
                long sum = 0;
                for (int i = 0; i < count; i++) sum = 31 * sum + reader.Long();
                return sum;
            }, 1.0),
        ];
    });

    private static Race ReadingDoubles(string name, Func<Random, string> number) => new(name, 1_000_000, n =>
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"doubles-{n}.txt");
        var random = new Random(1);
        File.WriteAllLines(path, Enumerable.Range(0, n).Select(_ => number(random)));
        return
        [
            new(Cpp, "std::from_chars, fread of 64 KB", () => BitConverter.DoubleToInt64Bits(Native.read_doubles(path, n))),
            new(Framework, "ReadLine, Parse", () =>
            {
                using var text = new StreamReader(path);
                double sum = 0;
                while (text.ReadLine() is { } line) sum += double.Parse(line);
                return BitConverter.DoubleToInt64Bits(sum);
            }),
            new(Answer, nameof(ReadDoubles), () =>
            {
                using var bytes = File.OpenRead(path);
                var reader = new FastReader(bytes);
                double sum = 0;
                for (int i = 0; i < n; i++) sum += reader.Double();
                return BitConverter.DoubleToInt64Bits(sum);
            }, 1.2),
        ];
    });
}
