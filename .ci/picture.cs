// Draws README's picture, two screens of a real run: dotnet run .ci/picture.cs. With --check it
// writes nothing, and exits with 1 where a run today says something else than the picture.
// The watch runs in a pseudo-terminal, which `script` of Linux makes. A wrong answer is saved, then
// the right one; they differ in one line of the reference.
#:property PublishAot=false
#:project loop/Etudes.Loop.csproj
using System.Diagnostics;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Etudes.Loop;

const string Picture = "kata.svg", Kata = "RunningMedian";
const string Right = "public double Median => ((long)Lower + Upper) / 2.0;", Wrong = "public double Median => (Lower + Upper) / 2.0;";
const int Columns = 82, Rows = 12;
const double LetterWidth = 8.4, RowHeight = 19, Margin = 14;

using var checkout = new Checkout(Directory.GetCurrentDirectory());
string right = new Answers(checkout).Right(Kata);
var seen = new StringBuilder();
using var terminal = Start();
new Thread(Read) { IsBackground = true }.Start();
Screen("not written yet");
SaveBoth(); // as any watch is after its first saves: compiled, and with the known mistakes at hand
File.Delete(Path.Combine(checkout.Copy, ".kata", "log.jsonl"));
var (red, green) = SaveBoth();
terminal.StandardInput.Write("q");
terminal.WaitForExit();

string svg = Draw([("You save a line with a mistake in it:", Wrong, red), ("You mend the line and save again:", Right, green)]);
if (args is ["--check"])
{
    bool isTrue = File.Exists(Picture) && WithoutTimes(File.ReadAllText(Picture)) == WithoutTimes(svg);
    if (!isTrue) Console.WriteLine($"{Picture} is not what a run says today: dotnet run .ci/picture.cs draws it anew");
    return isTrue ? 0 : 1;
}
File.WriteAllText(Picture, svg);
return 0;

Process Start() => Process.Start(new ProcessStartInfo("script", ["-qfec", $"stty cols {Columns} rows {Rows}; exec dotnet exec '{checkout.Program}' {Kata}", "/dev/null"])
{
    RedirectStandardInput = true,
    RedirectStandardOutput = true,
    Environment = { ["KATA_ROOT"] = checkout.Copy, ["KATA_BUILT"] = "1", ["TERM"] = "xterm-256color", ["NO_COLOR"] = null, ["TERM_PROGRAM"] = null },
})!;

(string[] Red, string[] Green) SaveBoth()
{
    checkout.Save(Kata, right.Replace(Right, Wrong));
    string[] red = Screen("stuck?");
    checkout.Save(Kata, right);
    return (red, Screen("next: "));
}

void Read()
{
    while (terminal.StandardOutput.Read() is >= 0 and var letter)
        lock (seen) seen.Append((char)letter);
}

// The rows of the screen, once it says these words and the keys below them.
string[] Screen(string words)
{
    var patience = Stopwatch.StartNew();
    while (patience.Elapsed < TimeSpan.FromMinutes(1))
    {
        Thread.Sleep(200);
        string all;
        lock (seen) all = Regex.Replace(seen.ToString(), "\u001b7.*?\u001b8", ""); // the clock's ticks
        string last = all.Split("\x1b[H")[^1];
        if (last.Contains(words) && Regex.IsMatch(last, @"\d s .*q quit") && last.Contains("\x1b[J"))
            return [.. last[..last.IndexOf("\x1b[J", StringComparison.Ordinal)].Split('\n').Select(row => row.Replace("\x1b[K", "").Replace("\r", ""))];
    }
    throw new TimeoutException($"'{words}' did not come; the screen says: {seen}");
}

static string WithoutTimes(string svg) => Regex.Replace(svg, @"\d+\.\d\d s|\d+:\d\d", "time");

static string Draw((string Caption, string Line, string[] Rows)[] scenes)
{
    var drawing = new StringBuilder();
    double width = Columns * LetterWidth + 2 * Margin, y = 0;
    foreach (var (caption, line, rows) in scenes)
    {
        drawing.AppendLine($"""<text x="{Margin}" y="{y + 20}" class="caption">{caption}</text>""");
        drawing.AppendLine($"""<rect y="{y + 30}" width="{width}" height="{RowHeight + 14}" rx="6" class="editor"/>""");
        drawing.AppendLine(Text(line, y + 51, "code"));
        y += 30 + RowHeight + 14 + 8;
        double height = rows.Length * RowHeight + 2 * Margin;
        drawing.AppendLine($"""<rect y="{y}" width="{width}" height="{height}" rx="6" class="terminal"/>""");
        for (int row = 0; row < rows.Length; row++) drawing.AppendLine(Text(rows[row], y + Margin + (row + 0.75) * RowHeight, "row"));
        y += height + 12;
    }
    return $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{y}}" width="{{width}}" height="{{y}}" role="img">
        <style>
        text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
        .caption { font: 15px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }
        .editor { fill: #f6f8fa; stroke: #d0d7de } .code { fill: #24292f }
        .terminal { fill: #161b22 } .row { fill: #e6edf3 } .bold { font-weight: bold }
        @media (prefers-color-scheme: dark) { .caption { fill: #9198a1 } .editor { fill: #0d1117; stroke: #3d444d } .code { fill: #e6edf3 } .terminal { stroke: #3d444d } }
        </style>
        {{drawing}}</svg>

        """;
}

// A row with its colours as spans.
static string Text(string row, double y, string kind)
{
    var spans = new StringBuilder();
    string style = "";
    int column = 0;
    foreach (Match part in Regex.Matches(row, "\x1b\\[([0-9;]*)m|[^\x1b]+"))
    {
        if (part.Groups[1].Success) style = Style(part.Groups[1].Value);
        else
        {
            string text = part.Value.TrimEnd();
            if (text.Length > 0)
                spans.Append($"""<tspan x="{Margin + column * LetterWidth:f1}" textLength="{text.Length * LetterWidth:f1}"{style}>{SecurityElement.Escape(text)}</tspan>""");
            column += part.Value.Length;
        }
    }
    return $"""<text y="{y:f1}" class="{kind}" xml:space="preserve">{spans}</text>""";
}

// What a terminal is told by a select graphic rendition, in colours that can be read on black.
static string Style(string codes)
{
    string bold = codes.Split(';')[0] == "1" ? " class=\"bold\"" : "";
    string? colour = codes switch
    {
        _ when codes.EndsWith("38;5;9") || codes.EndsWith("91") => "#ff7b72",
        _ when codes.EndsWith("38;5;2") || codes.EndsWith("32") => "#56d364",
        _ when codes.EndsWith("38;5;8") || codes.EndsWith("90") => "#9198a1",
        _ when codes.EndsWith("38;5;136") => "#d29922",
        _ => null,
    };
    return bold + (colour is null ? "" : $" style=\"fill:{colour}\"");
}
