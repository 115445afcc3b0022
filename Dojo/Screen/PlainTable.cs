using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>A table without lines, whose cells are never wrapped.</summary>
internal static class PlainTable
{
    public static Table Of(params string[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (string column in columns) table.AddColumn(new TableColumn(column) { NoWrap = true });
        return table;
    }
}
