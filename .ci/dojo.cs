// Holds the board of a dojo to its bars: load, growth and faults, by processes of the real command in
// copies of the katas, on the loopback interface:
//   dotnet run .ci/dojo.cs -- [--seconds 300] [--short] [--only network|folder|growth|faults]
// The machine should have nothing else to do. --short looks in some seconds whether nothing is lost.
#:property PublishAot=false
#:package System.CommandLine
#:project dojo/Etudes.DojoLoad.csproj
using System.CommandLine;
using System.Globalization;
using Etudes.DojoLoad;

const double MostMilliseconds = 100;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var pace = TimeSpan.FromSeconds(2);
var seconds = new Option<int>("--seconds") { Description = "how long thirty teams check", DefaultValueFactory = _ => 300 };
var isShort = new Option<bool>("--short") { Description = "a few checks and one fall of the board" };
var only = new Option<string?>("--only") { Description = "one part of it" }.AcceptOnlyFromAmong("network", "folder", "growth", "faults");
var command = new RootCommand("Holds the board of a dojo to its bars.") { seconds, isShort, only };
command.SetAction(async call =>
{
    var bars = new Bars();
    if (call.GetValue(isShort))
    {
        var quick = TimeSpan.FromMilliseconds(500);
        await Task.WhenAll(
            new Load(10, 10, quick).Run(bars, async board =>
            {
                await Task.Delay(quick * 4);
                board.Fall();
            }),
            new Load(10, 10, quick, ByFolder: true).Run(bars));
        return bars.AllHold ? 0 : 1;
    }

    int checks = call.GetValue(seconds) / (int)pace.TotalSeconds;
    Load? largest = null;
    if (Wanted("network"))
    {
        largest = await new Load(30, checks, pace).Run(bars);
        bars.Must(largest.Percentile99 <= MostMilliseconds, $"of 100 answers 99 take at most {largest.Percentile99:f1} ms, one of two {largest.Median:f1} ms; answers that need nothing {largest.Greeting99:f1} ms");
    }
    if (Wanted("folder"))
    {
        var load = await new Load(30, checks, pace, ByFolder: true).Run(bars);
        Console.WriteLine($"through the folder 99 of 100 events are in the record after {load.Percentile99:f0} ms, one of two after {load.Median:f0} ms");
    }
    if (Wanted("growth"))
    {
        List<Load> loads = [];
        foreach (int teams in (int[])[5, 15, 30]) loads.Add(teams == largest?.Teams ? largest : await new Load(teams, checks / 5, pace).Run(bars));
        Console.WriteLine($"{Load.Head}\n{string.Join('\n', loads.Select(load => load.Row))}");
    }
    if (Wanted("faults")) await new Load(27, 60, pace).Run(bars, new Faults(bars, falls: 20, cut: TimeSpan.FromMinutes(1)).Happen); // with three laptops a full room
    return bars.AllHold ? 0 : 1;

    bool Wanted(string part) => call.GetValue(only) is not { } one || one == part;
});
return command.Parse(args).Invoke();
