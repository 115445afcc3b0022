using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>
/// A native library has thrown where nothing catches it, and C++ would end the process. The thread is kept from going on, so that
/// the process lives; this is what it would have thrown.
/// </summary>
public sealed class Stranded(string message, StackTrace trace) : Exception(message)
{
    /// <summary>Where the thread stands.</summary>
    public StackTrace Trace { get; } = trace;

    /// <summary>The case that runs on this thread has failed, and the thread stays where it is. Where no case runs,
    /// it returns.</summary>
    /// <param name="what">What the library said.</param>
    public static void Here(string what) => Trial.Strand(what);
}
