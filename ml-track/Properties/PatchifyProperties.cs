namespace Etudes.ML;

public abstract class PatchifyProperties<T> where T : IPatchify
{
    [Law]
    public static void A_patch_lists_its_pixels_by_row_then_column_then_channel(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(Patches(pictures), T.ToPatches(pictures.Tensor(), pictures.Patch), "ToPatches", absolute: 0, relative: 0);
    }

    [Law]
    public static void Every_pixel_returns_to_its_place(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        var images = T.ToImages(Patches(pictures), pictures.Patch, pictures.Height, pictures.Width);
        MustTensor.Be(pictures.Tensor(), images, "ToImages", absolute: 0, relative: 0);
    }

    [Law]
    public static void One_patch_of_the_whole_picture_lists_it_row_by_row(int side, int channels)
    {
        using var scope = NewDisposeScope();
        var pictures = Given.As("pictures", new Pictures(2, 1 + channels % 4, 1, 1, 1 + side % 5), nameof(side), nameof(channels));
        var expected = pictures.Tensor().flatten(2).transpose(1, 2).flatten(1).unsqueeze(1); // [N, 1, H W C]
        MustTensor.Be(expected, T.ToPatches(pictures.Tensor(), pictures.Patch), "with one patch per picture, ToPatches", absolute: 0, relative: 0);
    }

    [Law]
    public static void A_picture_of_a_batch_becomes_what_it_becomes_alone(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        var images = pictures.Tensor();
        var all = T.ToPatches(images, pictures.Patch);
        for (int i = 0; i < pictures.Count; i++)
            MustTensor.Be(T.ToPatches(images[i..(i + 1)], pictures.Patch), all[i..(i + 1)], $"ToPatches of picture {i} in the batch");
    }

    [Law]
    public static void The_type_is_kept(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        var patches = Patches(pictures);
        foreach (var type in (ScalarType[])[ScalarType.Float32, ScalarType.Int64, ScalarType.Byte])
        {
            MustTensor.Be(patches.to(type), T.ToPatches(pictures.Tensor().to(type), pictures.Patch), $"of {type} images, ToPatches");
            MustTensor.Be(pictures.Tensor().to(type), T.ToImages(patches.to(type), pictures.Patch, pictures.Height, pictures.Width), $"of {type} patches, ToImages");
        }
    }

    [Law(MaxTest = 100)]
    public static void Every_digit_of_a_pixel_is_kept(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        var (patches, images, large) = (Patches(pictures), pictures.Tensor(), 1L << 60);
        MustTensor.Be(patches / 3, T.ToPatches(images / 3, pictures.Patch), "of pixels divided by 3, ToPatches", 0, 0);
        MustTensor.Be(images / 3, T.ToImages(patches / 3, pictures.Patch, pictures.Height, pictures.Width), "of pixels divided by 3, ToImages", 0, 0);
        var (whole, there) = (images.to(int64), patches.to(int64));
        MustTensor.Be(there, T.ToPatches(whole + large, pictures.Patch) - large, "of pixels beyond 2^60, ToPatches less 2^60", 0, 0);
        MustTensor.Be(whole, T.ToImages(there + large, pictures.Patch, pictures.Height, pictures.Width) - large, "of pixels beyond 2^60, ToImages less 2^60", 0, 0);
    }

    [Law(MaxTest = 100)]
    public static void However_the_pixels_lie_in_memory_they_are_read_rightly_and_left_unchanged(Pictures pictures, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (images, patches) = (pictures.Tensor().In(layout, "images"), Patches(pictures).In(layout, "patches"));
        MustTensor.Be(Patches(pictures), T.ToPatches(images, pictures.Patch), "ToPatches", 0, 0);
        MustTensor.Be(pictures.Tensor(), T.ToImages(patches, pictures.Patch, pictures.Height, pictures.Width), "ToImages", 0, 0);
    }

