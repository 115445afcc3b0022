using System.Xml.Linq;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Etudes.Dojo;

/// <summary>Statements and hints as HTML, their formulas typeset.</summary>
internal static class StatementPage
{
    private static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder().UseMathematics().UsePipeTables().DisableHtml().Build();

    public static string Of(string markdown)
    {
        var written = new StringWriter();
        var renderer = new HtmlRenderer(written);
        s_markdown.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(one => one is HtmlMathInlineRenderer or HtmlMathBlockRenderer or Markdig.Renderers.Html.Inlines.LinkInlineRenderer or HeadingRenderer);
        renderer.ObjectRenderers.AddRange([new Inline(), new Display(), new Link(), new Heading()]);
        renderer.Render(Markdown.Parse(markdown, s_markdown));
        return written.ToString();
    }

    private static string Formula(string tex, bool isDisplay) => (isDisplay ? MathML.Lines(tex) : MathML.Of(tex)).ToString(SaveOptions.DisableFormatting);

    private sealed class Inline : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline math) => renderer.Write(Formula(math.Content.ToString(), math.DelimiterCount == 2));
    }

    private sealed class Display : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock math) => renderer.Write(Formula(math.Lines.ToString(), isDisplay: true));
    }

    /// <summary>What lies beside the file has no address here: of a link the words stay, of a picture nothing.</summary>
    private sealed class Link : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            bool leads = link.Url?.StartsWith("https://") == true;
            if (link.IsImage) return;
            if (leads) renderer.Write("<a rel=\"noreferrer\" target=\"_blank\" href=\"").WriteEscapeUrl(link.Url).Write("\">");
            renderer.WriteChildren(link);
            if (leads) renderer.Write("</a>");
        }
    }

    /// <summary>The page has headings above these.</summary>
    private sealed class Heading : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            int level = Math.Min(6, heading.Level + 1);
            renderer.Write($"<h{level}>").WriteLeafInline(heading).WriteLine($"</h{level}>");
        }
    }
}
