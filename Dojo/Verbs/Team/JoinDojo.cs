using System.CommandLine;
using System.Security.Cryptography;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>Joins the board of a dojo: the watch, with turns, and with what the board says.</summary>
internal static class JoinDojo
{
    public static Command Make()
    {
        var place = new Argument<string>("address") { Description = "The board's address or folder, as it shows it." };
        var code = new Argument<string?>("code") { Description = "The six letters on the board; a folder needs none.", Arity = ArgumentArity.ZeroOrOne };
        var team = new Option<string?>("--team") { Description = "The team's name; else it is asked for.", HelpName = "lynx" };
        var names = new Option<string?>("--names") { Description = "Who drives, in this order; else it is asked for.", HelpName = "ada,bob" };
        var noSource = new Option<bool>("--no-source") { Description = "What you write stays here; the board gets states and times." };
        var command = new Verb(Wish.Together, "join", "kata dojo join 192.0.2.7 KXQWTR", "joins a board: the watch, with turns and what the board proposes") { place, code, team, names, noSource };
        command.SetAction(async (parsed, cancel) =>
        {
            bool sendsSource = !parsed.GetValue(noSource);
            var way = WayTo(parsed.GetValue(place)!, parsed.GetValue(code));
            string unknown = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var (welcome, isAway) = await Welcome(way, unknown, cancel);
            double ahead = (welcome.Now - WallClock.Now).TotalSeconds; // before anybody is asked for names
            var file = DojoFolder.OfTeam(welcome.Code);
            using var held = DojoFolder.Held(file, "This folder has joined that board in another window already.");
            TeamEvent[] known = [.. file.Read().OfType<TeamEvent>()];
            Tell(welcome, way.Place, sendsSource);
            var before = known.OfType<TeamJoined>().LastOrDefault();
            if (before is not null) Terminal.Tell($"You are {before.Name} again{(before.People.Count > 0 ? $", with {string.Join(", ", before.People)}" : "")}; --team and --names change that.");
            var joined = new TeamJoined(welcome.Code, Name(parsed.GetValue(team), before), People(parsed.GetValue(names), before), isAway ? before?.Ahead ?? 0 : ahead) { Team = before?.Team ?? unknown };
            if (Bounds.Fault(joined with { N = 1 }) is { } fault) throw new RefusedException($"{char.ToUpperInvariant(fault[0])}{fault[1..]}.");
            var outbox = new Outbox(file, way, joined.Team, known);
            await using var seat = new Seat(outbox, joined, welcome, sendsSource);
            if (!isAway) outbox.Keep(new(welcome.Code, welcome.Host, welcome.Settings, way.Place));
            var kata = (before is null ? seat.Proposed : Kata.Find(before.Kata ?? "")) ?? InHand.Now; // who comes again goes on
            seat.Sit(kata);
            await Watch.Run(new WatchPolicy(kata, seat.ByKey ? CheckOn.Key : CheckOn.Save, Seat: seat), cancel);
            string record = Kata.Relative(file.Path);
            Terminal.Tell($"What was told to the board is also in {record}; rm {record} deletes it. The same line joins again.");
        });
        return command;
    }

    /// <exception cref="RefusedException">It leads nowhere.</exception>
    private static IWay WayTo(string place, string? code)
    {
        if (Directory.Exists(place) || DojoFolder.Met(met => met.Place == Path.GetFullPath(place)) is not null) return new FolderWay(new(Path.GetFullPath(place)));
        if (place.Contains('/') || place.Contains('\\')) throw new RefusedException($"'{place}' is no folder that can be seen from here.");
        if (code is null || !JoinCode.Is(code.ToUpperInvariant())) throw new RefusedException("The code has six letters and stands on the board: kata dojo join 192.0.2.7 KXQWTR, say.");
        return new NetworkWay(place, code.ToUpperInvariant());
    }

    /// <summary>What the board says; where it is away, what it said when it was joined from here.</summary>
    /// <exception cref="RefusedException">The board is not reached, and was never joined from here.</exception>
    private static async Task<(BoardNews News, bool IsAway)> Welcome(IWay way, string team, CancellationToken cancel)
    {
        try { return (await way.Exchange(team, [], cancel), false); }
        catch (IOException e)
        {
            if (DojoFolder.Met(way.Knows) is not { } met) throw new RefusedException($"{e.Message}. kata doctor --dojo {way.Place} finds out why.");
            Terminal.Tell($"The board is away ({e.Message}): you go on with what is kept here, and what is new waits for it.");
            return (new(DojoLine.Newest, met.Code, met.Host, met.Settings, WallClock.Now), true);
        }
    }

    /// <summary>What leaves this laptop is told before anything does.</summary>
    private static void Tell(BoardNews welcome, string place, bool sendsSource) =>
        Terminal.Tell($"This is {Show.Printable(welcome.Host)}'s board at {place}. State, time, names{(sendsSource ? " and your source go there; --no-source keeps the source here." : " go there; your source stays here.")}");

    private static string Name(string? said, TeamJoined? before)
    {
        string animal = before?.Name ?? Animals.One();
        return said?.Trim() ?? (before is null && Terminal.IsInteractive ? AnsiConsole.Ask("The team's name", animal).Trim() : animal);
    }

    private static string[] People(string? said, TeamJoined? before)
    {
        if (said is null && before is not null) return [.. before.People];
        said ??= Terminal.IsInteractive ? AnsiConsole.Prompt(new TextPrompt<string>("Who is here? Names with commas, in the order of driving; Enter for no names:").AllowEmpty()) : "";
        return [.. said.Split([",", ";", "&", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
