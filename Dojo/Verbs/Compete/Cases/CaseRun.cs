using System.Diagnostics;
using System.Text;

namespace Etudes.Dojo;

/// <summary>What a program did with an input.</summary>
/// <param name="ExitCode">null: it was ended.</param>
/// <param name="Seconds">By the clock, the start of the process included.</param>
/// <param name="Megabytes">The most memory that it was seen to have.</param>
/// <param name="Errors">The first lines on standard error.</param>
/// <param name="Obstacle">Why the output is not whole; null where it is.</param>
internal sealed record CaseRun(int? ExitCode, double Seconds, double Megabytes, byte[] Output, string Errors, string? Obstacle)
{
    private const int ErrorsKept = 4096;
    private const string Mark = "KATA_JUDGED"; // what a process has started has it too
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1), s_look = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs it until it ends, until the limit, or until its output is too long; then nothing that it has started runs on.</summary>
    /// <param name="most">Bytes of output.</param>
    public static async Task<CaseRun> Of(string[] command, string input, TimeSpan limit, long most, CancellationToken cancel)
    {
        string mark = Guid.NewGuid().ToString("n");
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0", [Mark] = mark },
        };
        long began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        over.CancelAfter(limit);
        var feeding = Feed(input, process.StandardInput);
        var output = Read(process.StandardOutput.BaseStream, most, over.Cancel);
        var errors = Read(process.StandardError.BaseStream, ErrorsKept, () => { });
        double peak = await WatchUntilEnd(process, over.Token);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        int? code = process.HasExited ? process.ExitCode : null;
        EndAll(process, mark);
        cancel.ThrowIfCancellationRequested();
        var all = Task.WhenAll(feeding, output, errors);
        if (await Task.WhenAny(all, Task.Delay(s_patience, cancel)) != all) return new(code, seconds, peak, [], "", "a process that it has left behind holds its output open");
        string? obstacle = output.Result.IsMore ? $"its output has no end: it is longer than {most >> 20} MB" : null;
        return new(code, seconds, peak, output.Result.Bytes, Encoding.UTF8.GetString(errors.Result.Bytes), obstacle);
    }

    private static async Task Feed(string input, StreamWriter to)
    {
        try
        {
            await using var from = File.OpenRead(input);
            await from.CopyToAsync(to.BaseStream);
            to.Close();
        }
        catch (IOException) { } // it has ended, or reads no more
    }

    /// <summary>All that is written, of which so much is kept.</summary>
    private static async Task<(byte[] Bytes, bool IsMore)> Read(Stream from, long most, Action tooMuch)
    {
        var kept = new MemoryStream();
        var block = new byte[1 << 16];
        bool isMore = false;
        try
        {
            while (await from.ReadAsync(block) is > 0 and var count)
            {
                kept.Write(block, 0, (int)Math.Min(count, most - kept.Length));
                if (kept.Length < most || isMore) continue;
                isMore = true;
                tooMuch();
            }
        }
        catch (IOException) { } // it was ended
        return (kept.ToArray(), isMore);
    }

    /// <returns>The most megabytes seen.</returns>
    private static async Task<double> WatchUntilEnd(Process process, CancellationToken over)
    {
        long peak = 0;
        var end = process.WaitForExitAsync(over);
        while (!end.IsCompleted)
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, Math.Max(process.PeakWorkingSet64, process.WorkingSet64));
            }
            catch (InvalidOperationException) { } // it has just ended
            await Task.WhenAny(end, Task.Delay(s_look, CancellationToken.None));
        }
        return peak / 1e6;
    }

    /// <summary>Ends the process, its children, and on Linux also those whose parent has ended.</summary>
    private static void EndAll(Process process, string mark)
    {
        try { process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { } // it has ended
        if (!OperatingSystem.IsLinux()) return;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int id) || id == Environment.ProcessId) continue;
            try
            {
                if (!File.ReadAllText($"{folder}/environ").Contains($"{Mark}={mark}")) continue;
                using var left = Process.GetProcessById(id);
                left.Kill();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException) { } // another user's, or ended by now
        }
    }
}
