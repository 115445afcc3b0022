namespace Etudes.Dojo;

public sealed class SavedStubsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kata-").FullName;
    private int _told;

    private string Stub => Path.Combine(_folder, "TopK.cs");

    [Fact]
    public void Where_the_system_tells_nothing_polling_notices_each_change_once()
    {
        using var saved = new SavedStubs([Path.Combine(_folder, "nowhere")], () => _told++);
        saved.Expect([Stub]);
        saved.Poll();
        Assert.Equal(0, _told);
        foreach (var change in (Action[])[() => File.WriteAllText(Stub, "a"), () => File.AppendAllText(Stub, "b"), () => File.SetLastWriteTimeUtc(Stub, DateTime.UtcNow.AddDays(1)), () => File.Delete(Stub)])
        {
            change();
            int before = _told;
            saved.Poll();
            saved.Poll();
            Assert.Equal(before + 1, _told);
        }
        File.WriteAllText(Stub, "c");
        saved.Expect([Stub]); // somebody else has noticed
        saved.Poll();
        Assert.Equal(4, _told);
    }

    [Fact]
    public void The_system_tells_of_the_files_that_matter_alone()
    {
        var told = new ManualResetEventSlim();
        using var saved = new SavedStubs([_folder], told.Set);
        saved.Expect([Stub]);
        File.WriteAllText(Path.Combine(_folder, "BottomK.cs"), "");
        Assert.False(told.Wait(TimeSpan.FromMilliseconds(300)));
        File.WriteAllText(Stub, "");
        Assert.True(told.Wait(TimeSpan.FromSeconds(30)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
