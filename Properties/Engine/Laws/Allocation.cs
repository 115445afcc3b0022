namespace Etudes.Engine;

/// <summary>How much room an answer makes, counted in numbers: a learner thinks of what is held, not of bytes.</summary>
public static class Allocation
{
    /// <summary>How many numbers would fit into what a call allocates on its thread. Call it before, on less, for what is made
    /// once and for all.</summary>
    public static long InNumbers(Action call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / sizeof(int);
    }
}
