namespace Etudes.Dojo;

/// <summary>Names for teams that have none.</summary>
internal static class Animals
{
    private static readonly string[] s_names =
    [
        "badger", "bee", "crane", "dolphin", "eagle", "falcon", "fox", "gecko", "hare", "heron", "ibis", "jay", "kiwi", "lemur", "lynx", "magpie",
        "marten", "newt", "octopus", "otter", "owl", "panda", "puffin", "raven", "seal", "stork", "swift", "tapir", "turtle", "vole", "wren", "zebra",
    ];

    public static string One() => Random.Shared.GetItems(s_names, 1)[0];
}
