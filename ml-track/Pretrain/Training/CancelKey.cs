namespace Etudes.ML.Pretraining;

/// <summary>Ctrl-C as a token: what is at work ends where it can be saved.</summary>
internal sealed class CancelKey : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public CancelKey() => Console.CancelKeyPress += Stop;

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _source.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs pressed)
    {
        pressed.Cancel = true;
        _source.Cancel();
    }
}
