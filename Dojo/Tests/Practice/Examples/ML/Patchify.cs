namespace Etudes.ML;

/// <summary>Pictures of counted pixels, cut into patches and put together again.</summary>
public static class PatchifyExamples
{
    private static Tensor Wide => arange(8, int64).reshape(1, 1, 2, 4);

    [Example]
    public static void Patches_come_from_left_to_right() =>
        MustTensor.Be(tensor(new long[] { 0, 1, 4, 5, 2, 3, 6, 7 }).reshape(1, 2, 4),
            Patchify.ToPatches(Wide, 2), "the patches");

    [Example]
    public static void And_from_top_to_bottom() =>
        MustTensor.Be(
            tensor([0L, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]).reshape(1, 4, 4),
            Patchify.ToPatches(arange(16, int64).reshape(1, 1, 4, 4), 2), "the patches");

    [Example]
    public static void Each_pixel_lists_its_channels() =>
        MustTensor.Be(tensor(new long[] { 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11 }).reshape(1, 1, 12),
            Patchify.ToPatches(arange(12, int64).reshape(1, 3, 2, 2), 2), "the patch");

    [Example]
    public static void The_way_back() =>
        MustTensor.Be(Wide, Patchify.ToImages(
            tensor(new long[] { 0, 1, 4, 5, 2, 3, 6, 7 }).reshape(1, 2, 4), 2, 2, 4),
            "the picture");

    [Example]
    public static void There_and_back_is_nothing()
    {
        var images = arange(2 * 3 * 4 * 6, int64).reshape(2, 3, 4, 6);
        MustTensor.Be(images, Patchify.ToImages(Patchify.ToPatches(images, 2), 2, 4, 6),
            "the pictures");
    }

    [Example]
    public static void Each_picture_is_cut_by_itself() =>
        MustTensor.Be(arange(8, int64).reshape(2, 4, 1),
            Patchify.ToPatches(arange(8, int64).reshape(2, 1, 2, 2), 1),
            "patches of one pixel");

    [Example]
    public static void Whole_numbers_keep_their_last_digit()
    {
        var image = tensor(new[] { long.MaxValue }).reshape(1, 1, 1, 1);
        MustTensor.Be(image.reshape(1, 1, 1), Patchify.ToPatches(image, 1), "the patch");
        MustTensor.Be(image, Patchify.ToImages(image.reshape(1, 1, 1), 1, 1, 1), "the picture");
    }

    [Example]
    public static void The_gradient_flows_both_ways()
    {
        var (images, patches) = (ones(1, 1, 2, 2).requires_grad_(), ones(1, 1, 4).requires_grad_());
        (Patchify.ToPatches(images, 2) * arange(4, float32)).sum().backward();
        (Patchify.ToImages(patches, 2, 2, 2) * arange(4, float32).reshape(2, 2)).sum().backward();
        MustTensor.Be(arange(4, float32).reshape(1, 1, 2, 2), images.grad,
            "the gradient to the pictures");
        MustTensor.Be(arange(4, float32).reshape(1, 1, 4), patches.grad,
            "the gradient to the patches");
    }

    [Example]
    public static void A_patch_has_a_side()
    {
        Must.Throw<ArgumentOutOfRangeException>(() =>
            Patchify.ToPatches(Wide, 0), "patches of side 0");
        Must.Throw<ArgumentOutOfRangeException>(() =>
            Patchify.ToPatches(Wide, -1), "patches of side -1");
        Must.Throw<ArgumentOutOfRangeException>(() =>
            Patchify.ToImages(zeros(1, 2, 4), 0, 2, 4), "side 0");
        Must.Throw<ArgumentOutOfRangeException>(() =>
            Patchify.ToImages(zeros(1, 2, 4), -2, 2, 4), "side -2");
    }

    [Example]
    public static void Nothing_is_cropped()
    {
        Must.Throw<ArgumentException>(() =>
            Patchify.ToPatches(zeros(1, 1, 2, 3), 2), "a width of 3");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToPatches(zeros(1, 1, 3, 2), 2), "a height of 3");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToImages(zeros(1, 2, 4), 2, 3, 4), "a height of 3");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToImages(zeros(1, 2, 4), 2, 2, 5), "a width of 5");
    }

    [Example]
    public static void Other_shapes_are_refused()
    {
        static void Throws(Tensor patches, int height, int width, string what) =>
            Must.Throw<ArgumentException>(() => Patchify.ToImages(patches, 2, height, width), what);
        Must.Throw<ArgumentException>(() =>
            Patchify.ToPatches(zeros(1, 2, 2), 2), "pictures [1, 2, 2]");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToPatches(zeros(0, 1, 2, 2), 2), "no pictures");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToPatches(zeros(1, 1, 0, 2), 2), "a height of 0");
        Throws(zeros(2, 4), 2, 4, "patches [2, 4]");
        Throws(zeros(1, 3, 4), 2, 4, "3 patches for 2");
        Throws(zeros(1, 2, 6), 2, 4, "1.5 channels");
        Throws(zeros(1, 0, 4), 0, 4, "a height of 0");
        Throws(zeros(1, 2, 4), -2, -4, "negative sides");
        Throws(zeros(1, 2, 0), 2, 4, "no channel");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToImages(zeros(1, 1, 4), 65536, 65536, 65536), "p^2 = 2^32");
        Must.Throw<ArgumentException>(() =>
            Patchify.ToImages(zeros(1, 1, 4), 4, 65536, 65536), "p^2 = 2^32");
    }

    [Example]
    public static void What_is_handed_over_is_left_unchanged()
    {
        var images = arange(8, int64).reshape(1, 1, 2, 4);
        Patchify.ToPatches(images, 2);
        MustTensor.Be(Wide, images, "the picture afterwards");
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands()
    {
        MustTensor.Be(tensor(new long[] { 0, 4, 1, 5, 2, 6, 3, 7 }).reshape(1, 2, 4),
            Patchify.ToPatches(Wide.transpose(2, 3), 2), "the patches");
        MustTensor.Be(tensor(new long[] { 0, 4, 1, 5, 2, 6, 3, 7 }).reshape(1, 1, 4, 2),
            Patchify.ToImages(tensor(new long[] { 0, 2, 4, 6, 1, 3, 5, 7 })
                .reshape(1, 4, 2).transpose(1, 2), 2, 4, 2), "the picture");
    }
}
