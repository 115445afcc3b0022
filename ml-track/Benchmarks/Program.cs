using BenchmarkDotNet.Running;
using Etudes.ML;

if (args is ["step"]) TrainingStep.Compare();
else if (args is ["peers"]) Peers.Compare();
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
