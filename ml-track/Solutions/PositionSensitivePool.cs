using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Position-sensitive pooling: each bin's cells are added up where they lie, and its
/// gradient is spread over them in the same way.</summary>
/// <remarks>
/// Time: O(C) per cell of a box, each bin reading one map. Space: O(K C bins^2), and the
/// maps' gradient.
/// It is over 100 lines since the backward step is written out too.
/// An integral image takes four lookups per bin instead, but its sums over all maps cost several
/// times as much as these few cells.
/// Source: <see href="https://arxiv.org/abs/1605.06409">Dai, Li, He, Sun, R-FCN, 2016,
/// section 2</see>.
/// </remarks>
public abstract partial class PositionSensitivePool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int bins, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        if (maps.dim() != 4 || maps.shape[1] == 0 || maps.shape[1] % ((long)bins * bins) != 0 || boxes.dim() != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("expected the shapes [N, C * bins * bins, H, W] and [K, 5]");
        using var scope = NewDisposeScope();
        double[] corners = [.. boxes.detach().cpu().to(float64).contiguous().data<double>()];
        for (int at = 0; at < corners.Length; at += 5)
            if (!(corners[at] >= 0 && corners[at] < maps.shape[0] && double.IsInteger(corners[at]))) throw new ArgumentOutOfRangeException(nameof(boxes), $"there is no picture {corners[at]}");
        var cells = maps.cpu().to(maps.dtype == float32 ? float32 : float64).contiguous(); // [N, C bins bins, H, W]
        var pooled = Mean.apply(cells, new Walk(cells.shape, corners, bins, scale)); // [K, C, bins, bins]
        return pooled.to(maps.dtype).to(maps.device).MoveToOuterDisposeScope();
    }

    public static Tensor Vote(Tensor pooled)
    {
        if (pooled.dim() != 4 || pooled.shape[1] == 0 || pooled.shape[2] == 0 || pooled.shape[2] != pooled.shape[3])
            throw new ArgumentException("expected the shape [K, C, bins, bins]", nameof(pooled));
        using var scope = NewDisposeScope();
        return pooled.mean([2, 3]).softmax(1).MoveToOuterDisposeScope(); // [K, C]
    }

    /// <summary>The means as one operation of autograd.</summary>
    private sealed class Mean : autograd.SingleTensorFunction<Mean>
    {
        public override string Name => nameof(PositionSensitivePool);

        public override Tensor forward(autograd.AutogradContext context, params object[] given)
        {
            var (maps, walk) = ((Tensor)given[0], (Walk)given[1]);
            context.save_data(nameof(Walk), walk);
            var pooled = zeros(walk.Corners.Length / 5, maps.shape[1] / (walk.Bins * walk.Bins), walk.Bins, walk.Bins, dtype: maps.dtype); // [K, C, bins, bins]
            if (maps.dtype == float32) walk.Over<float>(maps, pooled, spread: false); else walk.Over<double>(maps, pooled, spread: false);
            return pooled;
        }

        public override List<Tensor> backward(autograd.AutogradContext context, Tensor gradient)
        {
            var walk = (Walk)context.get_data(nameof(Walk));
            var maps = zeros(walk.Shape, gradient.dtype); // [N, C bins bins, H, W]
            using var pooled = gradient.contiguous(); // [K, C, bins, bins]
            if (maps.dtype == float32) walk.Over<float>(maps, pooled, spread: true); else walk.Over<double>(maps, pooled, spread: true);
            return [maps, null!];
        }
    }

    /// <summary>The way over all bins of all boxes.</summary>
    private sealed record Walk(long[] Shape, double[] Corners, int Bins, double Scale)
    {
        /// <summary>Writes the mean of each bin's cells to pooled or, to spread, adds its equal
        /// parts to the cells.</summary>
        public void Over<T>(Tensor maps, Tensor pooled, bool spread) where T : unmanaged, INumber<T>
        {
            if (pooled.numel() == 0 || maps.numel() == 0) return; // there is no memory to look at
            Span<T> cells = MemoryMarshal.Cast<byte, T>(maps.bytes), means = MemoryMarshal.Cast<byte, T>(pooled.bytes);
            var (channels, height, width) = ((int)Shape[1], (int)Shape[2], (int)Shape[3]);
            var (rows, columns) = (Ranges(2, height), Ranges(1, width));
            for (int channel = 0; channel < channels; channel++) // map by map, so that each is met while it is in the cache
                for (int box = 0; box < Corners.Length / 5; box++)
                {
                    var (top, high) = rows[box * Bins + channel / Bins % Bins];
                    var (left, wide) = columns[box * Bins + channel % Bins];
                    if (high <= 0 || wide <= 0) continue;
                    T count = T.CreateTruncating(high * wide);
                    var corner = cells[((((int)Corners[5 * box] * channels + channel) * height + top) * width + left)..];
                    ref T mean = ref means[box * channels + channel];
                    T sum = T.Zero, part = mean / count;
                    for (int y = 0; y < high; y++)
                    {
                        var row = corner.Slice(y * width, wide);
                        T ofRow = T.Zero; // apart from sum, so that the processor adds up several rows at a time
                        if (spread) foreach (ref T cell in row) cell += part;
                        else foreach (T cell in row) ofRow += cell;
                        sum += ofRow;
                    }
                    if (!spread) mean = sum / count;
                }
        }

        /// <summary>The first cell of each box's bins on one axis, and how many cells of them are
        /// on the map.</summary>
        private (int First, int Count)[] Ranges(int axis, int length)
        {
            var ranges = new (int, int)[Corners.Length / 5 * Bins];
            for (int bin = 0; bin < ranges.Length; bin++)
            {
                int at = bin / Bins * 5 + axis;
                long start = Nearest(Corners[at] * Scale), size = Math.Max(Nearest(Corners[at + 2] * Scale) - start, 1), i = bin % Bins;
                long first = Math.Clamp(start + i * size / Bins, 0, length), end = Math.Clamp(start + ((i + 1) * size + Bins - 1) / Bins, 0, length);
                ranges[bin] = ((int)first, (int)(end - first));
            }
            return ranges;
        }

        private static long Nearest(double x) => (long)Math.Round(x, MidpointRounding.AwayFromZero);
    }
}
