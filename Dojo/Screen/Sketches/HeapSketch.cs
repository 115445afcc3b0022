using System.Numerics;

namespace Etudes.Dojo;

/// <summary>The heap that should be held before the step that breaks the law, as a tree.</summary>
internal static class HeapSketch
{
    private const int Most = 15;

    public static IEnumerable<string> Of(StepsShape steps) =>
        steps.Steps is [.., { Held: [_, ..] and { Count: <= Most } items }, { Held: null } last] ? [$"should be held before {last.Text}:", .. Tree(items)] : [];

    private static IEnumerable<string> Tree(IReadOnlyList<string> items)
    {
        int levels = 1 + BitOperations.Log2((uint)items.Count), slot = items.Max(item => item.Length) + 2, width = slot << levels - 1;
        var rows = Enumerable.Range(0, 2 * levels - 1).Select(_ => new string(' ', width + slot).ToCharArray()).ToArray();
        for (int i = 0; i < items.Count; i++)
        {
            int level = BitOperations.Log2((uint)i + 1), x = Middle(i), above = Middle((i - 1) / 2);
            items[i].CopyTo(rows[2 * level].AsSpan(Math.Max(0, x - items[i].Length / 2)));
            if (i > 0) rows[2 * level - 1][(x + above) / 2] = i % 2 == 1 ? '/' : '\\';
        }
        return rows.Select(row => new string(row));

        int Middle(int i)
        {
            int level = BitOperations.Log2((uint)i + 1), at = i + 1 - (1 << level);
            return (2 * at + 1) * width >> level + 1;
        }
    }
}
