using System.IO.Pipes;
using Etudes.Worker;

// The tests of this project are run by dotnet test; started as a program it is the worker of the kata command.
if (args is not [var pipe, var record])
{
    Console.Error.WriteLine("This is the worker of the kata command, which starts it; dotnet test runs the tests.");
    return 2;
}
using var stream = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.Asynchronous);
stream.Connect();
using var cases = new CaseRecord(record);
new Session(new MessageStream(stream), cases).Run();
return 0;
