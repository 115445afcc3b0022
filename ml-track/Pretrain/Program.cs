using System.CommandLine;
using Etudes.ML.Pretraining;

var root = new RootCommand("Trains a masked autoencoder, and shows what it has learnt.");
TrainVerb.AddTo(root);
root.Add(ShowVerb.Make());
root.Add(ProbeVerb.Make());
root.Add(SweepVerb.Make());
root.Add(DensityVerb.Make());
root.Add(DoctorVerb.Make());

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0) return parsed.Invoke();
Console.Error.WriteLine($"{parsed.Errors[0].Message} --help lists the flags.");
return 2;
