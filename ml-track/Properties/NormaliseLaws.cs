namespace Etudes.ML;

/// <summary>What it is to normalise a patch.</summary>
public abstract class NormaliseLaws<T> where T : IMaeLoss
{
    [Law]
    public static void A_patch_is_normalised_by_its_own_mean_and_unbiased_variance(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(tensor(Normalised(given), given.Target().shape), T.Normalise(given.Target()), "Normalise of the target");
    }

    [Law]
    public static void Brightness_and_contrast_of_a_patch_do_not_matter_once_it_is_normalised(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var patches = arange(given.Count * given.Patches * given.Numbers, float64).square().reshape(given.Target().shape); // no flat patch
        MustTensor.Be(T.Normalise(patches), T.Normalise(patches * 3 + 70), "of three times the patches plus 70, Normalise", absolute: 1e-5);
    }

    [Law]
    public static void Flat_patches_become_zeros(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var flat = (zeros_like(given.Target()) + given.Mask().unsqueeze(2)) * 1e4; // [N, L, D]
        MustTensor.Be(zeros_like(flat), T.Normalise(flat), "of patches each of one colour, Normalise");
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var patch in Golden.Read("mae_parts.json")["norm_pix"]!["patches"]!.AsArray())
        {
            double[] values = [.. patch!["patch_values"]!.AsArray().Select(value => value!.Number())];
            var expected = patch["normalised"]!.Tensor().reshape(1, 1, values.Length);
            MustTensor.Be(expected, T.Normalise(tensor(values, 1, 1, values.Length)), $"of the golden {patch["name"]} patch, Normalise");
        }
    }

    protected static double[] Normalised(Reconstruction given) =>
    [
        .. MustTensor.Read(given.Target()).Chunk(given.Numbers).SelectMany(patch =>
        {
            double mean = patch.Average(), variance = patch.Sum(x => (x - mean) * (x - mean)) / (patch.Length - 1);
            return patch.Select(x => (x - mean) / Math.Sqrt(variance + 1e-6));
        }),
    ];
}