    [Law(MaxTest = 2)]
    public static void A_picture_of_512_x_512_is_cut_and_put_together_too(int patch)
    {
        using var scope = NewDisposeScope();
        var large = Given.As("pictures", new Pictures(1, 3, 512 >> patch % 8, 512 >> patch % 8, 1 << patch % 8), nameof(patch));
        MustTensor.Be(Patches(large), T.ToPatches(large.Tensor(), large.Patch), "ToPatches", 0, 0);
        MustTensor.Be(large.Tensor(), T.ToImages(Patches(large), large.Patch, large.Height, large.Width), "ToImages", 0, 0);
    }

    [Law(BeyondExamples = true)]
    public static void Of_17_million_pixels_each_finds_its_place()
    {
        using var scope = NewDisposeScope();
        const int p = 3, rows = (1 << 24) / (p * p) + 2; // more pixels than float32 can count
        var pixels = zeros(rows * p * p, uint8);
        pixels[^18..] = arange(1, 19, uint8); // those of the last two patches
        var (images, patches) = (pixels.reshape(1, 1, rows * p, p), pixels.reshape(1, rows, p * p)); // of one column of patches, the same in memory
        MustTensor.Be(patches[0, ^9..], T.ToPatches(images, p)[0, ^9..], $"of a picture of {rows * p} x {p} pixels, the last 9 patches of ToPatches", 0, 0);
        MustTensor.Be(images[0, 0, ^9..], T.ToImages(patches, p, rows * p, p)[0, 0, ^9..], $"of a picture of {rows * p} x {p} pixels, the last 9 rows of ToImages", 0, 0);
    }

    [Law(MaxTest = 10, BeyondExamples = true)]
    public static void Many_pictures_and_patches_take_no_more_operations_than_few(int patch)
    {
        using var scope = NewDisposeScope();
        int p = patch % 3 + 1;
        Pictures few = new(1, 2, 2, 1, p), many = Given.As("pictures", new Pictures(20, 2, 10, 12, p));
        MustTensor.NotLoop(() => [T.ToPatches(few.Tensor(), p)], () => [T.ToPatches(many.Tensor(), p)], "ToPatches", "pictures or patches");
        MustTensor.NotLoop(() => [T.ToImages(Patches(few), p, few.Height, few.Width)], () => [T.ToImages(Patches(many), p, many.Height, many.Width)], "ToImages", "pictures or patches");
    }

    [Law(MaxTest = 100)]
    public static void The_gradient_goes_back_the_way_the_pixels_came(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        var (images, patches) = (pictures.Tensor(), Patches(pictures));
        var x = zeros_like(images).requires_grad_();
        var toPatches = T.ToPatches(x, pictures.Patch);
        MustTensor.HaveAGradient(toPatches, "ToPatches");
        (toPatches * patches).sum().backward();
        MustTensor.Be(images, x.grad, "the gradient of ToPatches", absolute: 0, relative: 0);
        var y = zeros_like(patches).requires_grad_();
        var toImages = T.ToImages(y, pictures.Patch, pictures.Height, pictures.Width);
        MustTensor.HaveAGradient(toImages, "ToImages");
        (toImages * images).sum().backward();
        MustTensor.Be(patches, y.grad, "the gradient of ToImages", absolute: 0, relative: 0);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("mae_parts.json")["patchify"]!;
        int patch = (int)golden["patch"]!;
        var (images, patches) = (golden["image"]!.Tensor(), golden["patches"]!.Tensor()); // [2, 3, 4, 4], [2, 4, 12]
        MustTensor.Be(patches, T.ToPatches(images, patch), "ToPatches of the golden pictures", absolute: 0, relative: 0);
        MustTensor.Be(images, T.ToImages(patches, patch, 4, 4), "ToImages of the golden patches", absolute: 0, relative: 0);
    }

