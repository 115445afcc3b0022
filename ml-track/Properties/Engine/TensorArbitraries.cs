using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What the parameters of a law of tensors may be, beside <see cref="Arbitraries"/>.</summary>
public static class TensorArbitraries
{
    public static Arbitrary<Alignment> Alignment() => Arb.From(Engine.Alignment.Generator, alignment => alignment.Smaller());

    public static Arbitrary<Deformation> Deformation() => Arb.From(Engine.Deformation.Generator, deformation => deformation.Smaller());

    public static Arbitrary<MaskedPictures> MaskedPictures() => Arb.From(Engine.MaskedPictures.Generator, pictures => pictures.Smaller());

    public static Arbitrary<Masking> Masking() => Arb.From(Engine.Masking.Generator, masking => masking.Smaller());

    public static Arbitrary<Matrix> Matrix() => Arb.From(Engine.Matrix.Generator, matrix => matrix.Smaller());

    public static Arbitrary<MovedRegions> MovedRegions() => Arb.From(Engine.MovedRegions.Generator, moved => moved.Smaller());

    public static Arbitrary<Ordering> Ordering() => Arb.From(Engine.Ordering.Generator, ordering => ordering.Smaller());

    public static Arbitrary<Pictures> Pictures() => Arb.From(Engine.Pictures.Generator, pictures => pictures.Smaller());

    public static Arbitrary<Reconstruction> Reconstruction() => Arb.From(Engine.Reconstruction.Generator, reconstruction => reconstruction.Smaller());

    public static Arbitrary<Regions> Regions() => Arb.From(Engine.Regions.Generator, regions => regions.Smaller());

    public static Arbitrary<SquarePictures> SquarePictures() => Arb.From(Engine.SquarePictures.Generator, pictures => pictures.Smaller());
}
