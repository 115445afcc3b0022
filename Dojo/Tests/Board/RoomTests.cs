using Xunit;

namespace Etudes.Dojo;

/// <summary>What the board knows, event by event.</summary>
public sealed class RoomTests
{
    private const string Lynx = "0123456789abcdef0123456789abcdef", Fox = "fedcba9876543210fedcba9876543210";

    private static readonly DateTimeOffset s_nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Room _room = new();

    [Theory]
    [InlineData(19, 1)]
    [InlineData(21, 2)]
    public void Checks_of_one_outcome_within_twenty_seconds_are_one_light(int seconds, int lights)
    {
        Open();
        Check(Lynx, 1, 0, Light.Red);
        Check(Lynx, 2, seconds, Light.Red);
        Assert.Equal(lights, Of(Lynx).Lights.Count);
    }

    [Fact]
    public void A_light_that_goes_on_for_long_becomes_another_one()
    {
        Open();
        for (int i = 0; i < 10; i++) Check(Lynx, i + 1, 10 * i, Light.Red);
        Assert.Equal(5, Of(Lynx).Lights.Count);
        Assert.Equal(10, Of(Lynx).Lights.Sum(light => light.Checks));
    }

    [Fact]
    public void Another_outcome_another_kata_and_a_guess_are_lights_of_their_own()
    {
        Open();
        Check(Lynx, 1, 0, Light.Red);
        Check(Lynx, 2, 1, Light.Amber);
        Check(Lynx, 3, 2, Light.Amber, kata: "Kruskal");
        Check(Lynx, 4, 3, Light.Amber, kata: "Kruskal", guess: Light.Green);
        Check(Lynx, 5, 4, Light.Amber, kata: "Kruskal", guess: Light.Amber);
        Assert.Equal(5, Of(Lynx).Lights.Count);
        Assert.Equal((2, 1), (Of(Lynx).Guesses, Of(Lynx).RightGuesses));
    }

    [Fact]
    public void By_key_each_check_is_meant()
    {
        Open(byKey: true);
        Check(Lynx, 1, 0, Light.Red);
        Check(Lynx, 2, 1, Light.Red);
        Assert.Equal(2, Of(Lynx).Lights.Count);
    }

    [Fact]
    public void The_clock_begins_with_the_first_check()
    {
        Open();
        Join(Lynx, 1, "lynx");
        Assert.Null(_room.Began);
        Check(Fox, 1, 60, Light.Red);
        Check(Lynx, 2, 30, Light.Red);
        Assert.Equal(s_nine.AddSeconds(30), _room.Began);
    }

    [Fact]
    public void Teams_of_one_name_are_told_apart_also_when_a_row_is_renamed()
    {
        Open();
        Join(Lynx, 1, "lynx");
        Join(Fox, 1, "lynx");
        Assert.Equal(["lynx", "lynx 2"], Names());
        _room.Take(new RowRenamed(Fox, "lynx"));
        Assert.Equal(["lynx", "lynx 2"], Names());
        _room.Take(new RowRenamed(Fox, "owl"));
        Join(Fox, 2, "fox"); // what the facilitator says stays
        Assert.Equal(["lynx", "owl"], Names());
    }

    [Fact]
    public void Who_says_the_same_name_again_keeps_the_one_that_it_got()
    {
        Open();
        Join(Lynx, 1, "lynx");
        Join(Fox, 1, "lynx");
        _room.Take(new RowRenamed(Lynx, "wolf"));
        Join(Fox, 2, "lynx"); // it has taken a kata
        Assert.Equal(["wolf", "lynx 2"], Names());
        Join(Fox, 3, "fox");
        Assert.Equal(["wolf", "fox"], Names());
    }

    [Fact]
    public void The_plan_is_gone_through_phase_by_phase_and_nothing_moves_by_itself()
    {
        Open();
        Assert.Equal((null, 0), (_room.Phase, _room.NextPhase));
        _room.Take(new PhaseBegun(0) { At = s_nine });
        Assert.Equal(("setup", s_nine.AddMinutes(5), 1), (_room.Phase!.Name, _room.PhaseEnds, _room.NextPhase));
        _room.Take(new PhaseEnded());
        Assert.Equal((null, 1), (_room.Phase, _room.NextPhase));
        _room.Take(new PhaseBegun(1) { At = s_nine });
        Assert.Equal(("code", null), (_room.Phase!.Name, _room.NextPhase));
    }

    [Fact]
    public void A_proposed_kata_begins_with_its_first_hint()
    {
        Open();
        Assert.Equal("TopK", _room.Kata);
        _room.Take(new HintTold("TopK", 2));
        Assert.Equal(new("TopK", 2), _room.NewsForAll(s_nine).Hint);
        _room.Take(new KataProposed("Kruskal"));
        Assert.Equal(("Kruskal", null), (_room.NewsForAll(s_nine).Kata, _room.NewsForAll(s_nine).Hint));
    }

    private void Open(bool byKey = false) => _room.Take(new DojoOpened("KXQWTR", Lynx, "ada", new(5, false, byKey, "TopK", DojoPlan.Of("setup:5,code:30"))));

    private void Join(string team, int n, string name) => _room.Take(new TeamJoined("KXQWTR", name, []) { Team = team, N = n, At = s_nine });

    private void Check(string team, int n, int seconds, Light light, string kata = "TopK", Light? guess = null) =>
        _room.Take(new CheckMade(kata, light, "", 0, 0, [], guess) { Team = team, N = n, At = s_nine.AddSeconds(seconds) });

    private Team Of(string id) => _room.Find(id)!;

    private IEnumerable<string> Names() => _room.Teams.Select(team => team.Name);
}
