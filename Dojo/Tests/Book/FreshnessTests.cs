namespace Etudes.Dojo;

public sealed class FreshnessTests
{
    [Fact]
    public void A_program_is_old_once_a_source_is_newer()
    {
        string program = Path.GetTempFileName();
        File.SetLastWriteTimeUtc(program, DateTime.UtcNow.AddYears(1));
        Assert.True(Freshness.IsNewer(program, Freshness.Rooms));
        File.SetLastWriteTimeUtc(program, new DateTime(2001, 1, 1));
        Assert.All(Freshness.Rooms, room => Assert.False(Freshness.IsNewer(program, [room])));
        File.Delete(program);
    }
}
