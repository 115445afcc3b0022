using System.Runtime.CompilerServices;

namespace Etudes.Dojo;

/// <summary>
/// The command within the tests' own process, where it is compiled and warm: a run that finds the
/// variables, the folder and the console of a process, with nobody at the keyboard.
/// </summary>
internal static class CommandHere
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Before anybody reads it: the seed of a run is the fixed one.</summary>
    [ModuleInitializer]
    internal static void SetUp()
    {
        Environment.SetEnvironmentVariable("KATA_SEED", null);
        IdleWorkers.AreKept = true;
    }

    /// <param name="variables">null takes one away.</param>
    public static Said Run(string[] arguments, string folder, IReadOnlyDictionary<string, string?> variables)
    {
        var found = variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        var (stood, input, output, errors) = (Environment.CurrentDirectory, Console.In, Console.Out, Console.Error);
        var (said, aside) = (new StringWriter(), new StringWriter());
        Set(variables);
        Environment.CurrentDirectory = folder;
        Console.SetIn(TextReader.Null);
        Console.SetOut(said);
        Console.SetError(aside);
        try
        {
            var run = Task.Run(() =>
            {
                Dojo.Run.Begin();
                Notices.Tell = Terminal.Aside;
                return Verbs.Run(arguments);
            });
            Assert.True(run.Wait(s_patience));
            return new(run.Result, said.ToString(), aside.ToString());
        }
        finally
        {
            Console.SetIn(input);
            Console.SetOut(output);
            Console.SetError(errors);
            Environment.CurrentDirectory = stood;
            Set(found);
        }
    }

    private static void Set(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        foreach (var (name, value) in variables) Environment.SetEnvironmentVariable(name, value);
        TimeZoneInfo.ClearCachedData(); // TZ
    }
}
