using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using System.Threading.Channels;

namespace Etudes.Dojo;

/// <summary>The process that runs a learner's code, as its parent sees it: to talk to, to watch dying, to kill with all it has started.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string HeapLimit = "0x18000000"; // 384 MB
    /// <summary>What shells and .NET make of the signals that end a process from outside.</summary>
    private const int Killed = 128 + 9, Terminated = 128 + 15;
    private const int ErrorsKept = 100_000;
    /// <summary>How long a process that says nothing more may take to end.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly Task<MessageStream> _stream;
    private readonly Channel<Reply> _replies = Channel.CreateUnbounded<Reply>();
    private readonly string _recordFile = Path.GetTempFileName();
    private readonly CaseRecord _record;
    private readonly StringBuilder _errors = new();
    private readonly CancellationTokenSource _ended = new();

    public WorkerProcess(Judge judge)
    {
        _record = new(_recordFile) { Last = LastCase.None };
        string name = $"kata-{Guid.NewGuid():n}";
        _pipe = new(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var start = new ProcessStartInfo(Sdk.DotNet, ["exec", judge.Worker, name, _recordFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment =
            {
                ["DNNL_MAX_CPU_ISA"] = "AVX2", // see Directory.Build.targets
                ["DOTNET_GCHeapHardLimit"] = HeapLimit,
                ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_DbgEnableMiniDump"] = "0",
            },
        };
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _ended.Cancel();
        _process.ErrorDataReceived += (_, e) =>
        {
            lock (_errors)
                if (_errors.Length < ErrorsKept) _errors.AppendLine(e.Data);
        };
        _process.OutputDataReceived += (_, _) => { }; // a learner's code cannot reach it by Console; drained all the same
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _stream = Connect();
        _ = Listen();
    }

    public bool IsRunning => !_ended.IsCancellationRequested;

    public LastCase LastCase => _record.Last;

    private async Task<MessageStream> Connect()
    {
        await _pipe.WaitForConnectionAsync(_ended.Token);
        return new(_pipe);
    }

    /// <exception cref="InvalidOperationException">The process has ended before it said a word.</exception>
    public async Task Send(Request request)
    {
        MessageStream stream;
        try { stream = await _stream; }
        catch (OperationCanceledException) { throw new InvalidOperationException($"the worker does not start: it {await Obituary()}"); }
        stream.Send(request);
    }

    /// <summary>The next message, or null when the process has ended.</summary>
    public async Task<Reply?> Receive(CancellationToken cancel) =>
        await _replies.Reader.WaitToReadAsync(cancel) && _replies.Reader.TryRead(out var reply) ? reply : null;

    private async Task Listen()
    {
        try
        {
            var stream = await _stream;
            while (await stream.ReceiveAsync<Reply>() is { } reply) _replies.Writer.TryWrite(reply); // to the end: what it said before it died counts
        }
        catch (Exception e) when (e is OperationCanceledException or IOException) { } // it has ended
        _replies.Writer.Complete();
    }

    /// <summary>How the process ended, as a sentence for its learner.</summary>
    public async Task<string> Obituary()
    {
        try { await _process.WaitForExitAsync().WaitAsync(s_patience); }
        catch (TimeoutException) when (_process.HasExited) { } // what it has started holds its output open
        catch (TimeoutException) { return "cut the judge off, and had to be ended"; }
        string[] errors;
        lock (_errors) errors = _errors.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (errors.Any(line => line.StartsWith("Stack overflow"))) return $"the recursion has no end, or is far too deep{Frame(errors)}";
        if (errors.Any(line => line.StartsWith("Out of memory"))) return "ran out of memory";
        if (Array.IndexOf(errors, "Process terminated.") is >= 0 and var failFast) return $"ended the process by Environment.FailFast: {errors[failFast + 1]}";
        if (errors.FirstOrDefault(line => line.StartsWith("what():")) is { } what) return $"crashed in native code: {what["what():".Length..].Trim()}";
        if (_process.ExitCode is Killed or Terminated) return $"killed the process (exit code {_process.ExitCode})";
        return _process.ExitCode is > 128 and not 134 ? $"crashed in native code (exit code {_process.ExitCode})" : $"ended the process (exit code {_process.ExitCode})";
    }

    /// <summary>The learner's method in a printed stack: ", in TopK.Largest".</summary>
    private static string Frame(string[] errors)
    {
        string? frame = errors.FirstOrDefault(line => line.StartsWith("at Etudes.") && !line.StartsWith("at Etudes.Engine."));
        return frame is null ? "" : $", in {string.Join('.', frame["at ".Length..].Split('(')[0].Split('.')[^2..])}";
    }

    /// <summary>Ends the process and whatever it has started.</summary>
    public void Dispose()
    {
        try { _process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { } // it has ended
        _ended.Cancel();
        _process.Dispose();
        _pipe.Dispose();
        _record.Dispose();
        File.Delete(_recordFile);
    }
}
