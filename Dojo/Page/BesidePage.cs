using System.Xml.Linq;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Etudes.Dojo;

/// <summary>The reference beside the learner's answer, with the lines marked in which they differ.</summary>
internal static class BesidePage
{
    /// <summary>Folded away; nothing where there is no answer.</summary>
    public static IEnumerable<XElement> Of(Kata kata)
    {
        XElement table;
        try { table = Table(kata); }
        catch (RefusedException) { yield break; } // the kit tells no answers
        yield return Html.Folded("more", "the reference beside yours", table);
    }

    /// <exception cref="RefusedException">There is no answer.</exception>
    public static XElement Table(Kata kata)
    {
        var sides = SideBySideDiffBuilder.Diff(Kata.Read(kata.Stub), kata.ReadAnswer());
        var rows = sides.OldText.Lines.Zip(sides.NewText.Lines, (mine, its) => Html.Of("tr", "", Side(mine, "mine", "-"), Side(its, "its", "+")));
        return Html.Of("table", "beside",
            Html.Of("thead", "", Html.Of("tr", "", Html.Text("th", "", kata.Stub), Html.Text("th", "", kata.Answer))), Html.Of("tbody", "", rows));
    }

    private static XElement Side(DiffPiece line, string whose, string mark)
    {
        bool differs = line.Type is not (ChangeType.Unchanged or ChangeType.Imaginary);
        return Html.Text("td", differs ? whose : "", line.Type == ChangeType.Imaginary ? "" : $"{(differs ? mark : " ")} {line.Text}");
    }
}
