using BenchmarkDotNet.Running;
using Etudes;

if (args is ["growth", var kata]) Growth.Print(kata);
#if PEERS
else if (args is ["peers", .. var names]) Peers.Compare(string.Join(' ', names));
else if (args is ["processes"]) Programs.Compare();
else if (args is ["race", var race]) Peers.Run(race);
else if (args is ["picture", var path]) Picture.Save(path);
#endif
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
