namespace Etudes.Dojo;

/// <summary>
/// What happened to a learner, .kata/log.jsonl: an event per line. One process at a time appends.
/// What is known of a kata follows from its events. A process reads each line once.
/// </summary>
internal sealed class LearnerLog(string folder)
{
    /// <summary>The folder of the log and of all attempts.</summary>
    public static string Folder => Kata.Full(".kata");

    private static readonly PerRun<LearnerLog> s_learner = new(() => new(Folder));

    public static LearnerLog Learner => s_learner.Value;

    private const int Remembered = 256;

    private readonly string _file = Path.Combine(folder, "log.jsonl");
    private readonly Lock _reading = new();
    private readonly Dictionary<string, Progress> _known = [];
    private string? _latest;
    /// <summary>The last bytes that were read. Another file has others before _end.</summary>
    private byte[] _last = [];
    private long _end;
    private string? _told;

    /// <summary>What is known of a kata. A sentence says where the log cannot be read.</summary>
    /// <exception cref="RefusedException">A newer command has written to the log.</exception>
    public Progress Of(string kata)
    {
        lock (_reading)
        {
            try { Read(); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                string sentence = $"{Kata.Relative(_file)} cannot be read: {e.Message}";
                if (sentence != _told) Notices.Tell(_told = sentence);
            }
            return Known(kata);
        }
    }

    /// <summary>The kata that was checked or begun again last.</summary>
    /// <exception cref="RefusedException">A newer command has written to the log.</exception>
    public string? Latest
    {
        get
        {
            Of(""); // reads what is new
            return _latest;
        }
    }

    /// <inheritdoc cref="Append(string, Func{Progress, Event})"/>
    public void Append(Event happened) => Append(happened.Kata, _ => happened);

    /// <summary>Writes down what happened. A sentence says where that is impossible.</summary>
    /// <param name="happening">The event, by what is known before it.</param>
    /// <exception cref="RefusedException">A newer command has written to the log.</exception>
    public void Append(string kata, Func<Progress, Event> happening)
    {
        lock (_reading)
        {
            try
            {
                Directory.CreateDirectory(folder);
                using var turn = Turn();
                ReadInTurn();
                using (var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                    file.Write(EventLine.Of(happening(Known(kata))));
                TryRead();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Notices.Tell($"The progress of {kata} is not kept: {e.Message}");
            }
        }
    }

    private Progress Known(string kata) => _known.GetValueOrDefault(kata) ?? new();

    private void Read()
    {
        if (TryRead()) return;
        using var turn = Turn(); // another process may have been writing
        ReadInTurn();
    }

    private void ReadInTurn()
    {
        if (TryRead()) return;
        Mend();
        TryRead();
    }

    /// <summary>
    /// Takes in what was appended since the last time.
    /// False, and nothing is taken in, where the file has to be mended first.
    /// </summary>
    private bool TryRead()
    {
        if (!File.Exists(_file))
        {
            Forget();
            return !Directory.Exists(_file) && OldRecords.In(folder).Length == 0;
        }
        byte[] found = ReadFrom(_end - _last.Length);
        if (!found.AsSpan().StartsWith(_last))
        {
            Forget();
            found = ReadFrom(0);
        }
        var appended = found.AsMemory(_last.Length);
        if (appended.Length > 0 && found[^1] != '\n') return false; // half a line
        List<Event> events = [];
        foreach (var line in Lines(appended))
        {
            if (EventLine.Read(line.Span, out _) is not { } happened) return false;
            events.Add(happened);
        }
        foreach (var happened in events)
        {
            _known[happened.Kata] = Known(happened.Kata).After(happened);
            if (happened is Checked or PutAside or StubReset) _latest = happened.Kata;
        }
        (_last, _end) = (found[^Math.Min(found.Length, Remembered)..], _end + appended.Length);
        return true;
    }

    private byte[] ReadFrom(long start)
    {
        using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] rest = new byte[Math.Max(0, file.Length - start)];
        file.Position = start;
        file.ReadExactly(rest);
        return rest;
    }

    private void Forget()
    {
        _known.Clear();
        _latest = null;
        (_last, _end) = ([], 0);
    }

    /// <summary>Makes the file one that can be read to its end. The damaged one is kept.</summary>
    private void Mend()
    {
        if (File.Exists(_file))
        {
            LeaveOutDamage();
            return;
        }
        if (Directory.Exists(_file))
        {
            string kept = Replacement.Free(Aside, ".jsonl");
            Directory.Move(_file, kept);
            Notices.Tell($"{Kata.Relative(_file)} is damaged (it is a folder); it is kept as {Kata.Relative(kept)}.");
        }
        Import();
    }

    private void LeaveOutDamage()
    {
        var lines = Lines(File.ReadAllBytes(_file)).Select(line => (Text: line, Event: EventLine.Read(line.Span, out string damage), Damage: damage)).ToArray();
        string[] damages = [.. lines.Where(line => line.Event is null).Select(line => line.Damage)];
        if (damages.Length > 0)
        {
            string kept = Replacement.Copy(_file, Aside, ".jsonl");
            Notices.Tell($"{Kata.Relative(_file)} is damaged in {damages.Length} of {lines.Length} lines ({damages[0]}); it is kept as {Kata.Relative(kept)}, and the other lines go on.");
        }
        Replacement.Write(_file, [.. lines.Where(line => line.Event is not null).SelectMany(line => (byte[])[.. line.Text.Span, (byte)'\n'])]);
    }

    /// <summary>Once: whoever has a log has no old records any more.</summary>
    private void Import()
    {
        string[] records = OldRecords.In(folder);
        Replacement.Write(_file, [.. records.SelectMany(OldRecords.Read).SelectMany(EventLine.Of)]);
        foreach (string record in records) OldRecords.Keep(record);
    }

    private string Aside => Path.Combine(folder, "log.damaged");

    /// <summary>Those that hold something.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> text)
    {
        while (text.Length > 0)
        {
            int end = text.Span.IndexOf((byte)'\n') is >= 0 and var at ? at : text.Length;
            if (!text.Span[..end].Trim(" \t\r"u8).IsEmpty) yield return text[..end];
            text = text[Math.Min(end + 1, text.Length)..];
        }
    }

    /// <summary>Held by one process at a time, while it reads, mends and writes.</summary>
    private FileStream Turn()
    {
        string path = Path.Combine(folder, "lock");
        for (int tries = 1; ; tries++)
        {
            try { return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException) when (tries < 200 && File.Exists(path)) { Thread.Sleep(10); }
        }
    }
}
