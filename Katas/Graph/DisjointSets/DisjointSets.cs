namespace Etudes.Graph;

public sealed class DisjointSets : IDisjointSets<DisjointSets>
{
    public static DisjointSets Of(int n) => throw new NotImplementedException();

    public int Find(int x) => throw new NotImplementedException();

    public bool Union(int x, int y) => throw new NotImplementedException();

    public bool Same(int x, int y) => throw new NotImplementedException();

    public int SizeOf(int x) => throw new NotImplementedException();

    public int Count => throw new NotImplementedException();

    public int[][] Groups() => throw new NotImplementedException();
}
