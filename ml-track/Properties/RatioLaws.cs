namespace Etudes.ML;

/// <summary>How many patches a ratio keeps, and what is no ratio.</summary>
public abstract class RatioLaws<T> where T : IMaskingRatio
{
    [Law(MaxTest = 40)]
    public static void The_number_kept_is_truncated_in_double(int patches)
    {
        using var scope = NewDisposeScope();
        foreach (int count in (int[])[1 + patches % 300, 10 * (1 + patches % 30)])
            foreach (double ratio in (double[])[0, 0.1, 0.3, 0.6, 0.7, 0.75, 0.9, 0.95, 1.0 / 3, Math.BitDecrement(1.0)])
            {
                var mask = T.Mask(arange(Given.As(nameof(patches), count), float64).unsqueeze(0), ratio).Mask; // [1, L]
                Must.Be(Kept(count, ratio), Counted(mask, count), $"at ratio {Show.Of(ratio)}, the number of {count} patches that Mask keeps");
            }
    }

    [Law(MaxTest = 150)]
    public static void Ratio_zero_masks_nothing(Masking masking)
    {
        using var scope = NewDisposeScope();
        foreach (double ratio in (double[])[0, -0.0])
        {
            var given = Mask(Given.As(nameof(masking), masking with { Ratio = ratio }));
            MustTensor.Be(zeros_like(masking.Tensor()), given.Mask, $"at ratio {Show.Of(ratio)}, Mask");
            MustTensor.Be(given.IdsRestore.argsort(1), given.IdsKeep, $"at ratio {Show.Of(ratio)}, IdsKeep");
        }
    }

    [Law]
    public static void A_ratio_outside_zero_to_one_throws()
    {
        using var scope = NewDisposeScope();
        foreach (double ratio in (double[])[-0.1, -double.Epsilon, 1, 1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Mask(rand(2, 4), ratio), $"Mask with ratio {Show.Of(ratio)}");
    }

    protected static (Tensor IdsKeep, Tensor Mask, Tensor IdsRestore) Mask(Masking masking) => T.Mask(masking.Tensor(), masking.Ratio);

    protected static int Kept(int patches, double ratio) => (int)(patches * (1 - ratio));

    private static int Counted(Tensor mask, int patches) => patches - (int)MustTensor.Read(mask).Sum();
}
