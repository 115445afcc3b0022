namespace Etudes.Dojo;

public sealed class BuildFreshnessTests
{
    [Fact]
    public void A_program_is_old_once_a_source_is_newer()
    {
        string program = Path.GetTempFileName();
        File.SetLastWriteTimeUtc(program, DateTime.UtcNow.AddYears(1));
        Assert.True(BuildFreshness.IsNewer(program, BuildFreshness.Rooms));
        File.SetLastWriteTimeUtc(program, new DateTime(2001, 1, 1));
        Assert.All(BuildFreshness.Rooms, room => Assert.False(BuildFreshness.IsNewer(program, [room])));
        File.Delete(program);
    }
}
