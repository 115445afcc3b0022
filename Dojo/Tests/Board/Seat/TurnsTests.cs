using Xunit;

namespace Etudes.Dojo;

/// <summary>Who drives, and who is next.</summary>
public sealed class TurnsTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(5);

    [Fact]
    public void One_after_the_other_drives_and_then_the_first_again()
    {
        var turns = new Turns(["ada", "bob"], s_long);
        Assert.Equal(("ada", "bob"), (turns.Driver, turns.Next));
        turns.Begin();
        Assert.Equal(("bob", "ada"), (turns.Driver, turns.Next));
        turns.Begin();
        Assert.Equal("ada", turns.Driver);
    }

    [Fact]
    public void Who_is_away_is_left_out_until_she_is_back()
    {
        var turns = new Turns(["ada", "bob", "cleo"], s_long);
        Assert.Equal("ada", turns.Skip());
        Assert.Equal(("bob", "cleo"), (turns.Driver, turns.Next));
        turns.Begin();
        Assert.Equal("bob", turns.Next);
        Assert.Equal("ada", turns.Return());
        Assert.Equal("ada", turns.Next);
        Assert.Null(turns.Return());
    }

    [Fact]
    public void The_last_one_there_cannot_leave()
    {
        var turns = new Turns(["ada", "bob"], s_long);
        Assert.Equal("ada", turns.Skip());
        Assert.Null(turns.Skip());
        Assert.Equal(("bob", null), (turns.Driver, turns.Next));
    }

    [Fact]
    public void A_turn_that_is_over_asks_once()
    {
        var turns = new Turns(["ada", "bob"], TimeSpan.FromTicks(1));
        SpinWait.SpinUntil(() => turns.Left <= TimeSpan.Zero);
        Assert.True(turns.AsksNow());
        Assert.False(turns.AsksNow());
        turns.Begin();
        SpinWait.SpinUntil(() => turns.Left <= TimeSpan.Zero);
        Assert.True(turns.AsksNow());
    }

    [Fact]
    public void While_people_talk_no_turn_goes_on_and_then_a_whole_one_begins()
    {
        var turns = new Turns(["ada", "bob"], TimeSpan.FromTicks(1));
        Assert.True(SpinWait.SpinUntil(turns.AsksNow, s_long));
        turns.Stand(false); // it has not stood
        Assert.False(turns.AsksNow());
        turns.Stand(true);
        Assert.Null(turns.Left);
        Assert.False(turns.AsksNow());
        turns.Stand(false);
        Assert.True(SpinWait.SpinUntil(turns.AsksNow, s_long));
        Assert.Equal("ada", turns.Driver);
    }

    [Fact]
    public void Without_names_or_without_turns_nobody_drives_or_is_asked()
    {
        var nobody = new Turns([], s_long);
        nobody.Begin();
        Assert.Equal((null, null, null), (nobody.Driver, nobody.Next, nobody.Skip()));
        var endless = new Turns(["ada"], TimeSpan.Zero);
        Assert.Null(endless.Left);
        Assert.False(endless.AsksNow());
    }
}
