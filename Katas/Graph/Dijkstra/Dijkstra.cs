namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source) => throw new NotImplementedException();

    public long? DistanceTo(int vertex) => throw new NotImplementedException();

    public int[]? PathTo(int vertex) => throw new NotImplementedException();
}
