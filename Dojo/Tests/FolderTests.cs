using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>A folder with more than fourteen files wants rooms.</summary>
public sealed partial class FolderTests
{
    private const int Most = 14;

    private static readonly string[] s_ignored = [.. File.ReadLines(Repository.Full(".gitignore")).Where(line => line.EndsWith('/')).Select(line => line.TrimEnd('/'))];

    [Fact]
    public void A_folder_holds_at_most_fourteen_files()
    {
        string[] full = [.. Folders(Repository.Root).Select(Repository.Relative).Where(folder => !GrowsByKata().IsMatch(folder) && Files(folder) > Most)];
        Assert.True(full.Length == 0, string.Join('\n', full.Select(folder => $"{folder} holds {Files(folder)} files")));
    }

    private static int Files(string folder) => Directory.GetFiles(Repository.Full(folder)).Length;

    /// <summary>Without what is hidden, and what git ignores: a run of the benchmarks leaves many files.</summary>
    private static IEnumerable<string> Folders(string folder) => Directory.GetDirectories(folder)
        .Where(below => Path.GetFileName(below) is var name && !name.StartsWith('.') && !s_ignored.Contains(name) && !s_ignored.Contains(Repository.Relative(below)))
        .SelectMany(below => Folders(below).Prepend(below));

    /// <summary>Tracks have a file per kata, and so have collections; the contest programs have one per problem.</summary>
    [GeneratedRegex("^Contest$|^(Solutions|Properties|Benchmarks)/(Heap|Graph)$|^ml-track/(Solutions|Properties|Benchmarks|Properties/Golden)$|^Dojo/Tests/(Judging/WrongAnswers|Practice/Examples)/")]
    private static partial Regex GrowsByKata();
}
