using System.Diagnostics;
using System.Reflection;

namespace Etudes.ML.Pretraining;

/// <summary>What this program was built of.</summary>
internal static class Build
{
    /// <summary>The exit code that has ml-track/train build it anew.</summary>
    public const int Again = 75;

    private const string Props = "Torch.props", Remembered = "torch.user.props";

    /// <summary>The libtorch: cpu or cuda.</summary>
    public static string Torch => Metadata("Torch");

    /// <summary>Whether it trains the learner's own model, and not the answer.</summary>
    public static bool IsMine => Metadata("Subject") == "Katas";

    /// <summary>Has this and all later builds take another libtorch, which is downloaded first.</summary>
    /// <exception cref="RefusedRunException">It cannot be downloaded; nothing has changed
    /// then.</exception>
    public static void Remember(string torch)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, Props))) folder = Path.GetDirectoryName(folder);
        if (folder is null) throw new RefusedRunException("--torch works in a clone of the repository, whose packages it chooses.");
        using var restore = Process.Start("dotnet", ["restore", Path.Combine(folder, "Pretrain"), $"-p:Torch={torch}"]);
        restore.WaitForExit();
        if (restore.ExitCode != 0) throw new RefusedRunException($"The build of libtorch for {torch} cannot be downloaded; nothing has changed.");
        File.WriteAllText(Path.Combine(folder, Remembered), $"<Project><PropertyGroup><Torch>{torch}</Torch></PropertyGroup></Project>\n");
    }

    private static string Metadata(string key) => typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
