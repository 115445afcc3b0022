using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Etudes.Dojo;

/// <summary>A program as it would be handed in, compiled once, in a folder of its own.</summary>
internal sealed class BuiltProgram : IDisposable
{
    private readonly string _folder, _file;

    /// <exception cref="RefusedException">It is not there, or does not compile.</exception>
    public BuiltProgram(string path)
    {
        byte[] image = Image(path);
        _folder = Directory.CreateTempSubdirectory("kata-program-").FullName;
        _file = Path.Combine(_folder, "program.dll");
        File.WriteAllBytes(_file, image);
        File.WriteAllText(Path.ChangeExtension(_file, "runtimeconfig.json"), $$"""
            {
              "runtimeOptions": {
                "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
                "configProperties": { "System.Globalization.Invariant": true, "System.GC.Concurrent": false }
              }
            }
            """);
    }

    /// <summary>What starts it.</summary>
    public string[] Command => [Sdk.DotNet, "exec", _file];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Image(string path)
    {
        var program = UserProgram.Read(path);
        var library = new Library(program.Judge);
        var pasted = library.Compile(Library.Parse(PastedFile.Program(program, library), LanguageVersion.CSharp14));
        var options = pasted.Options.WithOutputKind(OutputKind.ConsoleApplication).WithOptimizationLevel(OptimizationLevel.Release);
        using var image = new MemoryStream();
        var emitted = pasted.WithOptions(options).Emit(image);
        if (emitted.Success) return image.ToArray();
        throw new RefusedException($"{path} does not compile as a program: {emitted.Diagnostics.First(said => said.Severity == DiagnosticSeverity.Error).GetMessage()}");
    }
}
