using System.Diagnostics;
using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>
/// This program once more, to compile one answer: what overflows the compiler's stack, or never ends, takes that process along and
/// not this one.
/// </summary>
internal static class CompilerProcess
{
    /// <summary>The program's first argument there; no verb of people's.</summary>
    public const string Argument = "compile-alone";

    private sealed record Job(string Folder, SourceFile[] Files);

    /// <summary>What the process makes of the files in that time, else one error.</summary>
    public static async Task<Compiled> Compile(Judge judge, SourceFile[] files, TimeSpan patience, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(Sdk.DotNet, ["exec", typeof(CompilerProcess).Assembly.Location, Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true, // a stack that overflows is printed, line by line
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ended.CancelAfter(patience);
        try
        {
            await JsonSerializer.SerializeAsync(process.StandardInput.BaseStream, new Job(judge.Folder, files), cancellationToken: ended.Token);
            process.StandardInput.Close();
            return (await JsonSerializer.DeserializeAsync<Compiled>(process.StandardOutput.BaseStream, cancellationToken: ended.Token))!;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return Failed($"does not come to an end within {patience.TotalSeconds} s"); }
        catch (Exception e) when (e is IOException or JsonException) { return Failed("breaks down"); } // it died
        finally { process.Kill(); }

        Compiled Failed(string how) => Compiled.WithErrors($"{files[0].Path}: the compiler {how} on it: it is nested too deeply, or too long");
    }

    /// <summary>The other side: reads the job from the standard input, and writes what became of it to the standard output.</summary>
    public static async Task<int> Serve()
    {
        var job = (await JsonSerializer.DeserializeAsync<Job>(Console.OpenStandardInput()))!;
        var compiler = new Compiler(Judge.All.Single(judge => judge.Folder == job.Folder));
        await JsonSerializer.SerializeAsync(Console.OpenStandardOutput(), compiler.Compile(job.Files, default));
        return 0;
    }
}
