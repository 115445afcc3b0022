using System.Reflection;

// The laws are tests: dotnet test runs them. Started as a program, Katas runs a learner's examples:
// dotnet run --project Katas -p:Kata=TopK -- Counterexample
return ExampleProgram.Run(args, Assembly.GetExecutingAssembly());
