using System.Diagnostics;
using System.Text;

namespace Etudes.Contest;

/// <summary>A compiled program on disk, which is started as a judge starts it.</summary>
internal sealed class Executable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly string _file;

    public Executable(string name, byte[] image)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "programs");
        Directory.CreateDirectory(folder);
        _file = Path.Combine(folder, $"{name}.dll");
        File.WriteAllBytes(_file, image);
        File.WriteAllText(Path.ChangeExtension(_file, "runtimeconfig.json"), $$"""
            {
              "runtimeOptions": {
                "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
                "configProperties": { "System.Globalization.Invariant": true, "System.GC.Concurrent": false }
              }
            }
            """);
    }

    public RunResult Start(string input) => Start(input, Environment.ProcessPath!, "exec", _file);

    public RunResult StartBy(string command, string input) =>
        Start(input, "sh", "-c", command, "sh", Environment.ProcessPath!, "exec", _file);

    private static RunResult Start(string input, string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            using var to = process.StandardInput.BaseStream;
            to.Write(Encoding.Latin1.GetBytes(input));
        }
        catch (IOException) { } // it has ended, for what it has read is wrong
        bool ended = process.WaitForExit(s_limit);
        if (!ended) process.Kill(entireProcessTree: true);
        Assert.True(ended);
        return new(process.ExitCode, output.Result, errors.Result);
    }
}
