using System.CommandLine;
using Etudes.ML.Pretraining;

var root = new RootCommand("Trains a masked autoencoder, and shows what it has learnt.");
TrainVerb.AddTo(root);
foreach (var verb in (Command[])[ShowVerb.Make(), ProbeVerb.Make(), SweepVerb.Make(), DensityVerb.Make(), DoctorVerb.Make()]) root.Add(verb);
var mine = new Option<bool>("--mine") { Description = "Takes your own katas instead of the answers.", Recursive = true };
var libtorch = new Option<string>("--torch") { Description = "Takes the build of libtorch for cpu or cuda, now and from now on.", Recursive = true }.AcceptOnlyFromAmong("cpu", "cuda");
root.Add(mine);
root.Add(libtorch);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"{parsed.Errors[0].Message} --help lists the flags.");
    return 2;
}
return Guard.Run(() =>
{
    if (parsed.GetValue(mine) && !Build.IsMine) throw new RefusedRunException("This build holds the answers; ml-track/train --mine builds one with your katas.");
    if (parsed.GetValue(libtorch) is not { } wanted || wanted == Build.Torch) return parsed.Invoke();
    Build.Remember(wanted);
    return Build.Again;
});
