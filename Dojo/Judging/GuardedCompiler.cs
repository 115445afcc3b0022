namespace Etudes.Dojo;

/// <summary>Compiles answers, whatever they are, and comes back: here what looks usual, in a process of its own what does not or takes long.</summary>
internal sealed class GuardedCompiler(Judge judge)
{
    /// <summary>Of processor time: the first answer of a cold process takes half of it, any other a hundredth.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    /// <summary>By the clock, for the process of its own.</summary>
    private static readonly TimeSpan s_patienceApart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);
    private const int StackSize = 64 << 20;

    private readonly Lazy<Compiler> _compiler = new(() => new(judge));

    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<Compiled> Compile(SourceFile[] files, CancellationToken cancel = default)
    {
        if (files.Select(CompilerLimits.Refusal).FirstOrDefault(refusal => refusal is not null) is { } refusal) return Compiled.WithErrors(refusal);
        if (!files.All(CompilerLimits.IsUsual)) return await CompilerProcess.Compile(judge, files, s_patienceApart, cancel);
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var here = OnDeepStack(() => _compiler.Value.Compile(files, givenUp.Token));
        var began = Environment.CpuUsage.TotalTime;
        while (await Task.WhenAny(here, Task.Delay(s_look, cancel)) != here)
        {
            cancel.ThrowIfCancellationRequested();
            if (Environment.CpuUsage.TotalTime - began > s_patience) break;
        }
        if (here.IsCompleted) return await here;
        await givenUp.CancelAsync(); // heard once a member is bound, which may take a minute
        Notices.Tell($" the compiler takes its time over {files[0].Path}; it is given {s_patienceApart.TotalSeconds} s ...");
        return await CompilerProcess.Compile(judge, files, s_patienceApart, cancel);
    }

    private static Task<Compiled> OnDeepStack(Func<Compiled> compile)
    {
        var result = new TaskCompletionSource<Compiled>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try { result.SetResult(compile()); }
            catch (OperationCanceledException) { result.SetCanceled(); }
            catch (Exception e) { result.SetException(e); }
        }, StackSize)
        { IsBackground = true }.Start();
        return result.Task;
    }
}
