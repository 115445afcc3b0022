using BenchmarkDotNet.Attributes;

namespace Etudes.ML;

/// <summary>The pairs of 64 pictures of 96 x 96 with patches of 24 and gaps of 12, against slices picture by picture.</summary>
public class PretextTasksBenchmark
{
    private readonly Tensor _images = rand(64, 3, 96, 96);

    [Benchmark(Baseline = true)]
    public long PictureByPicture()
    {
        using var scope = NewDisposeScope();
        List<Tensor> centres = [], neighbours = [];
        for (int i = 0; i < 64; i++)
            foreach (int at in (int[])[0, 1, 2, 3, 5, 6, 7, 8])
            {
                centres.Add(Patch(i, 4));
                neighbours.Add(Patch(i, at));
            }
        return stack(centres).numel() + stack(neighbours).numel();

        Tensor Patch(int i, int at) => _images[i].narrow(1, at / 3 * 36, 24).narrow(2, at % 3 * 36, 24); // [C, p, p]
    }

    [Benchmark]
    public long AtOnce()
    {
        using var scope = NewDisposeScope();
        var (centres, neighbours, _) = PretextTasks.RelativePositions(_images, 24, 12);
        return centres.numel() + neighbours.numel();
    }
}
