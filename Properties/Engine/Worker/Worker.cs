using System.IO.Pipes;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>The process that runs a learner's code for the kata command. Each judge is a program of its own, and starts it with its own laws.</summary>
public static class Worker
{
    /// <param name="args">The name of the command's pipe, and the file that both map, see <see cref="CaseRecord"/>.</param>
    /// <param name="judge">The assembly of the laws.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Assembly judge)
    {
        if (args is not [var pipe, var record])
        {
            Console.Error.WriteLine("This is the worker of the kata command, which starts it; dotnet test runs the tests.");
            return 2;
        }
        RuntimeHelpers.RunClassConstructor(typeof(Seeds).TypeHandle); // before an answer can change the environment
        using var stream = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.Asynchronous);
        stream.Connect();
        using var cases = new CaseRecord(record);
        new JudgingLoop(new LawAssembly(judge), new MessageStream(stream), cases).Run();
        return 0;
    }
}
