using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>How the time grows, as a picture with one sentence.</summary>
internal static class GrowthPage
{
    public static XElement Of(Growth growth) => Html.Of("figure", "",
        Html.Text("figcaption", "", growth.Sentence), GrowthDrawing.Of(growth).ToSvg("", growth.Sentence));
}
