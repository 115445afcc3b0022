using System.Diagnostics;

namespace Etudes.ML.Pretraining;

/// <summary>What a verb ends with: an exit code, and one sentence where something was wrong.</summary>
internal static class Guard
{
    public static int Run(Action act) => Run(() =>
    {
        act();
        return 0;
    });

    public static int Run(Func<int> act)
    {
        try
        {
            return act();
        }
        catch (RefusedRunException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 2;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"It stopped, since something could not be saved: {full.Message.TrimEnd('.')}. A checkpoint saved before is whole.");
            return 1;
        }
        catch (NotImplementedException unwritten)
        {
            var frame = new StackTrace(unwritten).GetFrame(0)?.GetMethod();
            string kata = frame?.DeclaringType?.Name ?? "a kata";
            Console.Error.WriteLine($"Not written yet: {kata}.{frame?.Name}, in ml-track/Katas/{kata}/{kata}.cs. Training needs MaskedAutoencoder, Patchify and MaeLoss; density needs AutoregressiveNll, AncestralSampling and MaskedAutoregression.");
            return 1;
        }
    }
}
