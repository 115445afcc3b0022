using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Etudes.Loop;

/// <summary>A checkout, and a copy of what it tracks, which the saves go to.</summary>
public sealed class Checkout : IDisposable
{
    private readonly string _root;
    private readonly string[] _files;
    private Watch? _watch;

    private readonly bool _hasPage;
    private PageReader? _reader;

    /// <param name="hasPage">Each watch also serves the page, to one reader.</param>
    public Checkout(string root, bool hasPage = false)
    {
        (_root, _hasPage) = (root, hasPage);
        Program = Path.Combine(root, "Dojo/bin/Release/net10.0/Etudes.Dojo.dll");
        Build();
        Run("git", "-C", root, "checkout-index", "--all", $"--prefix={Copy}/");
        _files = [.. Directory.EnumerateFiles(Copy, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Copy, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>The copy: what KATA_ROOT names.</summary>
    public string Copy { get; } = Directory.CreateTempSubdirectory("kata-loop-").FullName;

    /// <summary>The kata command.</summary>
    public string Program { get; }

    public Watch Watch => _watch ?? throw new InvalidOperationException("nothing is watched");

    /// <summary>Ends the older watch.</summary>
    public Watch StartWatch(string kata)
    {
        _watch?.Dispose();
        _reader?.Dispose();
        var process = Start("dotnet", [Program, "watch", kata, "--json", .. _hasPage ? PageReader.Flags : []]);
        _reader = _hasPage ? new(process) : null;
        return _watch = new(kata, process, answer => Save(kata, answer));
    }

    /// <summary>The first file that a regular expression finds, from the root.</summary>
    public string Find(string pattern) => _files.First(file => Regex.IsMatch(file, pattern));

    public string Read(string file) => File.ReadAllText(Path.Combine(Copy, file));

    public void Save(string kata, string answer) => File.WriteAllText(Path.Combine(Copy, Stub(kata)), answer);

    public double TimeCheck(string kata) => Time("dotnet", Program, "check", kata);

    /// <summary>The laws as plain tests, after a save.</summary>
    public double TimeTest(string kata)
    {
        File.SetLastWriteTimeUtc(Path.Combine(_root, Stub(kata)), DateTime.UtcNow);
        return Time("dotnet", "test", Path.Combine(_root, "Katas"), $"-p:Kata={kata}");
    }

    private string Stub(string kata) => Find($"^Katas/.*/{kata}.cs$");

    private void Build()
    {
        string script = Path.Combine(_root, OperatingSystem.IsWindows() ? "kata.cmd" : "kata");
        using var kata = Process.Start(new ProcessStartInfo(script, ["list"]) { RedirectStandardOutput = true })!;
        kata.StandardOutput.ReadToEnd();
        if (!kata.WaitForExit(1000) || kata.ExitCode != 0) throw new InvalidOperationException($"{script} does not build itself");
    }

    private double Time(string program, params string[] arguments)
    {
        long began = Stopwatch.GetTimestamp();
        Run(program, arguments);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private string Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        return process.StandardOutput.ReadToEnd();
    }

    private Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = _hasPage,
        Environment = { ["KATA_ROOT"] = Copy, ["KATA_BUILT"] = "1" },
    })!;

    public void Dispose()
    {
        _watch?.Dispose();
        _reader?.Dispose();
        Directory.Delete(Copy, recursive: true);
    }
}
