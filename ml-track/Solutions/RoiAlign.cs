using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Region of interest alignment: each bin is a weighted sum of cells, all of them one
/// product with a sparse matrix.</summary>
/// <remarks>
/// Time: O(C) per cell that a bin draws on, and O(samples) per bin and axis.
/// Space: O(N C H W + K C binsHigh binsWide) and the matrix. The matrix is the same for all
/// channels, and its transpose takes the gradient back to the maps.
/// Source: <see href="https://arxiv.org/abs/1703.06870">He, Gkioxari, Dollár, Girshick, Mask
/// R-CNN, 2017</see>.
/// </remarks>
public abstract partial class RoiAlign
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale, int samples, bool aligned)
    {
        if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("expected the shapes [N, C, H, W] and [K, 5]");
        ArgumentOutOfRangeException.ThrowIfLessThan(binsHigh, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(binsWide, 1);
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        using var scope = NewDisposeScope();
        var (pictures, channels, height, width) = (maps.shape[0], maps.shape[1], (int)maps.shape[2], (int)maps.shape[3]);
        List<long> bins = [], cells = [];
        List<double> weights = [];
        long bin = 0;
        foreach (double[] box in Read(boxes).Chunk(5))
        {
            if (!(box[0] >= 0 && box[0] < pictures && double.IsInteger(box[0]))) throw new ArgumentOutOfRangeException(nameof(boxes), $"there is no picture {box[0]}");
            var rows = Weights(box[2] * scale, box[4] * scale, binsHigh, samples, aligned, height);
            var columns = Weights(box[1] * scale, box[3] * scale, binsWide, samples, aligned, width);
            foreach (var row in rows)
                foreach (var column in columns)
                {
                    foreach (var (y, ofRow) in row)
                        foreach (var (x, ofColumn) in column)
                        {
                            bins.Add(bin);
                            cells.Add(((long)box[0] * height + y) * width + x);
                            weights.Add(ofRow * ofColumn);
                        }
                    bin++;
                }
        }
        var places = stack([tensor(bins.ToArray()), tensor(cells.ToArray())]).to(maps.device); // [2, weights]
        var matrix = sparse_coo_tensor(places, tensor(weights.ToArray()).to(maps.dtype).to(maps.device), [bin, pictures * height * width]);
        var features = maps.permute(0, 2, 3, 1).reshape(pictures * height * width, channels).contiguous(); // [N * H * W, C], a cell in one piece
        var pooled = matrix.mm(features).reshape(boxes.shape[0], binsHigh, binsWide, channels);
        return pooled.permute(0, 3, 1, 2).MoveToOuterDisposeScope(); // [K, C, binsHigh, binsWide]
    }

    private static double[] Read(Tensor tensor) =>
        tensor.numel() == 0 ? [] : tensor.detach().cpu().to(float64).contiguous().data<double>().ToArray();

    /// <summary>For each bin of one axis the cells that its samples draw on, with the weight of
    /// each in their mean.</summary>
    private static List<(int Cell, double Weight)>[] Weights(double from, double to, int bins, int samples, bool aligned, int length)
    {
        double start = aligned ? from - 0.5 : from, size = aligned ? to - from : Math.Max(to - from, 1);
        if (samples <= 0) samples = (int)Math.Ceiling(size / bins);
        var result = new List<(int, double)>[bins];
        for (int i = 0; i < bins; i++)
        {
            double[] weight = new double[length]; // samples close together share their cells
            for (int s = 0; s < samples; s++)
            {
                double at = start + (i + (s + 0.5) / samples) * size / bins;
                if (at < -1 || at > length) continue;
                at = Math.Clamp(at, 0, length - 1);
                int cell = (int)at;
                weight[cell] += (cell + 1 - at) / samples;
                if (at > cell) weight[cell + 1] += (at - cell) / samples;
            }
            result[i] = [.. weight.Select((w, cell) => (cell, w)).Where(pair => pair.w > 0)];
        }
        return result;
    }
}
