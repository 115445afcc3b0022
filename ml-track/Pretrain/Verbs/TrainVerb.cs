using System.CommandLine;

namespace Etudes.ML.Pretraining;

/// <summary>Trains a masked autoencoder, or goes on with a run. It is what the program does where no
/// verb is named.</summary>
internal static class TrainVerb
{
    public static void AddTo(Command command)
    {
        var (settings, device) = (new SettingsFlags(), Flag.Device());
        var output = Flag.Out();
        var resume = new Option<string?>("--resume") { Description = "Goes on with the run in this folder, with that run's own settings; --epochs takes it further." };
        settings.AddTo(command);
        foreach (var option in (Option[])[device, output, resume]) command.Add(option);
        command.SetAction(parsed => Guard.Run(() =>
        {
            if (parsed.GetValue(resume) is not { } folder)
                Run.Start(settings.Read(parsed), Devices.Choose(parsed.GetValue(device)!), RunFolder.Fresh(parsed.GetValue(output)!));
            else if (settings.OfFreshRun(parsed) is { } own)
                throw new RefusedRunException($"--resume goes on with that run's own settings; leave {own.Name} out.");
            else
                Run.Resume(RunFolder.Existing(folder), settings.Epochs(parsed), Devices.Choose(parsed.GetValue(device)!));
        }));
    }
}
