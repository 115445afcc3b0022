using Etudes.Engine;

// The tests of this project are run by dotnet test; started as a program it is the worker of the kata command.
return Worker.Run(args, typeof(Program).Assembly);

/// <summary>Stands for the assembly of the laws of heap and graph.</summary>
public sealed partial class Program;
