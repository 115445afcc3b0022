namespace Etudes.ML.Pretraining;

/// <summary>Where pictures come from: what --data names.</summary>
public abstract record PictureSource
{
    /// <summary>The name of the pictures that the program draws itself.</summary>
    public const string Drawn = "drawn";

    /// <summary>The side that its pictures have, in pixels; null where they have any.</summary>
    public virtual int? Side => null;

    /// <summary>1 where its pictures are grey, 3 where they are coloured.</summary>
    public abstract int Channels { get; }

    /// <summary>Pictures to learn from, and others, in random order, that are never trained
    /// on.</summary>
    /// <param name="side">Their side, in pixels.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="seed">Draws them, or which of them are held out.</param>
    /// <param name="strict">A broken picture is an error, and not left out.</param>
    /// <exception cref="RefusedRunException">The pictures are not there, or not as they should
    /// be.</exception>
    public abstract (PictureSet Training, PictureSet HeldOut) Open(int side, int channels, int seed, bool strict);

    /// <summary>The source of that name: drawn, a folder of pictures, or MNIST's files or their
    /// folder.</summary>
    /// <exception cref="RefusedRunException">There is nothing of that name.</exception>
    public static PictureSource Of(string data) => data switch
    {
        Drawn => new DrawnSource(),
        _ when File.Exists(data) => new IdxSource(data),
        _ when Directory.Exists(data) => IdxSource.Within(data) is { } file ? new IdxSource(file) : new FolderSource(data),
        _ => throw new RefusedRunException($"--data is '{data}'; expected {Drawn}, a folder of PNG or JPEG, or an IDX file of MNIST's form."),
    };

    private sealed record DrawnSource : PictureSource
    {
        private const int Trained = 4096, HeldOut = 1024;

        public override int Channels => 3;

        public override (PictureSet, PictureSet) Open(int side, int channels, int seed, bool strict) =>
            (DrawnPictures.Draw(Trained, seed, side, channels), DrawnPictures.Draw(HeldOut, -1 - seed, side, channels));
    }

    private sealed record FolderSource(string Path) : PictureSource
    {
        private static readonly (string Training, string HeldOut)[] s_halves = [("train", "val"), ("train", "test")];

        public override int Channels => 3;

        /// <summary>The folders train and val (or test), where there are such; else a tenth of the
        /// pictures is held out.</summary>
        public override (PictureSet, PictureSet) Open(int side, int channels, int seed, bool strict)
        {
            foreach (var (training, heldOut) in s_halves)
                if (Directory.Exists(Within(training)) && Directory.Exists(Within(heldOut)))
                    return (Open(Within(training)), Shuffled(Open(Within(heldOut)), seed));
            var all = Open(Path);
            if (all.Count < 2) throw new RefusedRunException($"There is one picture in '{Path}'; at least two are expected, one of them to be held out.");
            int[] order = Order(all.Count, seed);
            int tenth = Math.Max(1, order.Length / 10);
            return (all.Only(order[tenth..].Order()), all.Only(order[..tenth]));

            string Within(string name) => System.IO.Path.Combine(Path, name);
            PictureFolder Open(string folder) => PictureFolder.Open(folder, side, channels, strict);
        }

        private static PictureFolder Shuffled(PictureFolder pictures, int seed) => pictures.Only(Order(pictures.Count, seed));

        private static int[] Order(int count, int seed)
        {
            int[] order = [.. Enumerable.Range(0, count)];
            new Random(seed).Shuffle(order);
            return order;
        }
    }
}
