using System.Net;
using System.Net.Sockets;

namespace Etudes.DojoLoad;

/// <summary>The network between a laptop and its board, which can be cut.</summary>
public sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _open = [];
    private readonly int _to;
    private volatile bool _isCut;

    /// <param name="to">The board's port.</param>
    public Relay(int to)
    {
        _to = to;
        _listener.Start();
        _ = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool IsCut
    {
        get => _isCut;
        set
        {
            _isCut = value;
            if (value) Close();
        }
    }

    private async Task Listen()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { } // it is over
    }

    private async Task Carry(TcpClient laptop)
    {
        using var board = new TcpClient();
        lock (_open) _open.AddRange([laptop, board]);
        using (laptop)
            try
            {
                if (_isCut) return;
                await board.ConnectAsync(IPAddress.Loopback, _to);
                await Task.WhenAny(laptop.GetStream().CopyToAsync(board.GetStream()), board.GetStream().CopyToAsync(laptop.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException) { }
    }

    private void Close()
    {
        lock (_open)
        {
            _open.ForEach(one => one.Dispose());
            _open.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Close();
    }
}
