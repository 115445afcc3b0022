namespace Etudes.Dojo;

/// <summary>An input and the output that is expected for it.</summary>
internal sealed record JudgeCase(string Name, string Input, string Expected);

/// <summary>Cases as Library Checker lays them out: in/example_00.in with out/example_00.out.</summary>
internal static class CaseFolder
{
    /// <summary>In the order of their names.</summary>
    /// <exception cref="RefusedException">There are none, or an output is missing.</exception>
    public static JudgeCase[] Read(string folder)
    {
        string inputs = Path.Combine(folder, "in"), outputs = Path.Combine(folder, "out");
        if (!Directory.Exists(inputs)) throw new RefusedException($"{folder} has no folder in; expected in/NAME.in, and out/NAME.out for each.");
        JudgeCase[] cases = [.. Directory.EnumerateFiles(inputs, "*.in").Order(StringComparer.Ordinal).Select(input =>
        {
            string name = Path.GetFileNameWithoutExtension(input);
            return new JudgeCase(name, Path.GetFullPath(input), Path.GetFullPath(Path.Combine(outputs, $"{name}.out")));
        })];
        if (cases.Length == 0) throw new RefusedException($"{inputs} has no file NAME.in.");
        if (cases.FirstOrDefault(one => !File.Exists(one.Expected)) is { } lone) throw new RefusedException($"{lone.Expected} is missing; expected it beside {lone.Input}.");
        return cases;
    }
}
