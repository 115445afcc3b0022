using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The parts of a drawing by their class.</summary>
internal static class Marks
{
    public static IEnumerable<XElement> OfKind(XElement drawn, string kind) => drawn.Descendants().Where(part => part.Attribute("class")?.Value.Split(' ').Contains(kind) == true);

    public static string[] Texts(XElement drawn, string kind) => [.. OfKind(drawn, kind).Select(text => text.Value)];
}
