// Measures the loop from saving a file to its verdict, in a copy of the katas: dotnet run .ci/loop.cs [saves a kata, 25 if not said].
// Prints one line a figure. Quiet machines only: what it compares takes turns, but the processor should be its own.
#:property PublishAot=false
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string root = Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "kata"))) throw new InvalidOperationException("Run it from the repository's root.");
string program = Path.Combine(root, "Dojo/bin/Release/net10.0/Etudes.Dojo.dll");
int saves = args is [var given] ? int.Parse(given) : 25;

// An answer as a learner would have it, and the same with one thing wrong.
(string Track, string Kata, string Needs, string Right, string Wrong)[] edits =
[
    ("Heap", "RunningMedian", "", "(number, ~number)", "(number, number)"),
    ("Heap", "TopK", "", "heap[0]) > 0", "heap[0]) < 0"),
    ("Graph", "Prim", "", "if (grown[w] ||", "if ("),
    ("Graph", "Kruskal", "DisjointSets", "(i, edges[i].Weight)", "(i, -edges[i].Weight)"),
];

string copy = Directory.CreateTempSubdirectory("kata-loop-").FullName;
foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(IsOfKatas))
{
    string target = Path.Combine(copy, Path.GetRelativePath(root, file));
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    File.Copy(file, target);
}

List<double> warm = [], whole = [], first = [], ready = [];
foreach (var (track, kata, needs, right, wrong) in edits)
{
    foreach (string needed in needs.Split(',', StringSplitOptions.RemoveEmptyEntries)) Save(track, needed, Answer(track, needed, ""));
    string answer = Answer(track, kata, needs);
    if (!answer.Contains(right)) throw new InvalidOperationException($"{kata} has changed: no '{right}' in it");
    using var watch = new Watched(program, copy, kata);
    ready.Add(watch.UntilVerdict());
    watch.UntilEnd();
    for (int i = 0; i < saves; i++)
    {
        Thread.Sleep(150);
        watch.Forget();
        Save(track, kata, i % 2 == 0 ? answer.Replace(right, wrong) : answer);
        (i == 0 ? first : warm).Add(watch.UntilVerdict());
        whole.Add(watch.UntilEnd());
    }
    Console.WriteLine($"{kata}: {saves - 1} warm saves, median {Median(warm.TakeLast(saves - 1)):f3} s to the first verdict");
}
Tell("start to ready", ready);
Tell("first save to its first verdict", first);
Tell("warm save to its first verdict", warm);
Tell("warm save to the end, large inputs and all", whole);

using (var watch = new Watched(program, copy, "RunningMedian"))
{
    watch.UntilEnd();
    string answer = Answer("Heap", "RunningMedian", "");
    Thread.Sleep(10_000); // what has just run is still being compiled once more
    var before = watch.Processor;
    Thread.Sleep(20_000);
    Console.WriteLine($"idle: {(watch.Processor - before).TotalSeconds * 3:f2} s of processor time a minute");
    long after50 = 0;
    for (int i = 1; i <= 500; i++)
    {
        watch.Forget();
        Save("Heap", "RunningMedian", answer + $"\n// {i}\n");
        watch.UntilEnd();
        if (i == 50) after50 = watch.Memory;
    }
    Console.WriteLine($"memory: {after50 >> 20} MB after save 50, {watch.Memory >> 20} MB after save 500, {(double)watch.Memory / after50:f2} x");
}

List<double> check = [], test = [];
for (int i = 0; i < 5; i++)
{
    check.Add(Timed("dotnet", [program, "check", "TopK"]));
    File.SetLastWriteTimeUtc(Path.Combine(root, "Katas/Heap/RunningMedian/RunningMedian.cs"), DateTime.UtcNow); // as a save does
    test.Add(Timed("dotnet", ["test", Path.Combine(root, "Katas"), "-p:Kata=RunningMedian"]));
}
Tell("kata check TopK", check);
Tell("dotnet test Katas -p:Kata=RunningMedian", test);
Console.WriteLine($"dotnet test takes {Median(test) / Median(warm):f0} x a warm save");
Directory.Delete(copy, recursive: true);

bool IsOfKatas(string file) => !file.Contains("/bin/") && !file.Contains("/obj/") && !file.Contains("/.git/")
    && (file.Contains("/Katas/") || file.EndsWith("/README.md"));

string Answer(string track, string kata, string needs)
{
    string type = File.ReadLines($"{root}/Solutions/{track}/Conformance.cs").Single(line => line.StartsWith($"public partial class {kata} ") || line.StartsWith($"public partial class {kata}<"));
    string text = File.ReadAllText($"{root}/Solutions/{track}/{kata}.cs").Replace($"partial class {kata}", $"class {kata} : {type.TrimEnd(';').Split(" : ")[1]}");
    return (needs.Length > 0 ? $"// Needs: {needs}\n" : "") + text;
}

void Save(string track, string kata, string text) => File.WriteAllText($"{copy}/Katas/{track}/{kata}/{kata}.cs", text);

double Timed(string file, string[] arguments)
{
    long began = Stopwatch.GetTimestamp();
    using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["KATA_ROOT"] = copy, ["KATA_BUILT"] = "1" } })!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return Stopwatch.GetElapsedTime(began).TotalSeconds;
}

static double Median(IEnumerable<double> times) => At(times, 0.5);

static double At(IEnumerable<double> times, double part) => times.Order().ElementAt((int)(part * (times.Count() - 1)));

static void Tell(string what, List<double> times) =>
    Console.WriteLine($"{what}: median {Median(times):f3} s, 90th percentile {At(times, 0.9):f3} s, slowest {times.Max():f3} s of {times.Count}");

/// <summary>A watch behind a pipe: how long until it says what.</summary>
sealed class Watched : IDisposable
{
    private readonly Process _process;
    private readonly BlockingCollection<(string Line, long At)> _lines = [];
    private long _began = Stopwatch.GetTimestamp();

    public Watched(string program, string copy, string kata)
    {
        _process = new() { StartInfo = new("dotnet", [program, "watch", kata]) { RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["KATA_ROOT"] = copy, ["KATA_BUILT"] = "1" } } };
        _process.OutputDataReceived += (_, e) => _lines.Add((e.Data ?? "", Stopwatch.GetTimestamp()));
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public void Forget()
    {
        while (_lines.TryTake(out _)) { }
        _began = Stopwatch.GetTimestamp();
    }

    public double UntilVerdict() => Until(line => line.StartsWith("Failed ") || line.Contains("laws hold") || line.StartsWith(" not written"));

    public double UntilEnd() => Until(line => line.EndsWith(" s") && double.TryParse(line[..^2], out _));

    private double Until(Func<string, bool> said)
    {
        while (_lines.TryTake(out var line, 30_000))
            if (said(line.Line)) return Stopwatch.GetElapsedTime(_began, line.At).TotalSeconds;
        throw new TimeoutException("the watch said nothing for 30 s");
    }

    private IEnumerable<Process> Both => Process.GetProcesses().Where(process => process.Id == _process.Id || File.Exists($"/proc/{process.Id}/stat")
        && File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[^1].Split(' ')[1] == $"{_process.Id}");

    public long Memory => Both.Sum(process => process.WorkingSet64);

    public TimeSpan Processor => Both.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
