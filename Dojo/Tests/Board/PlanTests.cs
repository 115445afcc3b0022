using Xunit;

namespace Etudes.Dojo;

/// <summary>The plan of a dojo as one types it.</summary>
public sealed class PlanTests
{
    [Fact]
    public void Phases_stand_in_their_order() =>
        Assert.Equal([new("setup", 5), new("code", 30), new("code", 25)], DojoPlan.Of("setup:5, code:30,code:25"));

    [Theory]
    [InlineData("review", "code:30,review:25", true)]
    [InlineData("code", "code:30,review:25", false)]
    [InlineData("Code 2", "code 1:30,Code 2:25", false)]
    [InlineData("build", "build:30,look:25", false)] // it says nothing of code
    public void Where_a_phase_is_for_code_the_others_are_for_talk(string phase, string plan, bool isTalk) => Assert.Equal(isTalk, DojoPlan.IsTalk(phase, DojoPlan.Of(plan)));

    [Theory]
    [InlineData("setup")]
    [InlineData("setup:")]
    [InlineData(":5")]
    [InlineData("setup:0")]
    [InlineData("setup:601")]
    [InlineData("setup:5:6")]
    [InlineData("setup:five")]
    [InlineData("a name that is far too long:5")]
    [InlineData("")]
    [InlineData("a:1,a:1,a:1,a:1,a:1,a:1,a:1,a:1,a:1,a:1,a:1,a:1,a:1")]
    public void Nonsense_is_refused_by_what_is_expected(string text) =>
        Assert.StartsWith("--plan wants ", Assert.Throws<FormatException>(() => DojoPlan.Of(text)).Message);
}
