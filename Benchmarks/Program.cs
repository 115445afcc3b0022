using BenchmarkDotNet.Running;
using Etudes;

if (args is ["growth", var kata]) Growth.Print(kata);
#if PEERS
else if (args is ["peers", .. var names]) Peers.Compare(string.Join(' ', names));
else if (args is ["race", var race]) Peers.Run(race);
#endif
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
