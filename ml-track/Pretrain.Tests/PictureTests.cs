namespace Etudes.ML.Pretraining;

/// <summary>Where pictures come from: drawn, a folder, MNIST's files.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("etudes").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Drawn_ones_follow_from_their_seed_and_show_every_shape()
    {
        var pictures = DrawnPictures.Draw(64, 7, 32, 3);
        var batch = pictures.First(64);
        Assert.Equal(batch.Pixels, DrawnPictures.Draw(64, 7, 32, 3).First(64).Pixels);
        Assert.NotEqual(batch.Pixels, DrawnPictures.Draw(64, 8, 32, 3).First(64).Pixels);
        Assert.All(batch.Pixels, pixel => Assert.InRange(pixel, -1, 1));
        Assert.Equal(pictures.Labels.Count, batch.Labels.Distinct().Count());
        Assert.Equal([5, 1, 16, 16], DrawnPictures.Draw(5, 7, 16, 1).First(9).Shape);
    }

    [Fact]
    public void The_folders_of_a_folder_are_labels_and_a_tenth_is_held_out()
    {
        for (int i = 0; i < 12; i++) PictureFiles.Write(Within($"{(i % 2 == 0 ? "cat" : "dog")}/{i}.{(i % 3 == 0 ? "JPG" : "png")}"), 30 + i, 40, i);
        File.WriteAllText(Within("cat/notes.txt"), "no picture");
        var (training, heldOut) = PictureSource.Of(_folder).Open(16, 3, seed: 1, strict: true);
        Assert.Equal((11, 1), (training.Count, heldOut.Count));
        Assert.Equal(["cat", "dog"], training.Labels);
        var batch = training.First(11);
        Assert.Equal([11, 3, 16, 16], batch.Shape);
        Assert.Equal(6, batch.Labels.Append(heldOut.LabelOf(0)).Count(label => label == 1));
        Assert.Equal(batch.Pixels, training.First(11).Pixels);
    }

    [Fact]
    public void The_middle_is_shown_and_other_parts_are_trained_on()
    {
        PictureFiles.Write(Within("1.png"), 60, 30, seed: 1);
        float[] shown = PictureFolder.ReadOne(Within("1.png"), 8, 1).Pixels; // dark on the left, light on the right
        Assert.All(Enumerable.Range(0, 8), row => Assert.True(shown[8 * row] < -0.5 && shown[8 * row + 7] > 0.5));
        var pictures = PictureFolder.Open(_folder, 8, 1, strict: true);
        int[] all = [.. Enumerable.Range(0, 40).Select(_ => 0)];
        var cuts = Enumerable.Range(0, 40).Select(seed => pictures.Read(all.AsMemory(0, 1), seed).Pixels).ToList();
        Assert.Equal(cuts[3], pictures.Read(all.AsMemory(0, 1), 3).Pixels);
        Assert.True(cuts.Select(cut => string.Join(' ', cut)).Distinct().Count() > 30);
        Assert.InRange(cuts.Count(cut => cut[0] > cut[7]), 5, 35); // mirrored
    }

    [Fact]
    public void A_broken_picture_is_named_and_left_out_or_refused()
    {
        for (int i = 0; i < 4; i++) PictureFiles.Write(Within($"{i}.png"), 20, 20, i);
        byte[] whole = File.ReadAllBytes(Within("1.png"));
        File.WriteAllBytes(Within("1.png"), whole[..(whole.Length / 2)]);
        File.WriteAllText(Within("2.png"), "no picture");
        var (error, words) = (Console.Error, new StringWriter());
        Console.SetError(words);
        try
        {
            var batch = PictureFolder.Open(_folder, 8, 3, strict: false).First(4);
            var third = PictureFolder.ReadOne(Within("3.png"), 8, 3);
            Assert.Equal(third.Pixels, batch.Pixels[192..384]); // the next that is whole
        }
        finally
        {
            Console.SetError(error);
        }
        Assert.Equal([Within("1.png"), Within("2.png")], words.ToString().TrimEnd().Split('\n').Select(line => line.Split('\'')[1]).Order());
        string refused = Assert.Throws<RefusedRunException>(() => PictureFolder.Open(_folder, 8, 3, strict: true).First(4)).Message;
        Assert.Matches("'.*[12].png' is no whole PNG or JPEG", refused);
        Assert.Throws<RefusedRunException>(() => PictureFolder.ReadOne(Within("1.png"), 8, 3));
    }

    [Fact]
    public void Where_no_picture_is_whole_that_is_said_once()
    {
        File.WriteAllText(Within("1.png"), "no picture");
        File.WriteAllText(Within("2.png"), "no picture");
        Assert.Equal("Not one of the pictures can be read.", Assert.Throws<RefusedRunException>(() => PictureFolder.Open(_folder, 8, 3, strict: false).First(2)).Message);
    }

    [Fact]
    public void Folders_for_training_and_validation_are_taken_as_such()
    {
        for (int i = 0; i < 5; i++) PictureFiles.Write(Within($"{(i < 3 ? "train" : "val")}/{i % 2}/{i}.png"), 20, 20, i);
        var (training, heldOut) = PictureSource.Of(_folder).Open(8, 3, seed: 1, strict: true);
        Assert.Equal((3, 2), (training.Count, heldOut.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MNISTs_files_are_read_gzipped_or_not(bool isGzipped)
    {
        byte[] numbers = [.. Enumerable.Range(0, 48).Select(i => (byte)(5 * i))];
        Save("train-images-idx3-ubyte", [3, 4, 4], numbers);
        Save("train-labels-idx1-ubyte", [3], [2, 0, 1]);
        Save("t10k-images-idx3-ubyte", [1, 4, 4], numbers[..16]);
        Save("t10k-labels-idx1-ubyte", [1], [2]);
        var source = PictureSource.Of(_folder);
        Assert.Equal((4, 1), (source.Side, source.Channels));
        var (training, heldOut) = source.Open(4, 1, seed: 1, strict: false);
        Assert.Equal([2, 0, 1], training.First(3).Labels);
        Assert.Equal(numbers.Select(number => number / 127.5f - 1), training.First(3).Pixels);
        Assert.Equal(["0", "1", "2"], training.Labels);
        Assert.Equal([2], heldOut.First(5).Labels);
        Assert.Equal([3, 3, 8, 8], source.Open(8, 3, seed: 1, strict: false).Training.First(3).Shape);

        void Save(string name, int[] shape, byte[] numbers) => File.WriteAllBytes(Within(name + (isGzipped ? ".gz" : "")),
            isGzipped ? PictureFiles.Gzipped(PictureFiles.Idx(shape, numbers)) : PictureFiles.Idx(shape, numbers));
    }

    [Fact]
    public void An_IDX_file_that_lies_is_refused()
    {
        byte[] right = PictureFiles.Idx([2, 2, 2], new byte[8]);
        byte[][] wrong = [[], right[..3], right[..^1], [.. right, 0], PictureFiles.Idx([2, 2, 0], []), PictureFiles.Idx([int.MaxValue, int.MaxValue, int.MaxValue], new byte[8]),
            PictureFiles.Idx([1, 2, 4], new byte[8]), PictureFiles.Idx([2, 4], new byte[8]), [.. right.Select((b, i) => i == 2 ? (byte)13 : b)],
            PictureFiles.Gzipped(right)[..12], PictureFiles.Gzipped(PictureFiles.Idx([1 << 10, 1 << 10, 1 << 10], new byte[8]))];
        foreach (byte[] file in wrong)
        {
            File.WriteAllBytes(Within("images"), file);
            var refused = Assert.Throws<RefusedRunException>(() => PictureSource.Of(Within("images")).Open(2, 1, 1, false));
            Assert.Contains(Within("images"), refused.Message);
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    [Fact]
    public void Every_picture_is_read_once_per_epoch_in_another_order_each_time()
    {
        var pictures = new StoredPictures([.. Enumerable.Range(0, 20).Select(i => (byte)i)], 1, 1, [], []);
        var batches = new Batches(pictures, size: 6, seed: 3);
        Assert.Equal(3, batches.PerEpoch);
        var epochs = Enumerable.Range(0, 2).Select(epoch => Enumerable.Range(3 * epoch, 3).SelectMany(step => batches.Of(step).Pixels).ToList()).ToList();
        Assert.All(epochs, epoch => Assert.Equal(18, epoch.Distinct().Count()));
        Assert.NotEqual(epochs[0], epochs[1]);
        Assert.Equal(epochs[1][6..12], new Batches(pictures, 6, 3).Of(4).Pixels); // as a resumed run reads them
    }

    private string Within(string name) => Path.Combine(_folder, name);
}
