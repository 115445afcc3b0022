namespace Etudes.ML;

/// <summary>The member by which shared laws know what takes rows of numbers, weights and a bias;
/// each law class passes it on to the contract of its kata.</summary>
public interface IBeliefNetworkPass
{
    /// <summary>"Sample".</summary>
    static abstract string Member { get; }

    /// <summary>What the contract calls the rows: "uniforms".</summary>
    static abstract string Named { get; }

    static abstract Tensor Pass(Tensor rows, Tensor weights, Tensor bias);

    /// <summary>Some fresh float64 rows for the model.</summary>
    static abstract Tensor RowsFor(BeliefNetwork model, int count);

    /// <summary>Numbers of the type that are just within the range, each with another that weights
    /// of 0 take in the same way, and some that are not.</summary>
    static abstract ((double Number, double Like)[] Legal, double[] Illegal) Ends(ScalarType type);
}

/// <summary>What holds of every pass through a belief network, whatever it makes of a row.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class BeliefNetworkLaws<TSelf> where TSelf : IBeliefNetworkPass
{
    [Law(MaxTest = 40)]
    public static void However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged(BeliefNetwork model, Layout layout)
    {
        foreach (int count in (int[])[1, 4])
        {
            using var scope = NewDisposeScope();
            var (w, b) = model.Tensors();
            Tensor[] plain = [TSelf.RowsFor(model, count), w, b], given = [.. plain.Zip((string[])[TSelf.Named, "weights", "bias"], (tensor, name) => tensor.In(layout, name))];
            MustTensor.Be(Of([.. plain.Select(tensor => tensor.clone())]), Of(given), TSelf.Member);
        }
    }

    [Law(MaxTest = 20)]
    public static void What_is_written_over_in_place_is_read_and_checked_anew(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        var (w, b) = model.Tensors();
        Tensor[] plain = [TSelf.RowsFor(model, 4), w, b], given = [.. plain.Select(tensor => tensor.clone())];
        Of(given);
        given[1].fill_(2);
        MustTensor.Be(Of([plain[0], full_like(w, 2), b]), Of(given), $"with 2 written over all weights after a first call, {TSelf.Member}");
        given[0][^1, ^1] = 2;
        MustTensor.Throw<ArgumentException>(() => Of(given), $"{TSelf.Member} with 2 written over the last of the {TSelf.Named} after a first call");
    }

    [Law]
    public static void Shapes_that_do_not_belong_together_throw()
    {
        using var scope = NewDisposeScope();
        // TorchSharp's matmul ends the process where sizes do not fit: in all but the last they do, or broadcast.
        long[][][] wrong =
        [
            [[2, 3], [1, 3], [3]], [[2, 3], [3, 3], [1]], [[2, 3], [3, 3], [2, 3]], [[3, 3], [3, 3], [3, 1]], [[3], [3, 3], [3]], [[1, 2, 3], [3, 3], [3]],
            [[0, 3], [3, 3], [3]], [[2, 0], [0, 0], [0]], [[2, 3], [4, 3], [4]], [[2, 3], [1, 3, 3], [3]], [[2, 3], [3, 4], [3]],
        ];
        foreach (var shapes in wrong)
            MustTensor.Throw<ArgumentException>(() => TSelf.Pass(zeros(shapes[0]), zeros(shapes[1]), zeros(shapes[2])), $"{TSelf.Member} of the shapes {Show.Of(shapes)}");
    }

    [Law]
    public static void What_is_just_within_the_range_is_taken_and_what_is_just_outside_throws()
    {
        using var scope = NewDisposeScope();
        foreach (var type in (ScalarType[])[float32, float64])
        {
            var (legal, illegal) = TSelf.Ends(type);
            Tensor With(double number) => TSelf.Pass(tensor(new[] { 0, 0, 0, number }, 2, 2).to(type), zeros(2, 2, dtype: type), zeros(2, dtype: type));
            foreach (var (number, like) in legal)
                MustTensor.Be(With(like), With(number), $"with weights 0 in {type}, of [[0, 0], [0, {Show.Of(number)}]] as of [[0, 0], [0, {Show.Of(like)}]], {TSelf.Member}", 0, 0);
            foreach (double number in illegal)
                MustTensor.Throw<ArgumentException>(() => With(number), $"in {type}, {TSelf.Member} of [[0, 0], [0, {Show.Of(number)}]]");
        }
    }

    private static Tensor Of(Tensor[] given) => TSelf.Pass(given[0], given[1], given[2]);
}
