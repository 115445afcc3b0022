using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>What a kata asks for, in the terminal.</summary>
internal static class Statement
{
    public static Command Make() => Verbs.OfOne("statement", "Shows the statement.", kata => Terminal.Show(StatementText.Of(kata)));
}
