namespace Etudes.Dojo;

/// <summary>What is left out where a window is too small, and what never is.</summary>
public sealed class FitTests
{
    private static readonly string[][] s_blocks = [["Failed one", " input", " sentence"], ["Failed two", " input"], ["2 more laws broken", " stuck?"]];
    private static readonly string[] s_shown = ["Hint", "a", "b", "c"];

    [Fact]
    public void Where_there_is_room_all_is_shown_in_its_order() =>
        Assert.Equal([.. s_blocks.SelectMany(block => block), .. s_shown], Into(20, s_shown));

    [Fact]
    public void What_a_key_asked_for_comes_before_all_but_the_first_broken_law() =>
        Assert.Equal([.. s_blocks[0], " ...", .. s_shown], Into(8, s_shown));

    [Fact]
    public void What_sums_up_comes_before_the_second_broken_law() =>
        Assert.Equal([.. s_blocks[0], " ...", .. s_blocks[2]], Into(6, []));

    [Fact]
    public void Whatever_the_size_the_first_broken_law_stays_and_nothing_is_too_long()
    {
        for (int rows = 3; rows < 20; rows++)
            for (int shown = 0; shown <= 30; shown++)
            {
                string[] lines = Into(rows, [.. Enumerable.Range(0, shown).Select(row => $"{row}")]);
                Assert.Equal(s_blocks[0], lines[..3]);
                Assert.True(lines.Length <= rows);
            }
    }

    [Fact]
    public void A_law_that_is_longer_than_the_window_keeps_its_first_rows() => Assert.Equal(["Failed one", " ..."], Into(2, s_shown));

    [Theory]
    [InlineData(0, 0, "0", "1", " ...")]
    [InlineData(4, 4, " ...", "5", " ...")]
    [InlineData(99, 7, " ...", "8", "9")]
    [InlineData(-1, 0, "0", "1", " ...")]
    public void What_is_longer_than_its_room_can_be_moved(int wanted, int given, params string[] lines)
    {
        int top = wanted;
        Assert.Equal([.. s_blocks[0], .. lines], Fit.Into(6, [s_blocks[0]], [.. Enumerable.Range(0, 10).Select(row => $"{row}")], ref top));
        Assert.Equal(given, top);
    }

    private static string[] Into(int rows, string[] shown)
    {
        int top = 0;
        return [.. Fit.Into(rows, s_blocks, shown, ref top)];
    }
}
