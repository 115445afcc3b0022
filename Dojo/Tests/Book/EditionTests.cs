namespace Etudes.Dojo;

/// <summary>What the kit does is tried by .ci/kit-check.</summary>
public sealed class EditionTests
{
    [Fact]
    public void A_clone_refuses_nothing() => Edition.MustBeClone("kata bench");

    [Fact]
    public void A_clone_reads_an_answer_from_its_source() =>
        Assert.Equal(Kata.Read("Solutions/Heap/TopK.cs"), Kata.Named("TopK").ReadAnswer());

    [Fact]
    public void A_file_that_is_not_held_is_refused_by_its_name() =>
        Assert.Equal("The kit has no Solutions/Heap/TopK.cs; a clone of the repository has it.",
            Assert.Throws<RefusedException>(() => Edition.Held("Solutions/Heap/TopK.cs")).Message);
}
