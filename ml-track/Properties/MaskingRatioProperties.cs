namespace Etudes.ML;

public abstract class MaskingRatioProperties<T> : RatioLaws<T> where T : IMaskingRatio
{
    [Law(First = true)]
    public static void The_patches_of_the_smallest_noise_are_kept(Masking masking)
    {
        using var scope = NewDisposeScope();
        int kept = Kept(masking.Patches, masking.Ratio);
        long[] expected = [.. masking.Noise.SelectMany(row => ByNoise(row).Take(kept))];
        MustTensor.Be(tensor(expected, masking.Count, kept), Mask(masking).IdsKeep, "IdsKeep");
    }

    [Law(First = true)]
    public static void The_mask_is_zero_where_a_patch_is_kept_and_one_elsewhere(Masking masking)
    {
        using var scope = NewDisposeScope();
        int kept = Kept(masking.Patches, masking.Ratio);
        double[] expected = [.. masking.Noise.SelectMany(row => row.Select(u => row.Count(v => v < u) < kept ? 0.0 : 1))];
        MustTensor.Be(tensor(expected, masking.Count, masking.Patches), Mask(masking).Mask, "Mask");
    }

    [Law]
    public static void Restoring_puts_every_patch_back_in_its_place(Masking masking)
    {
        using var scope = NewDisposeScope();
        var restored = MustTensor.Read(Restored(masking, Mask(masking).IdsRestore)).Select(place => (int)place).ToArray();
        for (int i = 0; i < masking.Count; i++)
            Must.Be(Enumerable.Range(0, masking.Patches), restored.Skip(i * masking.Patches).Take(masking.Patches), $"the shuffled patches of picture {i}, gathered by IdsRestore,");
    }

    [Law(MaxTest = 20)]
    public static void Over_all_orders_of_the_noise_every_patch_is_kept_equally_often(int kept)
    {
        using var scope = NewDisposeScope();
        const int patches = 4;
        double[][] orders = [.. Permutations([0, 1, 2, 3])]; // 24
        kept = 1 + kept % patches;
        var mask = T.Mask(tensor(orders.SelectMany(order => order).ToArray(), orders.Length, patches), 1 - kept / 4.0).Mask;
        double[] masked = MustTensor.Read(mask);
        for (int patch = 0; patch < patches; patch++)
            Must.Be(orders.Length * (patches - kept) / patches, (int)masked.Where((_, at) => at % patches == patch).Sum(),
                $"with each of the 24 orders of noise once and {kept} of 4 kept, the pictures that mask patch {patch}");
    }

    [Law]
    public static void Each_picture_is_masked_by_its_own_noise_alone(Masking masking)
    {
        using var scope = NewDisposeScope();
        var all = Mask(masking);
        for (int i = 0; i < masking.Count; i++)
        {
            var alone = Mask(Given.As(nameof(masking), masking with { Noise = [masking.Noise[i]] }));
            MustTensor.Be(alone.IdsKeep, all.IdsKeep[i..(i + 1)], $"IdsKeep of picture {i} in the batch");
            MustTensor.Be(alone.Mask, all.Mask[i..(i + 1)], $"Mask of picture {i} in the batch");
            MustTensor.Be(alone.IdsRestore, all.IdsRestore[i..(i + 1)], $"IdsRestore of picture {i} in the batch");
        }
    }

    [Law(MaxTest = 200)]
    public static void Only_the_order_of_the_noise_matters(Masking masking)
    {
        using var scope = NewDisposeScope();
        var right = Mask(masking);
        foreach (var (name, stretch) in ((string, Func<double, double>)[])[("3 u - 10", u => 3 * u - 10), ("1 + u / 10^9", u => 1 + u / 1e9)])
        {
            var given = Mask(Given.As(nameof(masking), masking with { Noise = [.. masking.Noise.Select(row => row.Select(stretch).ToArray())] }));
            MustTensor.Be(right.IdsKeep, given.IdsKeep, $"of noise {name}, IdsKeep");
            MustTensor.Be(right.Mask, given.Mask, $"of noise {name}, Mask");
            MustTensor.Be(right.IdsRestore, given.IdsRestore, $"of noise {name}, IdsRestore");
        }
        var (keep, mask, restore) = T.Mask((masking.Tensor() * 1000).round().to(int64) + (1L << 60), masking.Ratio); // double cannot tell them apart
        MustTensor.Be(right.IdsKeep, keep, "of its thousandths, added to 2^60 of int64, IdsKeep");
        MustTensor.Be(right.Mask.to(int64), mask, "of its thousandths, added to 2^60 of int64, Mask");
        MustTensor.Be(right.IdsRestore, restore, "of its thousandths, added to 2^60 of int64, IdsRestore");
    }

