using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;

namespace Etudes.Dojo;

/// <summary>Whether this machine is ready, with what to do where it is not; exit code 1 where something is missing.</summary>
internal static class Doctor
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public static Command Make()
    {
        var ml = new Option<bool>("--ml") { Description = "The ML track as well: builds its judge, for which libtorch may have to be downloaded." };
        var dojo = new Option<string?>("--dojo") { Description = "Whether the board at an address, or the folder of a dojo, can be reached from here.", HelpName = "192.0.2.7" };
        var shell = new Option<string?>("--completion") { Description = "Prints what lets bash, zsh or pwsh complete the names of verbs and katas.", HelpName = "bash" };
        var command = new Verb(Wish.SetUp, "doctor", "kata doctor", "whether this machine is ready; --ml for the ML track as well, --dojo for a board") { ml, dojo, shell };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(shell) is not { } name) return await Examine(parsed.GetValue(ml), parsed.GetValue(dojo), cancel);
            Terminal.Print(Completion.For(name));
            return 0;
        });
        return command;
    }

    private static async Task<int> Examine(bool ml, string? dojo, CancellationToken cancel)
    {
        bool missing = false;
        await foreach (var finding in Findings(ml, dojo, cancel))
        {
            Terminal.Tell($"{(finding.IsMissing ? "missing" : "ok"),-8} {finding.What,-9} {finding.Words}", finding.IsMissing ? Terminal.Bad : default);
            missing |= finding.IsMissing;
        }
        return missing ? 1 : 0;
    }

    private static async IAsyncEnumerable<Finding> Findings(bool ml, string? dojo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Said("dotnet", "--version") is { } sdk ? new("SDK", sdk) : new("SDK", "dotnet does not start in this folder: install the .NET 10 SDK, https://dotnet.microsoft.com/download", IsMissing: true);
        yield return new("build", $"{(Edition.IsKit ? "the kit" : "a clone")}, with the command and the judge of heap and graph");
        if (!Edition.IsKit) yield return Said("git", "--version") is { } git ? new("git", git) : new("git", "git is not installed: kata again needs it for fresh stubs", IsMissing: true);
        yield return new("editor", Editor.OfTerminal is { } editor ? $"kata opens the stub by {editor}" : "no editor is opened from this terminal; add --edit 'code -r', or use the terminal of VS Code or Rider");
        yield return await AreSavesNoticed() ? new("saves", "the system tells of them at once") : new("saves", "the system does not tell of them: kata looks every half second");
        if (Edition.IsKit) yield return new("network", "the kit needs none");
        else yield return await CanReach("api.nuget.org") ? new("network", "NuGet can be reached") : new("network", "NuGet cannot be reached: kata needs no network, dotnet test does the first time");
        if (dojo is not null) yield return await DojoWay.Try(dojo);
        if (ml) yield return await JudgeOfML(cancel);
    }

    /// <summary>The first line that a program says, or null where it does not start or fails.</summary>
    private static string? Said(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Kata.Root })!;
            string line = process.StandardOutput.ReadToEnd().Split('\n')[0].Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? line : null;
        }
        catch (Win32Exception) { return null; }
    }

    /// <summary>Whether a file that is written where the stubs are is told of.</summary>
    private static async Task<bool> AreSavesNoticed()
    {
        string folder = Kata.Full("Katas"), probe = Path.Combine(folder, $"probe.{Environment.ProcessId}.tmp");
        try
        {
            using var watcher = new FileSystemWatcher(folder, Path.GetFileName(probe));
            var noticed = new TaskCompletionSource();
            watcher.Created += (_, _) => noticed.TrySetResult();
            watcher.EnableRaisingEvents = true;
            File.WriteAllText(probe, "");
            return await Task.WhenAny(noticed.Task, Task.Delay(s_patience)) == noticed.Task;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException) { return false; }
        finally { File.Delete(probe); }
    }

    private static async Task<bool> CanReach(string host)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, 443, patience.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException) { return false; }
    }

    private static async Task<Finding> JudgeOfML(CancellationToken cancel)
    {
        using var judges = new Judges();
        try
        {
            var kata = Kata.All.First(kata => kata.Judge == Judge.ML);
            var judgement = await judges.JudgeFile(kata, Kata.Full(kata.Stub), null, (_, _) => { }, cancel);
            return judgement is { Laws: > 0 } ? new("ML", $"its judge runs; {judgement.Laws} laws of {kata.Name} were tried")
                : new("ML", string.Join(' ', judgement?.Obstacles ?? []), IsMissing: true);
        }
        catch (RefusedException refused) { return new("ML", refused.Message, IsMissing: true); }
    }
}

/// <summary>What was found. Missing: without it something cannot be done.</summary>
internal sealed record Finding(string What, string Words, bool IsMissing = false);
