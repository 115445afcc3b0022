namespace Etudes.ML;

/// <summary>Masks of pictures of a few patches: which stay, the way back, and how many at odd
/// ratios.</summary>
public static class MaskingRatioExamples
{
    private static readonly double[,] Noise = { { 0.6, 0.1, 0.8, 0.3 }, { 0.1, 0.2, 0.4, 0.3 } };

    private static void Masks(double[,] noise, double ratio, long[,] keep, double[,] mask,
        long[,] restore)
    {
        var (idsKeep, itsMask, idsRestore) = MaskingRatio.Mask(tensor(noise), ratio);
        MustTensor.Be(tensor(keep), idsKeep, "keep");
        MustTensor.Be(tensor(mask), itsMask, "the mask");
        MustTensor.Be(tensor(restore), idsRestore, "restore");
    }

    [Example]
    public static void The_patches_of_the_smallest_noise_stay_in_its_order() =>
        Masks(new[,] { { 0.6, 0.3, 0.8, 0.1 } }, 0.5,
            new long[,] { { 3, 1 } }, new double[,] { { 1, 0, 1, 0 } },
            new long[,] { { 2, 1, 3, 0 } });

    [Example]
    public static void Each_picture_has_a_mask_of_its_own() =>
        Masks(Noise, 0.5, new long[,] { { 1, 3 }, { 0, 1 } },
            new double[,] { { 1, 0, 1, 0 }, { 0, 0, 1, 1 } },
            new long[,] { { 2, 0, 3, 1 }, { 0, 1, 3, 2 } });

    [Example]
    public static void Restore_is_the_inverse_not_the_shuffle() =>
        Masks(new[,] { { 0.2, 0.3, 0.1 } }, 0.5,
            new long[,] { { 2 } }, new double[,] { { 1, 1, 0 } }, new long[,] { { 1, 2, 0 } });

    [Example]
    public static void Ratio_0_masks_nothing() =>
        Masks(new[,] { { 0.2, 0.3, 0.1 } }, 0,
            new long[,] { { 2, 0, 1 } }, new double[,] { { 0, 0, 0 } },
            new long[,] { { 1, 2, 0 } });

    [Example]
    public static void Ten_patches_at_nine_tenths_keep_none()
    {
        var (keep, mask, restore) = MaskingRatio.Mask(arange(10, float64).reshape(1, 10), 0.9);
        MustTensor.Be(zeros(1, 0, int64), keep, "keep");
        MustTensor.Be(ones(1, 10, float64), mask, "the mask");
        MustTensor.Be(arange(10, int64).reshape(1, 10), restore, "restore");
    }

    [Example]
    public static void The_mask_has_the_type_of_the_noise() =>
        MustTensor.Be(tensor(new float[,] { { 1, 0 } }),
            MaskingRatio.Mask(tensor(new[,] { { 0.9f, 0.1f } }), 0.5).Mask, "a mask of floats");

    [Example]
    public static void Gathering_by_restore_puts_the_tokens_back()
    {
        var noise = tensor(Noise);
        var (_, _, restore) = MaskingRatio.Mask(noise, 0.25);
        MustTensor.Be(noise, noise.sort(1).Values.gather(1, restore), "the sorted noise put back");
    }

    [Example]
    public static void The_ratio_is_at_least_0_and_less_than_1()
    {
        foreach (double ratio in new[] { -0.1, 1, 1.5, double.NaN })
            Must.Throw<ArgumentOutOfRangeException>(() =>
                MaskingRatio.Mask(tensor(Noise), ratio), $"{ratio}");
    }

    [Example]
    public static void The_noise_has_a_row_for_each_picture()
    {
        Must.Throw<ArgumentException>(() => MaskingRatio.Mask(zeros(4), 0.5), "[4]");
        Must.Throw<ArgumentException>(() => MaskingRatio.Mask(zeros(0, 4), 0.5), "[0, 4]");
        Must.Throw<ArgumentException>(() => MaskingRatio.Mask(zeros(1, 0), 0.5), "[1, 0]");
        Must.Throw<ArgumentException>(() => MaskingRatio.Mask(zeros(1, 2, 2), 0.5), "[1, 2, 2]");
    }

    [Example]
    public static void The_noise_is_left_unchanged()
    {
        var noise = tensor(Noise);
        MaskingRatio.Mask(noise, 0.5);
        MustTensor.Be(tensor(Noise), noise, "the noise afterwards");
    }

    [Example]
    public static void The_last_digit_of_a_double_decides() =>
        Masks(new[,] { { 0.5 + 1e-12, 0.5 } }, 0.5,
            new long[,] { { 1 } }, new double[,] { { 1, 0 } }, new long[,] { { 1, 0 } });

    [Example]
    public static void A_transposed_view_is_read_as_it_stands()
    {
        var (keep, _,
            restore) = MaskingRatio.Mask(tensor(new[,] { { 0.9, 0.1 }, { 0.4, 0.6 } }).t(), 0.5);
        MustTensor.Be(tensor(new long[,] { { 1 }, { 0 } }), keep, "keep");
        MustTensor.Be(tensor(new long[,] { { 1, 0 }, { 0, 1 } }), restore, "restore");
    }
}
