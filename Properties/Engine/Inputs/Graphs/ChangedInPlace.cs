namespace Etudes.Engine;

/// <summary>Edges that their owner changes in place: the same array is another graph each time that it is handed over.</summary>
public static class ChangedInPlace
{
    /// <summary>Each edge in turn becomes a self-loop or half as heavy. Before, the answer is asked of the array, as whoever remembers
    /// arrays wants it; the caller asks of it afterwards.</summary>
    /// <param name="before">Asks the answer, whatever it says.</param>
    /// <returns>After each change the edge's index.</returns>
    public static IEnumerable<int> EachEdge((int U, int V, long Weight)[] edges, Action before)
    {
        for (int i = 0; i < edges.Length; i++)
        {
            before();
            var (u, v, weight) = edges[i];
            edges[i] = i % 2 == 0 ? (v, v, weight) : (u, v, weight / 2);
            yield return i;
        }
    }
}
