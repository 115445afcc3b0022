using System.CommandLine;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Etudes.Dojo;

/// <summary>Holds the board of a dojo, until it is ended by q or Ctrl-C.</summary>
internal static class HostDojo
{
    /// <summary>A board that was ended less long ago goes on.</summary>
    private static readonly TimeSpan s_sameDojo = TimeSpan.FromHours(12);

    public static Command Make()
    {
        var name = Verbs.One();
        name.Description = "The kata that is proposed to all; without it the board proposes one later.";
        var port = new Option<int>("--port") { Description = "The port of the board.", CustomParser = result => HostFlags.Number(result, 1, ushort.MaxValue), DefaultValueFactory = _ => NetworkWay.UsualPort, HelpName = "5050" };
        var lan = new Option<bool>("--lan") { Description = "Laptops join over the network; without it only this machine can." };
        var folder = new Option<string?>("--folder") { Description = "Laptops join by a folder that all can write to, where no network leads here.", HelpName = "//share/dojo" };
        var host = new Option<string>("--name") { Description = "Whose board it is; else the user of this machine.", DefaultValueFactory = _ => Environment.UserName, HelpName = "ada" };
        var anew = new Option<bool>("--new") { Description = "Begins another dojo, where one was held here today." };
        var noOpen = new Option<bool>("--no-open") { Description = "Prints the board's address, and opens no browser." };
        var command = new Verb(Wish.Together, "host", "kata dojo host TopK --lan", "shows the board for the projector, and the line that laptops type") { name, port, lan, folder, host, anew, noOpen };
        var how = new HostFlags();
        how.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (record, before) = parsed.GetValue(anew) ? (null, null) : GoesOn();
            var settings = how.Of(parsed, parsed.GetValue(name) is { } kata ? Kata.Named(kata).Name : null, before?.Settings);
            string code = before?.Code ?? JoinCode.New();
            var opened = new DojoOpened(code, before?.Token ?? RandomNumberGenerator.GetHexString(32, lowercase: true), parsed.GetValue(host)!.Trim(), settings);
            if (Bounds.Fault(opened) is not null) throw new RefusedException("--name wants a name of at most 40 characters.");
            if (parsed.GetValue(folder) is { } path && !Directory.Exists(path)) throw new RefusedException($"'{path}' is no folder; make it where all laptops can write.");
            record ??= DojoFolder.OfBoard(WallClock.Today, code);
            using var held = DojoFolder.Held(record, "This board is held in another window already; --new begins another one.");
            var desk = new Desk(record);
            try
            {
                desk.Write(_ => opened);
                desk.Write(room => settings.Kata is { } proposed && proposed != before?.Settings.Kata && proposed != room.Kata ? new KataProposed(proposed) : null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new RefusedException($"{Kata.Relative(record.Path)} cannot be written: {e.Message}"); }
            if (before is not null) Terminal.Tell($"The dojo of today goes on, with {Show.Count(desk.See(room => room.Teams.Count), "team")}; --new begins another one.");
            await Hold(desk, parsed.GetValue(port), parsed.GetValue(lan), parsed.GetValue(folder), !parsed.GetValue(noOpen), cancel);
        });
        return command;
    }

    private static async Task Hold(Desk desk, int port, bool lan, string? folder, bool browse, CancellationToken cancel)
    {
        var opened = desk.See(room => room.Opened!);
        string[] names = lan ? [.. Addresses(), Dns.GetHostName()] : [];
        string join = folder is not null ? $"./kata dojo join {folder}" : $"./kata dojo join {(lan ? names[0] : "localhost")}{(port == NetworkWay.UsualPort ? "" : $":{port}")} {opened.Code}";
        await using var server = await BoardServer.Start(desk, names, port, join);
        await using var post = folder is null ? null : new FolderPost(desk, new(folder));
        Terminal.Tell($"The board: {server.Address}");
        Terminal.Tell($"On each laptop: {join}");
        if (lan && names.Length > 2) Terminal.Tell($"This machine is also {string.Join(", ", names[1..])}", Terminal.Dim);
        if (!lan && folder is null) Terminal.Tell("Only this machine can join; --lan lets laptops in over the network, --folder over a folder.", Terminal.Dim);
        Terminal.Tell("In a Windows prompt it begins with kata. q ends the board; started again on the same day it goes on.", Terminal.Dim);
        if (browse) Browser.Open(server.Address);
        await Quit(cancel);
        string record = Kata.Relative(desk.Record.Path);
        Terminal.Tell($"The record is {record}. kata dojo review shows it, rm {record} deletes it.");
    }

    /// <summary>Ends with q or Ctrl-C; where nobody types, with Ctrl-C alone.</summary>
    private static async Task Quit(CancellationToken cancel)
    {
        var quit = new TaskCompletionSource();
        new Thread(() => Key.Read(letter => { if (letter == 'q') quit.TrySetResult(); })) { IsBackground = true }.Start();
        using var _ = cancel.Register(() => quit.TrySetResult());
        await quit.Task;
    }

    /// <summary>The board that was held here last, and how it was opened; nothing where that is long ago.</summary>
    private static (DojoFile? Record, DojoOpened? Opened) GoesOn() =>
        DojoFolder.Boards.FirstOrDefault() is { } last && DateTime.UtcNow - File.GetLastWriteTimeUtc(last.Path) < s_sameDojo && last.Read().OfType<DojoOpened>().LastOrDefault() is { } opened ? (last, opened) : (null, null);

    /// <summary>Of this machine in its networks, the one that leads to others first.</summary>
    private static IEnumerable<string> Addresses()
    {
        var found = NetworkInterface.GetAllNetworkInterfaces().Where(one => one.OperationalStatus == OperationalStatus.Up && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .Select(one => one.GetIPProperties()).OrderByDescending(one => one.GatewayAddresses.Count)
            .SelectMany(one => one.UnicastAddresses).Where(one => one.Address.AddressFamily == AddressFamily.InterNetwork).Select(one => $"{one.Address}").ToArray();
        return found.Length > 0 ? found : throw new RefusedException("This machine is in no network; --folder holds the dojo over a folder.");
    }
}
