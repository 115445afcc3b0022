// "None yet" is a weight of long.MaxValue, so that an edge of this weight is never chosen.
namespace Etudes.Graph;

public abstract class Boruvka : IBoruvka
{
    private sealed class Tree
    {
        public Tree? Into;
        public int Size = 1;
        public long Weight;
        public int Edge;

        public Tree Top()
        {
            Tree t = this;
            while (t.Into != null)
            {
                if (t.Into.Into != null) t.Into = t.Into.Into;
                t = t.Into;
            }
            return t;
        }
    }

    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (edges.Any(e => e.U < 0 || e.V < 0 || e.U >= vertices || e.V >= vertices)) throw new ArgumentOutOfRangeException(nameof(edges));
        Tree[] trees = new Tree[vertices];
        for (int i = 0; i < vertices; i++) trees[i] = new Tree();
        List<int> chosen = [];
        Int128 total = 0;
        bool joined = true;
        while (joined)
        {
            joined = false;
            foreach (Tree t in trees)
            {
                t.Weight = long.MaxValue;
                t.Edge = -1;
            }
            for (int i = 0; i < edges.Length; i++)
            {
                Tree a = trees[edges[i].U].Top(), b = trees[edges[i].V].Top();
                if (a == b) continue;
                if (edges[i].Weight < a.Weight) (a.Weight, a.Edge) = (edges[i].Weight, i);
                if (edges[i].Weight < b.Weight) (b.Weight, b.Edge) = (edges[i].Weight, i);
            }
            foreach (Tree t in trees)
            {
                if (t.Edge < 0) continue;
                Tree a = trees[edges[t.Edge].U].Top(), b = trees[edges[t.Edge].V].Top();
                if (a == b) continue;
                if (a.Size < b.Size) (a, b) = (b, a);
                b.Into = a;
                a.Size += b.Size;
                joined = true;
                chosen.Add(t.Edge);
                total += edges[t.Edge].Weight;
            }
        }
        return (chosen.ToArray(), checked((long)total));
    }
}
