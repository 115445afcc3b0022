namespace Etudes.Graph;

public abstract class ForestCheck : IForestCheck
{
    public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) => throw new NotImplementedException();

    public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) => throw new NotImplementedException();

    public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) => throw new NotImplementedException();

    public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges) => throw new NotImplementedException();
}
