namespace Etudes.ML.Pretraining;

/// <summary>MNIST's files, or those of what has its form. Beside the pictures to train on lie their
/// labels, and other pictures to be held out.</summary>
/// <param name="Path">The pictures to train on.</param>
internal sealed record IdxSource(string Path) : PictureSource
{
    private const string Pictures = "images-idx3", Labels = "labels-idx1", Trained = "train", HeldOut = "t10k";
    private readonly Lazy<(byte[] Numbers, int[] Shape)> _training = new(() => Square(Path));

    public override int? Side => _training.Value.Shape[1];

    public override int Channels => 1;

    /// <summary>The file of a folder that has pictures to train on; null where there is none.</summary>
    public static string? Within(string folder) => Directory.EnumerateFiles(folder, $"*{Pictures}*").Order(StringComparer.Ordinal)
        .MaxBy(file => System.IO.Path.GetFileName(file).StartsWith(Trained));

    /// <summary>Where no other file is there, the last tenth of the pictures is held out.</summary>
    public override (PictureSet, PictureSet) Open(int side, int channels, int seed, bool strict)
    {
        var all = Open(Path, _training.Value, side, channels);
        string name = System.IO.Path.GetFileName(Path);
        string other = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name.Replace(Trained, HeldOut));
        if (other != Path && File.Exists(other)) return (all, Open(other, Square(other), side, channels));
        if (all.Count < 2) throw new RefusedRunException($"There is one picture in '{Path}'; at least two are expected, one of them to be held out.");
        int tenth = Math.Max(1, all.Count / 10);
        return (all.Part(0, all.Count - tenth), all.Part(all.Count - tenth, tenth));
    }

    private static StoredPictures Open(string path, (byte[] Numbers, int[] Shape) file, int side, int channels)
    {
        string labels = path.Replace(Pictures, Labels);
        int[] numbers = labels != path && File.Exists(labels) ? [.. IdxFile.Read(labels, 1).Numbers] : [];
        if (numbers.Length > 0 && numbers.Length != file.Shape[0])
            throw new RefusedRunException($"'{labels}' has {numbers.Length} labels for the {file.Shape[0]} pictures of '{path}'.");
        string[] names = numbers.Length == 0 ? [] : [.. Enumerable.Range(0, numbers.Max() + 1).Select(label => $"{label}")];
        return new StoredPictures(file.Numbers, file.Shape[1], 1, numbers, names).Scaled(side, channels);
    }

    private static (byte[] Numbers, int[] Shape) Square(string path)
    {
        var file = IdxFile.Read(path, 3);
        return file.Shape is [_, var height, var width] && height == width ? file
            : throw new RefusedRunException($"The pictures of '{path}' are {file.Shape[1]} x {file.Shape[2]} pixels; square ones are expected.");
    }
}
