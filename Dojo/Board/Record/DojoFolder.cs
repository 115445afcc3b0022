namespace Etudes.Dojo;

/// <summary>.kata/private/dojo: the records of boards that were held here, and of dojos that were joined from here.</summary>
internal static class DojoFolder
{
    private const string Board = "board-", Team = "team-", End = ".jsonl";

    public static string Path => System.IO.Path.Combine(PrivateFolder.Path, "dojo");

    public static DojoFile OfBoard(DateOnly day, string code) => new(Named($"{Board}{day:yyyy-MM-dd}-{code}{End}"));

    public static DojoFile OfTeam(string code) => new(Named($"{Team}{code}{End}"));

    /// <summary>The records of boards, the newest first.</summary>
    public static IEnumerable<DojoFile> Boards => Files(Board).OrderByDescending(File.GetLastWriteTimeUtc).Select(file => new DojoFile(file));

    /// <summary>Those of laptops.</summary>
    public static IEnumerable<DojoFile> Teams => Files(Team).OrderByDescending(File.GetLastWriteTimeUtc).Select(file => new DojoFile(file));

    /// <summary>How a board was met last; null where no laptop has joined it from here.</summary>
    public static BoardMet? Met(Func<BoardMet, bool> isThat) => Teams.Select(file => file.Read().OfType<BoardMet>().LastOrDefault(isThat)).FirstOrDefault(met => met is not null);

    private static IEnumerable<string> Files(string start) => Directory.Exists(Path) ? Directory.EnumerateFiles(Path, $"{start}*{End}") : [];

    /// <summary>A name in the folder, which is there from now on.</summary>
    private static string Named(string name)
    {
        PrivateFolder.Make();
        Directory.CreateDirectory(Path);
        return System.IO.Path.Combine(Path, name);
    }

    /// <summary>Keeps others from using a file until it is given back.</summary>
    /// <exception cref="RefusedException">Somebody else uses it.</exception>
    public static IDisposable Held(DojoFile file, string sentence)
    {
        try { return new FileStream($"{file.Path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose); }
        catch (IOException) { throw new RefusedException(sentence); }
    }
}
