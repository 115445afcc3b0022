namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges) => throw new NotImplementedException();

    public long? Between(int u, int v) => throw new NotImplementedException();
}