    [Law]
    public static void The_mask_has_the_type_of_the_noise(Masking masking)
    {
        using var scope = NewDisposeScope();
        var mask = T.Mask(masking.Tensor().to(float32), masking.Ratio).Mask;
        MustTensor.Be(Mask(masking).Mask.to(float32), mask, "of float32 noise, Mask");
    }

    [Law(MaxTest = 100)]
    public static void However_the_noise_lies_in_memory_it_is_read_rightly_and_left_unchanged(Masking masking, Layout layout)
    {
        using var scope = NewDisposeScope();
        var noise = masking.Tensor().In(layout, "noise");
        var (right, given) = (Mask(masking), T.Mask(noise, masking.Ratio));
        MustTensor.Be(right.IdsKeep, given.IdsKeep, "IdsKeep");
        MustTensor.Be(right.Mask, given.Mask, "Mask");
        MustTensor.Be(right.IdsRestore, given.IdsRestore, "IdsRestore");
        noise.neg_();
        noise.HandedOverAs("noise");
        MustTensor.Be(T.Mask(-masking.Tensor(), masking.Ratio).IdsRestore, T.Mask(noise, masking.Ratio).IdsRestore, "with all noise negated in place after a first call, IdsRestore");
    }

    [Law(BeyondExamples = true)]
    public static void Many_pictures_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Of(int count)
        {
            var (keep, mask, restore) = T.Mask(arange(4, float64).expand(count, 4), 0.5);
            return [keep, mask, restore];
        }
        MustTensor.NotLoop(() => Of(2), () => Of(60), "Mask", "pictures");
    }

    [Law]
    public static void Three_hundred_thousand_patches_do_not_take_quadratic_time()
    {
        using var scope = NewDisposeScope();
        const int patches = 300_000;
        var rank = (arange(patches) * 7919).remainder(patches); // 7919 divides no such number: each rank comes once
        var given = T.Mask(rank.to(float64).unsqueeze(0), 0.75);
        MustTensor.Be(rank.unsqueeze(0), given.IdsRestore, $"of {patches} patches, IdsRestore", 0, 0);
        MustTensor.Be(rank.argsort()[..(patches / 4)].unsqueeze(0), given.IdsKeep, $"of {patches} patches, IdsKeep", 0, 0);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("mae_parts.json");
        var masking = golden["masking"]!;
        var (keep, mask, restore) = T.Mask(masking["noise"]!.Tensor(), 0.75); // [1, 8]
        MustTensor.Be(masking["ids_keep"]!.Tensor(), keep, "IdsKeep of the golden noise");
        MustTensor.Be(masking["mask"]!.Tensor(), mask, "Mask of the golden noise");
        MustTensor.Be(masking["ids_restore"]!.Tensor(), restore, "IdsRestore of the golden noise");
        foreach (var row in golden["len_keep"]!.AsArray())
        {
            var (patches, ratio) = ((int)row!["L"]!, row["mask_ratio"]!.Number());
            var kept = T.Mask(arange(patches, float64).unsqueeze(0), ratio).IdsKeep;
            MustTensor.Be(arange((int)row["len_keep"]!).unsqueeze(0), kept, $"of {patches} patches with rising noise at ratio {Show.Of(ratio)}, IdsKeep");
        }
    }

    [Law]
    public static void Noise_that_is_not_a_matrix_throws()
    {
        using var scope = NewDisposeScope();
        foreach (var shape in (long[][])[[4], [2, 4, 1], [0, 4], [2, 0], []])
            MustTensor.Throw<ArgumentException>(() => T.Mask(zeros(shape), 0.5), $"Mask of noise of the shape {Show.Of(shape)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Masking masking)
    {
        using var scope = NewDisposeScope();
        var noise = masking.Tensor();
        MustTensor.LeaveNothing(() =>
        {
            var (keep, mask, restore) = T.Mask(noise, masking.Ratio);
            return [keep, mask, restore];
        }, "Mask");
    }

    /// <summary>The patches of one picture in ascending order of noise.</summary>
    private static IEnumerable<long> ByNoise(double[] row) => row.Select((u, patch) => (u, (long)patch)).OrderBy(pair => pair.u).Select(pair => pair.Item2);

    /// <summary>The numbers of the patches, shuffled by their noise and gathered again, [N, L].</summary>
    private static Tensor Restored(Masking masking, Tensor idsRestore)
    {
        var shuffled = tensor(masking.Noise.SelectMany(ByNoise).ToArray(), masking.Count, masking.Patches); // [N, L]
        Must.Be(shuffled.shape, idsRestore.shape, "the shape of IdsRestore");
        return shuffled.gather(1, idsRestore);
    }

    private static IEnumerable<double[]> Permutations(double[] items) => items.Length == 0 ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (double[])[first, .. rest]));
}

public sealed class MaskingRatioTests : MaskingRatioProperties<MaskingRatio>;
