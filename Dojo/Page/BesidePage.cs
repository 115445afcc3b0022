using System.Xml.Linq;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Etudes.Dojo;

/// <summary>The reference beside the learner's answer, with the lines marked in which they differ.</summary>
internal static class BesidePage
{
    public static IEnumerable<XElement> Of(Kata kata)
    {
        string yours, reference;
        try { (yours, reference) = (Kata.Read(kata.Stub), kata.ReadAnswer()); }
        catch (RefusedException) { yield break; } // the kit tells no answers
        var sides = SideBySideDiffBuilder.Diff(yours, reference);
        var rows = sides.OldText.Lines.Zip(sides.NewText.Lines, (mine, its) => Html.Of("tr", "", Side(mine, "mine", "-"), Side(its, "its", "+")));
        yield return Html.Folded("more", "the reference beside yours", Html.Of("table", "beside",
            Html.Of("thead", "", Html.Of("tr", "", Html.Text("th", "", kata.Stub), Html.Text("th", "", kata.Answer))), Html.Of("tbody", "", rows)));
    }

    private static XElement Side(DiffPiece line, string whose, string mark)
    {
        bool differs = line.Type is not (ChangeType.Unchanged or ChangeType.Imaginary);
        return Html.Text("td", differs ? whose : "", line.Type == ChangeType.Imaginary ? "" : $"{(differs ? mark : " ")} {line.Text}");
    }
}
