using System.Reflection;

namespace Etudes.Engine;

/// <summary>
/// The program that Katas is: it runs a learner's examples in its own process, where a debugger can
/// follow.
/// </summary>
public static class ExampleProgram
{
    private const int Held = 0, Failed = 1, NotServed = 2;

    /// <param name="args">The names of examples, in any case: Counterexample, or
    /// TopK.Counterexample; without one all are run.</param>
    /// <param name="katas">The assembly of the stubs with their examples.</param>
    /// <returns>The exit code: 0 only if all of them hold, 2 where none could be run.</returns>
    public static int Run(string[] args, Assembly katas)
    {
        Law[] all = [.. katas.GetTypes().SelectMany(Law.Of).Where(law => law.IsExample)];
        if (all.Length == 0) return Refuse("There are no examples; kata debug TopK writes one for TopK.");
        if (Array.Find(args, name => !all.Any(Is(name))) is { } unknown)
            return Refuse($"'{unknown}' is no example; there are {string.Join(", ", all.Select(FullName))}.");
        if (NeedsAttribute.MissingFor(katas) is { } missing) return Refuse(missing);
        var wanted = args.Length == 0 ? all : [.. args.SelectMany(name => all.Where(Is(name))).Distinct()];
        return wanted.Select(Holds).ToArray().All(holds => holds) ? Held : Failed;
    }

    private static bool Holds(Law example)
    {
        var verdict = LawRunner.Run(example, Seeds.Default);
        bool holds = verdict.Outcome == Outcome.Holds;
        Console.WriteLine(holds ? $"{example.Sentence} holds" : $"Failed {example.Sentence}");
        foreach (var line in VerdictLines.Of(verdict)) Console.WriteLine(line.Text);
        return holds;
    }

    private static Func<Law, bool> Is(string name) => example =>
        example.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || FullName(example).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string FullName(Law example) => $"{example.Subject.PlainName}.{example.Name}";

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return NotServed;
    }
}