    [Law]
    public static void Pictures_that_are_not_whole_patches_throw()
    {
        using var scope = NewDisposeScope();
        (long[] Shape, int Patch)[] wrong = [([1, 3, 5, 4], 2), ([1, 3, 4, 5], 2), ([1, 3, 2, 2], 4), ([3, 4, 4], 2), ([0, 3, 4, 4], 2), ([1, 3, 0, 4], 2), ([1, 3, 4, 0], 2), ([1, 0, 4, 4], 2), ([1, 3, 4, 4], int.MaxValue)];
        foreach (var (shape, patch) in wrong)
            MustTensor.Throw<ArgumentException>(() => T.ToPatches(zeros(shape), patch), $"ToPatches of the shape {Show.Of(shape)} with patches of {patch}");
        foreach (int patch in (int[])[0, -2])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.ToPatches(zeros(1, 3, 4, 4), patch), $"ToPatches with patches of {patch}");
    }

    [Law]
    public static void Patches_that_do_not_fill_the_picture_throw()
    {
        using var scope = NewDisposeScope();
        (long[] Shape, int Height, int Width)[] wrong =
            [([1, 6, 12], 4, 4), ([1, 4, 11], 4, 4), ([1, 4, 12], 5, 4), ([1, 4, 12], 4, 5), ([4, 12], 4, 4), ([0, 4, 12], 4, 4), ([1, 4, 12], -4, -4), ([1, 4, 0], 4, 4), ([1, 0, 12], 0, 4), ([1, 0, 12], 4, 0)];
        foreach (var (shape, height, width) in wrong)
            MustTensor.Throw<ArgumentException>(() => T.ToImages(zeros(shape), 2, height, width), $"ToImages of the shape {Show.Of(shape)} for {height} x {width} with patches of 2");
        foreach (var (height, width, patch) in ((int, int, int)[])[(1 << 16, (1 << 16) + 1, 1), (1 << 16, 1 << 16, 1 << 16), (int.MaxValue, int.MaxValue, int.MaxValue)])
            MustTensor.Throw<ArgumentException>(() => T.ToImages(zeros(1, 1 << 16, 1), patch, height, width), $"ToImages of 65536 patches of one number for {height} x {width} with patches of {patch}");
        foreach (int patch in (int[])[1 << 16, 1 << 17])
            MustTensor.Throw<ArgumentException>(() => T.ToImages(zeros(1, 1, 4), patch, patch, patch), $"ToImages of one patch of four numbers for {patch} x {patch} with patches of {patch}");
        foreach (int patch in (int[])[0, -2])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.ToImages(zeros(1, 4, 12), patch, 4, 4), $"ToImages with patches of {patch}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Pictures pictures)
    {
        using var scope = NewDisposeScope();
        var (images, patches) = (pictures.Tensor(), Patches(pictures));
        MustTensor.LeaveNothing(() => [T.ToPatches(images, pictures.Patch)], "ToPatches");
        MustTensor.LeaveNothing(() => [T.ToImages(patches, pictures.Patch, pictures.Height, pictures.Width)], "ToImages");
    }

    /// <summary>The formula of the statement, index by index; the pixels of <see cref="Pictures"/> are their own places.</summary>
    private static Tensor Patches(Pictures pictures)
    {
        var (count, channels, rows, columns, p) = pictures;
        var patches = new double[count * channels * rows * columns * p * p];
        for (int pixel = 0; pixel < patches.Length; pixel++)
        {
            var (above, x) = Math.DivRem(pixel, pictures.Width);
            var (plane, y) = Math.DivRem(above, pictures.Height);
            var (n, k) = Math.DivRem(plane, channels);
            int patch = (n * rows + y / p) * columns + x / p;
            patches[((patch * p + y % p) * p + x % p) * channels + k] = pixel;
        }
        return tensor(patches, count, rows * columns, p * p * channels); // [N, L, p p C]
    }
}

public sealed class PatchifyTests : PatchifyProperties<Patchify>;
