using System.Threading.Channels;

namespace Etudes.Dojo;

/// <summary>The loop that people feel: on every save the verdict, and keys in between. It never moves on by itself.</summary>
internal sealed class Watch : IDisposable
{
    private const char Saved = '\0';
    private const string Keys = "n next  p previous  l list  h hint  r fresh seeds  s solution  q quit";
    /// <summary>An editor may write a file in several steps.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(5);

    private readonly Desk _desk;
    private readonly Channel<char> _events = Channel.CreateUnbounded<char>();
    private readonly FileSystemWatcher[] _folders;
    private volatile Kata _kata;
    private CancellationTokenSource _cancel = new();
    private Task _running = Task.CompletedTask;
    private bool _givesUp;

    public Watch(Desk desk, Kata kata)
    {
        (_desk, _kata) = (desk, kata);
        _folders = [.. Kata.All.Select(kata => kata.House).Distinct().Select(Folder)];
    }

    public async Task Run(CancellationToken cancel)
    {
        new Thread(ReadKeys) { IsBackground = true }.Start();
        await Show(_kata);
        await foreach (char happened in _events.Reader.ReadAllAsync(cancel))
        {
            if (happened is 'q' or 'Q') break;
            await Handle(char.ToLowerInvariant(happened));
            _givesUp &= happened is 's' or 'S';
        }
        await Stop();
    }

    private async Task Handle(char happened)
    {
        switch (happened)
        {
            case Saved:
                await Task.Delay(Settling);
                while (_events.Reader.TryPeek(out char next) && next == Saved) _events.Reader.TryRead(out _);
                await Begin(seed: null);
                break;
            case 'n': await Show(Beside(1)); break;
            case 'p': await Show(Beside(-1)); break;
            case 'r': await Begin(Random.Shared.Next()); break;
            case 'l': Listing.Print(json: false); break;
            case 'h': Help.Hint(_kata); break;
            case 's':
                if (!_givesUp && !Progress.Of(_kata).MayBeTold) Screen.Tell($" {_kata.Name} is not green yet; s once more gives up and shows the solution", Screen.Dim);
                else Help.Solution(_kata, giveUp: _givesUp);
                _givesUp = !_givesUp;
                break;
        }
    }

    private Kata Beside(int step) => Kata.All[(Kata.All.ToList().IndexOf(_kata) + step + Kata.All.Count) % Kata.All.Count];

    private async Task Show(Kata kata)
    {
        await Stop();
        _kata = kata;
        try
        {
            kata.House.Build();
            await _desk.ExaminerOf(kata.House).WarmUp(kata);
            await Begin(seed: null);
        }
        catch (RefusedException refused) { Screen.Aside(refused.Message); } // another kata may do
    }

    private async Task Begin(int? seed)
    {
        await Stop();
        _cancel = new();
        _running = CheckNow(_kata, seed, _cancel.Token);
    }

    /// <summary>An older check must not speak any more.</summary>
    private async Task Stop()
    {
        await _cancel.CancelAsync();
        await _running;
    }

    private async Task CheckNow(Kata kata, int? seed, CancellationToken cancel)
    {
        Screen.Clear();
        Screen.Tell($"{kata.Name}  {kata.Stub}  {kata.Statement}", Screen.Dim);
        if (seed is not null) Screen.Tell($" seed {seed}", Screen.Dim);
        Screen.Passing(" checking...");
        Check? check;
        try { check = await Task.Run(() => _desk.Check(kata, seed, Screen.Tell, cancel), CancellationToken.None); }
        catch (RefusedException refused)
        {
            Screen.Aside(refused.Message);
            return;
        }
        if (check is null) return;
        if (check.State == State.Green) Screen.Tell($" it escapes the {check.Mistakes.Count} known mistakes: {string.Join(", ", check.Mistakes)}", Screen.Dim);
        Screen.Tell($" {check.Taken.TotalSeconds:f2} s{(Screen.IsInteractive ? $"  {Keys}" : "")}", Screen.Dim);
    }

    private FileSystemWatcher Folder(House house)
    {
        var folder = new FileSystemWatcher(Kata.Full(Path.Combine(house.Folder, "Katas")), "*.cs") { IncludeSubdirectories = true };
        folder.Changed += Notice;
        folder.Created += Notice;
        folder.Renamed += Notice;
        folder.Deleted += Notice;
        folder.EnableRaisingEvents = true;
        return folder;
    }

    private void Notice(object sender, FileSystemEventArgs file)
    {
        string name = Path.GetFileNameWithoutExtension(file.Name)!;
        if (name == _kata.Name || _kata.Needs.Any(kata => kata.Name == name)) _events.Writer.TryWrite(Saved);
    }

    /// <summary>Keys at a terminal, letters through a pipe; without either the watch goes on until the process is ended.</summary>
    private void ReadKeys()
    {
        while (true)
        {
            if (!Console.IsInputRedirected) _events.Writer.TryWrite(Console.ReadKey(intercept: true).KeyChar);
            else if (Console.In.Read() is >= 0 and var letter) _events.Writer.TryWrite((char)letter);
            else return;
        }
    }

    public void Dispose()
    {
        foreach (var folder in _folders) folder.Dispose();
    }
}
