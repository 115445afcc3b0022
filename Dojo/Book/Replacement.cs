namespace Etudes.Dojo;

/// <summary>Files that replace others whole or not at all, and names that nothing has yet.</summary>
internal static class Replacement
{
    public static void Write(string path, byte[] content)
    {
        string partial = $"{path}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllBytes(partial, content);
            File.Move(partial, path, overwrite: true);
        }
        finally { File.Delete(partial); } // where it could not be moved
    }

    /// <summary>Copies a file to a name that is free and returns it, whoever else copies at the same time.</summary>
    public static string Copy(string path, string start, string end)
    {
        while (true)
        {
            string copy = Free(start, end);
            try
            {
                File.Copy(path, copy);
                return copy;
            }
            catch (IOException) when (Path.Exists(copy)) { } // another process was faster
        }
    }

    /// <summary>"start.cs", "start-2.cs", ...</summary>
    public static string Free(string start, string end)
    {
        string path = start + end;
        for (int i = 2; Path.Exists(path); i++) path = $"{start}-{i}{end}";
        return path;
    }
}
