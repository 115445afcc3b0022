namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    public void Add(int number) => throw new NotImplementedException();

    public int Lower => throw new NotImplementedException();

    public int Upper => throw new NotImplementedException();

    public double Median => throw new NotImplementedException();
}
