using System.CommandLine;
using System.CommandLine.Parsing;

namespace Etudes.Dojo;

/// <summary>The flags of the page.</summary>
internal sealed class PageFlags
{
    private readonly Option<bool> _page = new("--page") { Description = "Show verdicts and counterexamples in the browser too (key w)." };
    private readonly Option<bool> _noOpen = new("--no-open") { Description = "With --page: print the address, and open no browser." };
    private readonly Option<int?> _port = new("--port") { Description = "With --page: the port to serve it on.", CustomParser = Port, HelpName = "7117" };

    public void AddTo(Command command)
    {
        foreach (var flag in (Option[])[_page, _noOpen, _port]) command.Options.Add(flag);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_page) && (result.GetValue(_noOpen) || result.GetResult(_port) is not null)) result.AddError("--no-open and --port are about the page; add --page.");
        });
    }

    /// <returns>Null where no page was asked for.</returns>
    public PagePolicy? Of(ParseResult parsed) => parsed.GetValue(_page) ? new(parsed.GetValue(_port), !parsed.GetValue(_noOpen)) : null;

    private static int? Port(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, out int port) && port is > 0 and <= ushort.MaxValue) return port;
        result.AddError($"--port wants a number from 1 to {ushort.MaxValue}, and '{result.Tokens[0].Value}' is none.");
        return null;
    }
}
