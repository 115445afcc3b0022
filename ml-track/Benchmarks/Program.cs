using BenchmarkDotNet.Running;
using Etudes.ML;

if (args is ["step"]) TrainingStep.Compare();
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
