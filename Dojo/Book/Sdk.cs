using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Etudes.Dojo;

/// <summary>
/// The SDK of the dotnet that runs this program. Its compiler compiles a stub as dotnet build does.
/// It is precompiled, while that of the NuGet package is compiled by the JIT at every start.
/// </summary>
internal static class Sdk
{
    /// <summary>Above shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll.</summary>
    private static readonly string s_root = Path.GetFullPath("../../../..", typeof(object).Assembly.Location);

    /// <summary>The dotnet that runs this program, also where it was started by a program file of its own, as dotnet run does.</summary>
    public static string DotNet { get; } = Path.Combine(s_root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static string Roslyn => Newest(Path.Combine(s_root, "sdk"), "Roslyn/bincore");

    private static string Pack => Newest(Path.Combine(s_root, "packs", "Microsoft.NETCore.App.Ref"), $"ref/net{Environment.Version.Major}.0");

    /// <summary>The base class library, as dotnet build refers to it.</summary>
    public static IEnumerable<string> References => Directory.EnumerateFiles(Pack, "*.dll").Order(StringComparer.Ordinal);

    /// <exception cref="RefusedException">This machine has no SDK, or one of another .NET.</exception>
    public static void MustBeHere() => _ = (Roslyn, Pack);

    /// <summary>A part of the newest version that has it and is one of the running .NET.</summary>
    /// <param name="versions">A folder with a folder per version.</param>
    /// <exception cref="RefusedException">None has it.</exception>
    public static string Newest(string versions, string part)
    {
        int major = Environment.Version.Major;
        var found = from folder in Directory.Exists(versions) ? Directory.EnumerateDirectories(versions, $"{major}.*") : []
                    let version = Path.GetFileName(folder).Split('-') // 10.0.100-rc.1 is older than 10.0.100
                    where Version.TryParse(version[0], out _) && Path.Exists(Path.Combine(folder, part))
                    orderby Version.Parse(version[0]), version.Length == 1
                    select Path.Combine(folder, part);
        return found.LastOrDefault()
            ?? throw new RefusedException($"kata needs the .NET {major} SDK, and {versions} does not have it: https://dotnet.microsoft.com/download/dotnet/{major}.0");
    }

    /// <summary>Roslyn is no part of this program's folder.</summary>
    [ModuleInitializer]
    internal static void FindRoslyn() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"
            ? context.LoadFromAssemblyPath(Path.Combine(Roslyn, $"{name.Name}.dll")) : null;
}
