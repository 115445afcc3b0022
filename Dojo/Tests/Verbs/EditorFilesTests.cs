using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>
/// What VS Code and a dev container read of the repository. Neither is started here: their files
/// are held against the names that they know and the commands that they call.
/// </summary>
public sealed partial class EditorFilesTests
{
    /// <summary>The fields that are used, of those that the two know.</summary>
    private static readonly Dictionary<string, string[]> s_known = new()
    {
        [".vscode/settings.json"] = ["dotnet.defaultSolution", "files.exclude"],
        [".vscode/extensions.json"] = ["recommendations"],
        [".vscode/tasks.json"] = ["version", "tasks", "label", "detail", "type", "command", "windows", "args", "group", "kind", "isDefault", "presentation", "clear",
            "dependsOn", "problemMatcher", "base", "owner", "fileLocation", "pattern", "regexp", "message", "file", "line"],
        [".vscode/launch.json"] = ["version", "configurations", "name", "type", "request", "preLaunchTask", "program", "args", "cwd", "processId"],
        [".devcontainer/devcontainer.json"] = ["name", "image", "postCreateCommand", "customizations", "vscode", "extensions"],
    };

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Repository.Full(file)))!;

    private static JsonNode Task(string label) => Read(".vscode/tasks.json")["tasks"]!.AsArray().Single(task => (string)task!["label"]! == label)!;

    public static TheoryData<string> Files => new(s_known.Keys);
    public static TheoryData<string> Labels => new(Read(".vscode/tasks.json")["tasks"]!.AsArray().Select(task => (string)task!["label"]!));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_fields_that_are_known_and_none_twice(string file) => Assert.Empty(Fields(Read(file)).Except(s_known[file]));

    /// <summary>All names but the paths that settings exclude.</summary>
    private static IEnumerable<string> Fields(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key == "files.exclude" ? [field.Key] : Fields(field.Value).Prepend(field.Key)),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };

    /// <summary>A call of the command is understood, and one of dotnet has its project.</summary>
    [Theory]
    [MemberData(nameof(Labels))]
    public void A_task_calls_what_there_is(string label)
    {
        var task = Task(label);
        string command = (string)task["command"]!;
        string[] words = [.. task["args"]!.AsArray().Select(word => ((string)word!).Replace("${fileDirnameBasename}", "TopK"))];
        if (command == "dotnet")
        {
            Assert.Contains(words[0], (string[])["build", "test"]);
            Assert.NotEmpty(Path.HasExtension(words[1]) ? [words[1]] : Directory.GetFiles(Repository.Full(words[1]), "*.csproj"));
            Assert.Equal("-p:Kata=TopK", words[2]);
            if (task["dependsOn"] is { } before) _ = Task((string)before!);
            return;
        }
        Assert.Equal("${workspaceFolder}/kata", command);
        Assert.True(File.Exists(Repository.Full("kata")) && File.Exists(Repository.Full("kata.cmd")));
        using var work = new Workspace { Answer = "oops" };
        var said = work.Kata(words);
        Assert.Equal((1, ""), (said.Code, said.Errors));
        Assert.Matches(MSCompilePattern(), said.Output.Split('\n')[0]);
    }

    /// <summary>Where an exception came from becomes a problem of that line.</summary>
    [Fact]
    public void The_lines_of_a_verdict_match_the_matcher_of_kata_check()
    {
        using var work = new Workspace();
        work.Answer = Workspace.Stub.Replace("=> throw new NotImplementedException();", "=> throw new FormatException(\"far\");");
        string[] lines = work.Kata("check", "TopK").Output.Split('\n');
        var pattern = Task("kata check")["problemMatcher"]![1]!["pattern"]!.AsArray().Select(line => new Regex((string)line!["regexp"]!)).ToArray();
        var matches = lines.Zip(lines.Skip(1)).Where(two => pattern[0].IsMatch(two.First) && pattern[1].IsMatch(two.Second))
            .Select(two => (pattern[0].Match(two.First).Groups[1].Value, pattern[1].Match(two.Second).Groups[1].Value, pattern[1].Match(two.Second).Groups[2].Value));
        Assert.Equal(("FormatException: far", "Katas/Heap/TopK/TopK.cs", "5"), matches.First());
    }

    [Fact]
    public void A_launch_builds_what_it_starts()
    {
        foreach (var launch in Read(".vscode/launch.json")["configurations"]!.AsArray().Where(launch => (string)launch!["request"]! == "launch"))
        {
            string project = (string)Task((string)launch!["preLaunchTask"]!)["args"]![1]!, text = File.ReadAllText(Repository.Full(project));
            string assembly = Regex.Match(text, "<AssemblyName>(.*)</AssemblyName>") is { Success: true } name ? name.Groups[1].Value : Path.GetFileNameWithoutExtension(project);
            Assert.Equal($"${{workspaceFolder}}/{Path.GetDirectoryName(project)!.Replace('\\', '/')}/bin/Debug/net10.0/{assembly}.dll", (string)launch["program"]!);
        }
    }

    [Fact]
    public void Answers_and_galleries_are_out_of_sight_and_nothing_of_a_kata_is()
    {
        var excluded = Read(".vscode/settings.json")["files.exclude"]!.AsObject().Select(path => new Regex($"^{Regex.Escape(path.Key).Replace(@"\*\*/", "(.*/)?").Replace(@"\*", "[^/]*")}(/|$)")).ToArray();
        foreach (var kata in Kata.All)
        {
            Assert.All([kata.Answer, $"{kata.Judge.Project}/{kata.Track}/{kata.Name}Mistakes.cs".Replace("//", "/")], file => Assert.Contains(excluded, path => path.IsMatch(file)));
            Assert.All([kata.Stub, kata.Contract, kata.Statement, kata.Examples], file => Assert.DoesNotContain(excluded, path => path.IsMatch(file)));
        }
        Assert.Equal("Katas/Katas.slnx", (string)Read(".vscode/settings.json")["dotnet.defaultSolution"]!);
        Assert.True(File.Exists(Repository.Full("Katas/Katas.slnx")));
    }

    [Fact]
    public void The_container_has_the_SDK_of_global_json_and_the_extension_that_is_recommended()
    {
        var container = Read(".devcontainer/devcontainer.json");
        Assert.Equal($"mcr.microsoft.com/dotnet/sdk:{Read("global.json")["sdk"]!["version"]}", (string)container["image"]!);
        Assert.Equal(["ms-dotnettools.csharp"], Read(".vscode/extensions.json")["recommendations"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(["ms-dotnettools.csharp"], container["customizations"]!["vscode"]!["extensions"]!.AsArray().Select(name => (string)name!));
    }

    /// <summary>What VS Code's $msCompile looks for.</summary>
    [GeneratedRegex(@"^(?:\s+\d+>)?(\S.*)\((\d+|\d+,\d+|\d+,\d+,\d+,\d+)\)\s*:\s+(error|warning|info)\s+(\w+\d+)\s*:\s*(.*)$")]
    private static partial Regex MSCompilePattern();
}
