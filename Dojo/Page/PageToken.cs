using System.Security.Cryptography;

namespace Etudes.Dojo;

/// <summary>What an address of the page needs to be answered.</summary>
internal static class PageToken
{
    private const string Name = "page-token";

    /// <summary>The same as last time, so that a page that stands open finds the next watch.</summary>
    public static string Kept()
    {
        string file = Path.Combine(PrivateFolder.Path, Name);
        if (File.Exists(file) && File.ReadAllText(file) is { Length: 32 } known && known.All(char.IsAsciiHexDigitLower)) return known;
        string token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        PrivateFolder.Write(Name, token);
        return token;
    }
}
