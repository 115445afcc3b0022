using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;
using Tables = Markdig.Extensions.Tables;

namespace Etudes.Dojo;

/// <summary>Statements and hints for the terminal.</summary>
internal static class StatementText
{
    /// <summary>Longer lines are hard to read.</summary>
    private const int Widest = 100;

    private static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder().UseMathematics().UsePipeTables().Build();
    private static readonly Style s_code = Terminal.Code, s_heading = new(decoration: Decoration.Bold | Decoration.Underline), s_link = Terminal.Link;

    /// <summary>To the right of what is no code.</summary>
    public static int Margin => Console.IsOutputRedirected ? 0 : Math.Max(0, Terminal.Width - Widest);

    /// <summary>The statement, and where the rest is told.</summary>
    /// <exception cref="RefusedException">The file is not there.</exception>
    public static IRenderable Of(Kata kata) => new Rows(Render(Kata.Read(kata.Statement), Margin),
        new Text($"kata hint {kata.Name} tells the hints one by one, kata read {kata.Name} --idea the idea and the costs to reach.", Terminal.Dim));

    /// <summary>Markdown under a title.</summary>
    public static IRenderable Folded(string title, string markdown) => new Rows(new Text(title, new(decoration: Decoration.Bold)), Render(markdown, Margin));

    /// <param name="margin">To the right of what is no code.</param>
    public static IRenderable Render(string markdown, int margin = 0) => new Rows(Markdown.Parse(markdown, s_markdown)
        .Select(block => new Padder(Render(block), new(0, 0, block is CodeBlock ? 0 : margin, 1))));

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
}
