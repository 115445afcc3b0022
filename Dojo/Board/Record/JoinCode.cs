using System.Security.Cryptography;

namespace Etudes.Dojo;

/// <summary>Six letters that a room reads from the wall and types.</summary>
internal static class JoinCode
{
    /// <summary>Without I and O, which look like digits.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 6;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    public static bool Is(string text) => text.Length == Length && text.All(Letters.Contains);
}
