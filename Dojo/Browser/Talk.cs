using System.Diagnostics;
using System.Text;

namespace Etudes.Dojo;

/// <summary>A command that runs on, what it says, and keys for it.</summary>
public sealed class Talk : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    public Talk(Workspace work, params string[] arguments)
    {
        _process = work.Start(arguments);
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (_said) _said.AppendLine(line.Data);
        }
    }

    public async Task Press(char key)
    {
        await _process.StandardInput.WriteAsync(key);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits until it has said something, and returns all that it has said.</summary>
    public async Task<string> Until(string words)
    {
        for (var patience = Stopwatch.StartNew(); patience.ElapsedMilliseconds < Chromium.Patience; await Task.Delay(100))
            lock (_said)
                if (_said.ToString().Contains(words, StringComparison.Ordinal)) return _said.ToString();
        throw new TimeoutException($"it never said '{words}':\n{_said}");
    }

    public async Task Quit()
    {
        await Press('q');
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience));
    }

    public void Dispose()
    {
        try { _process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { } // it has ended
        _process.Dispose();
    }
}
