using BenchmarkDotNet.Running;
using Etudes;

if (args is ["growth", var kata]) Growth.Print(kata);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
