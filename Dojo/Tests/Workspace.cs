using System.Diagnostics;

namespace Etudes.Dojo;

/// <summary>What a run of the command said.</summary>
public sealed record Said(int Code, string Output, string Errors);

/// <summary>A copy of the katas in a folder of its own, with the command to run in it.</summary>
public sealed class Workspace : IDisposable
{
    public const string Stub = """
        namespace Etudes.Heap;

        public abstract class TopK : ITopK, ITopKByOrder
        {
            public static int[] Largest(IEnumerable<int> stream, int k) => throw new NotImplementedException();

            public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => throw new NotImplementedException();
        }

        """;

    /// <summary>An answer that is wrong.</summary>
    public static string Red { get; } = Stub.Replace("throw new NotImplementedException()", "[]");

    public static string Green { get; } = File.ReadAllText(Path.Combine(Repository.Root, "Solutions", "Heap", "TopK.cs"))
        .Replace("public abstract partial class TopK", "public abstract class TopK : ITopK, ITopKByOrder");

    /// <summary>Variables of the command; null leaves one out.</summary>
    public Dictionary<string, string?> Environment { get; } = new() { ["KATA_BUILT"] = "1", ["TERM_PROGRAM"] = null, ["TERMINAL_EMULATOR"] = null, ["KATA_SEED"] = null };

    /// <summary>Where one stands while one calls the command.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Each test copies them, so they are read once.</summary>
    private static readonly Lazy<(string Path, string Text)[]> s_copied = new(() =>
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Katas"), "*", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "ml-track", "Katas"), "*", SearchOption.AllDirectories),
            Path.Combine(Repository.Root, "Solutions", "Heap", "TopK.cs"), Path.Combine(Repository.Root, "README.md")];
        return [.. files.Where(file => file.EndsWith(".Contract.cs") || file.EndsWith("README.md") || file.EndsWith("HINTS.md") || file.Contains("Solutions"))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))];
    });

    public string Root { get; } = Directory.CreateTempSubdirectory("kata-").FullName;

    public Workspace()
    {
        Environment["KATA_ROOT"] = Root;
        foreach (var (path, text) in s_copied.Value) Write(path, text);
        Answer = Stub;
    }

    /// <summary>What the learner has written for TopK.</summary>
    public string Answer
    {
        get => Read("Katas/Heap/TopK/TopK.cs");
        set => Write("Katas/Heap/TopK/TopK.cs", value);
    }

    public string Full(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(Full(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    /// <summary>Makes what is there the history.</summary>
    public Workspace WithHistory()
    {
        foreach (string[] arguments in (string[][])[["init", "-q"], ["add", "-A"], ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", "commit", "-qm", "t"]])
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, .. arguments]))!;
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
        return this;
    }

    /// <summary>What a run of the command says, within the tests.</summary>
    public Said Kata(params string[] arguments) => CommandHere.Run(arguments, Full(Folder), Environment);

    /// <summary>The same by a process, for what only a process shows.</summary>
    public Said KataAsProcess(params string[] arguments)
    {
        using var command = Start(arguments);
        command.StandardInput.Close();
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        Assert.True(command.WaitForExit(TimeSpan.FromMinutes(2)));
        return new(command.ExitCode, output.Result, errors.Result);
    }

    public Process Start(params string[] arguments) => StartProgram(DotNet, ["exec", Program, .. arguments]);

    public static string DotNet => System.Environment.ProcessPath!;

    public static string Program => typeof(Kata).Assembly.Location;

    public Process StartProgram(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.WorkingDirectory = Full(Folder);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
