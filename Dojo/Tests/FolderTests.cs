using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>A folder with more than fourteen files wants rooms.</summary>
public sealed partial class FolderTests
{
    private const int Most = 14;

    [Fact]
    public void A_folder_holds_at_most_fourteen_files()
    {
        string[] full = [.. Folders(Repository.Root).Select(Repository.Relative).Where(folder => !GrowsByKata().IsMatch(folder) && Files(folder) > Most)];
        Assert.True(full.Length == 0, string.Join('\n', full.Select(folder => $"{folder} holds {Files(folder)} files")));
    }

    private static int Files(string folder) => Directory.GetFiles(Repository.Full(folder)).Length;

    /// <summary>Without what is built, and what git and editors keep.</summary>
    private static IEnumerable<string> Folders(string folder) => Directory.GetDirectories(folder)
        .Where(below => Path.GetFileName(below) is not ("bin" or "obj" or "node_modules") && !Path.GetFileName(below).StartsWith('.'))
        .SelectMany(below => Folders(below).Prepend(below));

    /// <summary>Tracks have a file per kata, and so have collections; the contest programs have one per problem.</summary>
    [GeneratedRegex("^Contest$|^(Solutions|Properties|Benchmarks)/(Heap|Graph)$|^ml-track/(Solutions|Properties|Benchmarks|Properties/Golden)$|^Dojo/Tests/(Judging/WrongAnswers|Practice/Examples)/")]
    private static partial Regex GrowsByKata();
}
