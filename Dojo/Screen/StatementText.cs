using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;
using Tables = Markdig.Extensions.Tables;

namespace Etudes.Dojo;

internal sealed record HintText(string Title, string Text);

/// <summary>A statement for the terminal. Its hints are named, and shown by the verb hint.</summary>
internal sealed partial class StatementText
{
    /// <summary>Longer lines are hard to read.</summary>
    private const int Widest = 100;

    private static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder().UseMathematics().UsePipeTables().Build();
    private static readonly Style s_code = new(Color.Teal), s_heading = new(decoration: Decoration.Bold | Decoration.Underline), s_link = new(Color.Blue);

    public static IRenderable Of(Kata kata) =>
        Render(File.ReadAllText(Kata.Full(kata.Statement)), kata.Name, Console.IsOutputRedirected ? 0 : Math.Max(0, Terminal.Width - Widest));

    public static IReadOnlyList<HintText> Hints(Kata kata) => [.. Hints(File.ReadAllText(Kata.Full(kata.Statement)))];

    /// <param name="kata">Whose hints are named.</param>
    /// <param name="margin">To the right of what is no code.</param>
    public static IRenderable Render(string markdown, string kata, int margin = 0)
    {
        var document = Markdown.Parse(markdown, s_markdown);
        List<IRenderable> blocks = [];
        for (int i = 0; i < document.Count; i++)
        {
            if (document[i] is not HtmlBlock) blocks.Add(new Padder(Render(document[i]), new(0, 0, document[i] is CodeBlock ? 0 : margin, 0)));
            else if (i == 0 || document[i - 1] is not HtmlBlock)
                blocks.Add(new Text($"{string.Join(", ", Hints(markdown).Select(hint => hint.Title))}: kata hint {kata} tells them one by one."));
        }
        return new Rows(blocks.Select(block => new Padder(block, new(0, 0, 0, 1))));
    }

    private static IEnumerable<HintText> Hints(string html) => HintPattern().Matches(html)
        .Select(hint => new HintText(hint.Groups[1].Value, WebUtility.HtmlDecode(TagPattern().Replace(hint.Groups[2].Value, "")).Trim().ReplaceLineEndings(" ")));

    private static IRenderable Render(Block block) => block switch
    {
        HeadingBlock heading => Line(heading.Inline, s_heading),
        MathBlock math => Formula(math.Lines.ToString()),
        CodeBlock code => new Padder(new Text(code.Lines.ToString().TrimEnd(), s_code), new(4, 0, 0, 0)),
        ListBlock list => Items(list),
        QuoteBlock quote => new Padder(new Rows(quote.Select(Render)), new(2, 0, 0, 0)),
        Tables.Table table => Cells(table),
        ThematicBreakBlock => new Rule(),
        ParagraphBlock { Inline: { FirstChild: MathInline { DelimiterCount: 2, NextSibling: null } math } } => Formula(math.Content.ToString()),
        LeafBlock { Inline: { } inline } => Line(inline, Style.Plain),
        ContainerBlock container => new Rows(container.Select(Render)),
        _ => new Text(""),
    };

    private static Padder Formula(string tex) => new(new Text(Tex.ToText(tex), s_code), new(4, 0, 0, 0));

    private static Grid Items(ListBlock list)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 1, 0) }).AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        int number = int.TryParse(list.OrderedStart, out int first) ? first : 1;
        foreach (var item in list.Cast<ListItemBlock>()) grid.AddRow(new Text(list.IsOrdered ? $"{number++}." : "•"), new Rows(item.Select(Render)));
        return grid;
    }

    private static Table Cells(Tables.Table table)
    {
        var cells = new Table { Border = TableBorder.Simple };
        foreach (var row in table.Cast<Tables.TableRow>())
        {
            var line = row.Cast<Tables.TableCell>().Select(cell => (IRenderable)new Rows(cell.Select(Render))).ToArray();
            if (row.IsHeader) cells.AddColumns([.. line.Select(cell => new TableColumn(cell))]);
            else cells.AddRow(line);
        }
        return cells;
    }

    private static Paragraph Line(ContainerInline? inlines, Style style)
    {
        var line = new Paragraph();
        if (inlines is not null) Append(line, inlines, style);
        return line;
    }

    private static void Append(Paragraph line, ContainerInline inlines, Style style)
    {
        foreach (var inline in inlines) Append(line, inline, style);
    }

    private static void Append(Paragraph line, Inline inline, Style style)
    {
        switch (inline)
        {
            case MathInline math: line.Append(Tex.ToText(math.Content.ToString()), style.Combine(s_code)); break;
            case CodeInline code: line.Append(code.Content, style.Combine(s_code)); break;
            case LiteralInline literal: line.Append(literal.Content.ToString(), style); break;
            case HtmlEntityInline entity: line.Append(entity.Transcoded.ToString(), style); break;
            case AutolinkInline address: line.Append(address.Url, style.Combine(s_link)); break;
            case LineBreakInline end: line.Append(end.IsHard ? "\n" : " ", style); break;
            case EmphasisInline emphasis: Append(line, emphasis, style.Combine(new(decoration: emphasis.DelimiterCount > 1 ? Decoration.Bold : Decoration.Italic))); break;
            case LinkInline link:
                Append(line, link, style.Combine(s_link));
                if (link.Url is { } url && url.Contains("://")) line.Append($" ({url})", style.Combine(s_link));
                break;
            case DelimiterInline bracket: // of no link
                line.Append(bracket.ToLiteral(), style);
                Append(line, bracket, style);
                break;
            case ContainerInline container: Append(line, container, style); break;
        }
    }

    [GeneratedRegex("<details><summary>(.*?)</summary>(.*?)</details>", RegexOptions.Singleline)]
    private static partial Regex HintPattern();

    [GeneratedRegex("</?(code|em|strong|sub|sup|br|p)/?>")]
    private static partial Regex TagPattern();
}
