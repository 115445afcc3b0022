using System.Globalization;

namespace Etudes.Engine;

/// <summary>The processor time of one thread, where the system tells it of others than one's own: Linux does.</summary>
/// <param name="File">What the system tells of the thread; null where it tells nothing.</param>
internal readonly record struct ThreadTime(string? File)
{
    public static ThreadTime OfThisThread()
    {
        if (!OperatingSystem.IsLinux()) return default;
        try { return new(System.IO.File.ResolveLinkTarget("/proc/thread-self", returnFinalTarget: false) is { Name: var id } ? $"/proc/self/task/{id}/schedstat" : null); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return default; }
    }

    public TimeSpan? Spent
    {
        get
        {
            try { return File is null ? null : TimeSpan.FromMicroseconds(long.Parse(System.IO.File.ReadAllText(File).Split(' ')[0], CultureInfo.InvariantCulture) / 1000); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException) { return null; }
        }
    }
}
