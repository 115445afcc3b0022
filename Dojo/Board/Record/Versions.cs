namespace Etudes.Dojo;

/// <summary>What to say where board and laptop speak of different versions.</summary>
internal static class Versions
{
    public static string Sentence(int laptop, int board) => $"The board speaks version {board} of the dojo and this laptop version {laptop}: {(laptop < board ? "here" : "where the board is")}, {Mend}.";

    private static string Mend => Edition.IsKit ? "unpack the newer kit" : "type git pull and ./kata doctor";
}
