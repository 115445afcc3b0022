using System.CommandLine;
using System.Text;

namespace Etudes.Dojo;

/// <summary>Makes one page of what happened in a dojo.</summary>
internal static class ReviewDojo
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files") { Description = "Records of a board and of laptops; without them the last dojo that was held or joined here.", Arity = ArgumentArity.ZeroOrMore };
        var names = new Option<bool>("--names") { Description = "Persons are named, too; else teams alone." };
        var to = new Option<string?>("--out") { Description = "The page's file; else it lies beside the record.", HelpName = "review.html" };
        var noOpen = new Option<bool>("--no-open") { Description = "Opens no browser." };
        var command = new Verb(Wish.Together, "review", "kata dojo review", "one page to look back at a dojo, and to mail round") { files, names, to, noOpen };
        command.SetAction(parsed =>
        {
            var records = Records(parsed.GetValue(files)!);
            var review = ReviewPage.Of(DojoMerge.Of(records), parsed.GetValue(names), string.Join(' ', records.Select(record => Kata.Relative(record.Path))));
            string path = Path.GetFullPath(parsed.GetValue(to) ?? Path.ChangeExtension(records[0].Path, ".html"));
            try { Replacement.Write(path, Encoding.UTF8.GetBytes(review.Html)); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new RefusedException($"{path} cannot be written: {e.Message}"); }
            Terminal.Tell($"The review is {path}");
            if (!parsed.GetValue(noOpen)) Browser.Open(new Uri(path).AbsoluteUri);
        });
        return command;
    }

    /// <exception cref="RefusedException">There are none, or one cannot be found.</exception>
    private static DojoFile[] Records(string[] files)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing) throw new RefusedException($"'{missing}' is no file; a record is named board-... or team-....jsonl and lies in .kata/private/dojo.");
        DojoFile[] records = files.Length > 0 ? [.. files.Select(file => new DojoFile(Path.GetFullPath(file)))] : [.. DojoFolder.Boards.Take(1).Concat(DojoFolder.Teams.Take(1))];
        return records.Length > 0 ? records : throw new RefusedException("No dojo was held or joined here; name the records: kata dojo review board-....jsonl.");
    }
}
