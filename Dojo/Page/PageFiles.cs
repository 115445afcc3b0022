using System.Reflection;

namespace Etudes.Dojo;

/// <summary>The files of the page, which the program carries in itself.</summary>
internal static class PageFiles
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{name}")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
