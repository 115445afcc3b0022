using Etudes.IO;
using static Etudes.Origin;

namespace Etudes;

/// <summary>The tasks of the table, in its order.</summary>
internal static class Races
{
    public static readonly Race[] All =
    [
        GraphRaces.Forest("spanning forest, n = m", 500_000, m => (m, Inputs.Graph(m, m)), 0.6),
        GraphRaces.Forest("spanning forest, complete", 499_500, GraphRaces.Complete, 0.4),
        GraphRaces.ForestByPrim("Prim, n = m", 500_000, m => (m, Inputs.Graph(m, m))),
        GraphRaces.ForestByPrim("Prim, complete", 499_500, GraphRaces.Complete),
        GraphRaces.Unions("union-find, random unions"),
        HeapRaces.Medians("running median, random", "random", 0.4),
        HeapRaces.Medians("running median, ascending", "ascending", 1.0),
        HeapRaces.Largest("largest 100, random", "random", _ => 100, 0.6),
        HeapRaces.Largest("largest 1 %, random", "random", n => n / 100, 0.6),
        HeapRaces.Largest("largest 100, ascending", "ascending", _ => 100, 0.3),
        HeapRaces.Largest("largest 1 %, ascending", "ascending", n => n / 100, 0.3),
        HeapRaces.Sorting("heap, push all, pop all"),
        HeapRaces.Events("heap, pop one, push a later one"),
        Reading("reading edges as text"),
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
}
