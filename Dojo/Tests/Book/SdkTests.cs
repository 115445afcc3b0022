namespace Etudes.Dojo;

public sealed class SdkTests : IDisposable
{
    private readonly string _versions = Directory.CreateTempSubdirectory("kata-sdk-").FullName;

    [Theory]
    [InlineData("10.0.100", "10.0.100")]
    [InlineData("10.0.401", "10.0.99", "10.0.401", "10.0.205")]
    [InlineData("10.0.100", "10.0.100-rc.1.25451.107", "10.0.100")]
    [InlineData("10.0.100-rc.1.25451.107", "9.0.300", "10.0.100-rc.1.25451.107")]
    [InlineData("10.0.100", "9.0.300", "10.0.100", "11.0.100", "10.template")]
    public void The_newest_version_of_the_running_NET_is_taken(string newest, params string[] installed)
    {
        foreach (string version in installed) Directory.CreateDirectory(Path.Combine(_versions, version, "Roslyn"));
        Assert.Equal(Path.Combine(_versions, newest, "Roslyn"), Sdk.Newest(_versions, "Roslyn"));
    }

    [Fact]
    public void What_an_uninstalled_version_has_left_is_none()
    {
        Directory.CreateDirectory(Path.Combine(_versions, "10.0.401", "trustedroots"));
        Directory.CreateDirectory(Path.Combine(_versions, "10.0.100", "Roslyn"));
        Assert.Equal(Path.Combine(_versions, "10.0.100", "Roslyn"), Sdk.Newest(_versions, "Roslyn"));
    }

    [Fact]
    public void A_machine_without_the_SDK_is_told_which_one_is_needed()
    {
        Directory.CreateDirectory(Path.Combine(_versions, "9.0.300", "Roslyn"));
        foreach (string versions in (string[])[_versions, Path.Combine(_versions, "absent")])
        {
            string sentence = Assert.Throws<RefusedException>(() => Sdk.Newest(versions, "Roslyn")).Message;
            Assert.StartsWith($"kata needs the .NET 10 SDK, and {versions} does not have it: https://", sentence);
        }
    }

    [Fact]
    public void A_stub_is_compiled_against_files_that_are_there()
    {
        string[] references = [.. Judge.Main.StubReferences()];
        Assert.All(references, reference => Assert.True(File.Exists(reference), reference));
        Assert.Single(references, reference => Path.GetFileName(reference) == "System.Runtime.dll");
        Assert.Single(references, reference => Path.GetFileName(reference) == "Etudes.Engine.dll");
        Assert.DoesNotContain(references, reference => Path.GetFileName(reference) == "Etudes.dll");
    }

    public void Dispose() => Directory.Delete(_versions, recursive: true);
}
