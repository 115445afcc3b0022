using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Etudes.DojoLoad;

/// <summary>The real kata dojo host, which can be ended and started again.</summary>
public sealed class Board : IDisposable
{
    /// <summary>The bar for its managed memory. The runtime is held to it: who needs more ends.</summary>
    private const long MostManaged = 200_000_000;

    private readonly Machine _machine = new();
    private readonly string[] _arguments;
    private Process _process = null!;

    /// <param name="folder">Where teams leave what they tell; null where they use the network.</param>
    public Board(string? folder = null)
    {
        Port = FreePort();
        _arguments = ["dojo", "host", "TopK", "--no-open", "--port", $"{Port}", .. folder is null ? Array.Empty<string>() : ["--folder", folder]];
        _machine.Variables["DOTNET_GCHeapHardLimit"] = MostManaged.ToString("x");
        Start();
    }

    public int Port { get; }

    public string Code { get; private set; } = "";

    public Record Record => _machine.Record;

    /// <summary>The most that it had in memory, code and all: it is more than what is managed.</summary>
    public long Memory { get; private set; }

    /// <summary>It still runs.</summary>
    public bool Lives => !_process.HasExited;

    private void Start()
    {
        _process = _machine.Start(_arguments);
        while (!Says("On each laptop: ./kata dojo join ")) { }
        _ = _process.StandardOutput.ReadToEndAsync();
        Code = Path.GetFileNameWithoutExtension(Record.Path)[^6..];
    }

    private bool Says(string start) => (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("kata dojo host has ended")).StartsWith(start);

    /// <summary>Ends it as nobody should, and starts it again.</summary>
    public void Fall()
    {
        LookAtMemory();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Start();
    }

    public void LookAtMemory()
    {
        _process.Refresh();
        Memory = Math.Max(Memory, _process.PeakWorkingSet64);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _machine.Dispose();
    }
}
