namespace Etudes.Dojo;

/// <summary>The keys of a watch: some are always in sight, the others are told when one asks.</summary>
internal sealed class WatchKeys
{
    private static readonly Key s_next = new('n', "next", watch => watch.Show(InHand.After(watch.Kata) ?? watch.Beside(1)));
    private static readonly Key s_previous = new('p', "previous", watch => watch.Show(watch.Beside(-1)));
    private static readonly Key s_page = new('w', "page", watch => watch.ShowPage(new()));
    private static readonly Key s_more = new('?', "more", watch => watch.ShowMore());
    private static readonly Key[] s_others = [Read.Key, KataMenu.Key, s_previous, Check.FreshKey, Examples.Key, Debug.Key, Solution.Key, Bench.Key, Due.Key];

    private readonly Key[] _all;

    private WatchKeys(Key[] shown, Key[] others) => (Shown, Others, _all) = (Words(shown), Words(others), [.. shown, .. others]);

    public static Key Quit { get; } = new('q', "quit", watch => watch.Stop());

    public static WatchKeys Alone { get; } = new([Hint.Key, Check.Key, s_next, s_page, s_more, Quit], s_others);

    /// <summary>In a dojo.</summary>
    public static WatchKeys Together { get; } = new([Hint.Key, Check.Key, TeamKeys.Turn, TeamKeys.Take, s_more, Quit], [TeamKeys.Away, TeamKeys.Back, s_next, s_page, .. s_others]);

    /// <summary>In words, for the line below.</summary>
    public string Shown { get; }

    public string Others { get; }

    public Key? Of(char letter) => _all.FirstOrDefault(key => key.Letter == letter);

    private static string Words(Key[] keys) => string.Concat(keys.Select(key => $"  {key.Letter} {key.Word}"));
}
