using System.Text;

namespace Etudes.Dojo;

/// <summary>.kata/private: what nobody else is to see, with a .gitignore of its own.</summary>
internal static class PrivateFolder
{
    public static string Path => System.IO.Path.Combine(LearnerLog.Folder, "private");

    /// <summary>It is there from now on.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Make()
    {
        Directory.CreateDirectory(Path);
        string ignored = System.IO.Path.Combine(Path, ".gitignore");
        if (!File.Exists(ignored)) Replacement.Write(ignored, "*\n"u8.ToArray());
    }

    /// <summary>Writes a file of it whole, and returns its full path.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Write(string name, string text)
    {
        Make();
        string path = System.IO.Path.Combine(Path, name);
        Replacement.Write(path, Encoding.UTF8.GetBytes(text));
        return path;
    }
}
