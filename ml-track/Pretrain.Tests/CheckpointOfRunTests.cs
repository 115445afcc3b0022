namespace Etudes.ML.Pretraining;

/// <summary>Checkpoints that somebody has changed: each is gone on with, or refused in one
/// sentence.</summary>
public sealed class CheckpointOfRunTests : CheckpointTests
{
    private static readonly Settings s_small = new(PictureSource.Drawn, false, new Architecture(8, 4, 1, (8, 1, 2), (4, 1, 2), 2), 0.5, false, 4, 2, 1, 1);

    private string Saved => Path.Combine(Folder, "checkpoint.safetensors");

    [JudgedFact]
    public void Changed_metadata_and_tensors_are_refused()
    {
        using (var training = new Training(Pictures, s_small, CPU)) training.Save(Saved);
        byte[] whole = File.ReadAllBytes(Saved);
        var random = new Random(1);
        int header = BitConverter.ToInt32(whole), refused = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] changed = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--) changed[random.Next(8, 8 + header)] = (byte)random.Next(32, 127);
            File.WriteAllBytes(Saved, changed);
            try { Training.Load(Saved, null, _ => Pictures, CPU).Dispose(); }
            catch (RefusedRunException refusal)
            {
                refused++;
                Assert.DoesNotContain('\n', refusal.Message);
            }
        }
        Assert.InRange(refused, 100, 300);
    }

    [JudgedTheory]
    [InlineData("etudes_run", "2", "it is of version 2; this program reads 1")]
    [InlineData("Settings", "null", "its settings are none")]
    [InlineData("Step", "many", "The input string 'many' was not in a correct format")]
    public void What_is_wrong_is_said(string key, string value, string words)
    {
        using (var training = new Training(Pictures, s_small, CPU)) training.Save(Saved);
        using (var file = Weights.Read(Saved)) SafeTensors.Write(Saved + "2", file.Tensors, new Dictionary<string, string>(file.Metadata) { [key] = value });
        Assert.Equal($"{Saved}2 is refused: {words}.", Assert.Throws<RefusedRunException>(() => Training.Load(Saved + "2", null, _ => Pictures, CPU)).Message);
    }

    [JudgedFact]
    public void Weights_alone_are_no_run()
    {
        using (var training = new Training(Pictures, s_small, CPU)) training.SaveWeights(Saved);
        Assert.Contains("it is no checkpoint of a run", Assert.Throws<RefusedRunException>(() => Training.Load(Saved, null, _ => Pictures, CPU)).Message);
    }

    private static StoredPictures Pictures => DrawnPictures.Draw(4, 1, 8, 1);
}
