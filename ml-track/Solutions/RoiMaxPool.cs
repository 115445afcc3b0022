using System;
using System.Numerics;
using System.Threading.Tasks;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Region of interest pooling: which cell is a bin's maximum is found on an array, its
/// value taken by one gather.</summary>
/// <remarks>
/// Time: O(C) per cell of a box. Space: O(N C H W + K C binsHigh binsWide). The choice of the cell
/// has no gradient; the gather has, so autograd does the rest.
/// Source: <see href="https://arxiv.org/abs/1504.08083">Girshick, Fast R-CNN, 2015</see>.
/// </remarks>
public abstract partial class RoiMaxPool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale)
    {
        if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("expected the shapes [N, C, H, W] and [K, 5]");
        ArgumentOutOfRangeException.ThrowIfLessThan(binsHigh, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(binsWide, 1);
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        using var scope = NewDisposeScope();
        var cells = maps.permute(0, 2, 3, 1).contiguous(); // [N, H, W, C]
        long[] first = FirstMaxima(cells, Read(boxes), binsHigh, binsWide, scale);
        var index = from_array(first).reshape(boxes.shape[0], binsHigh, binsWide, maps.shape[1]).to(maps.device); // [K, binsHigh, binsWide, C]
        var values = cat([cells.flatten(), zeros(1, dtype: maps.dtype, device: maps.device)]); // [N * H * W * C + 1]
        return values.take(index).permute(0, 3, 1, 2).MoveToOuterDisposeScope(); // [K, C, binsHigh, binsWide]
    }

    private static double[] Read(Tensor tensor) => tensor.numel() == 0 ? [] : tensor.detach().cpu().to(float64).contiguous().data<double>().ToArray();

    /// <summary>For each box, bin and channel the flat index of its first maximum in cells
    /// [N, H, W, C]; an empty bin points behind them all.</summary>
    private static long[] FirstMaxima(Tensor cells, double[] boxes, int binsHigh, int binsWide, double scale)
    {
        var (pictures, height, width, channels) = (cells.shape[0], (int)cells.shape[1], (int)cells.shape[2], (int)cells.shape[3]);
        double[] values = Read(cells);
        Array.Resize(ref values, values.Length + Vector<double>.Count); // the last vector of channels may read on
        int boxSize = binsHigh * binsWide * channels;
        long[] first = new long[boxes.Length / 5 * boxSize];
        Array.Fill(first, cells.numel());
        for (int box = 0; box < boxes.Length; box += 5)
            if (!(boxes[box] >= 0 && boxes[box] < pictures && double.IsInteger(boxes[box]))) throw new ArgumentOutOfRangeException(nameof(boxes), $"there is no picture {boxes[box]}");
        var threads = new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() };
        Parallel.For(0, boxes.Length / 5, threads, k =>
        {
            var box = boxes.AsSpan(5 * k, 5);
            int picture = (int)box[0] * height * width;
            for (int i = 0; i < binsHigh; i++)
                for (int j = 0; j < binsWide; j++)
                    Bin(values, first.AsSpan(k * boxSize + (i * binsWide + j) * channels, channels), picture, width,
                        Cells(box[2], box[4], i, binsHigh, scale, height), Cells(box[1], box[3], j, binsWide, scale, width));
        });
        return first;
    }

    /// <summary>Where bin i of n begins and ends on one axis, in integers: a quotient of floats
    /// would now and then leak a row.</summary>
    private static (int Begin, int End) Cells(double from, double to, long i, long n, double scale, int length)
    {
        long start = (long)Math.Round(from * scale, MidpointRounding.AwayFromZero);
        long size = Math.Max((long)Math.Round(to * scale, MidpointRounding.AwayFromZero) - start + 1, 1);
        // Clipped to the map last: the bins divide the whole box, also the part that is off
        // the map.
        return ((int)Math.Clamp(start + i * size / n, 0, length), (int)Math.Clamp(start + ((i + 1) * size + n - 1) / n, 0, length));
    }

    /// <summary>The first maximum of each channel in a rectangle of cells, several channels at
    /// a time.</summary>
    private static void Bin(double[] values, Span<long> first, int picture, int width, (int Begin, int End) rows, (int Begin, int End) columns)
    {
        if (rows.Begin >= rows.End || columns.Begin >= columns.End) return;
        for (int channel = 0; channel < first.Length; channel += Vector<double>.Count)
        {
            int corner = (picture + rows.Begin * width + columns.Begin) * first.Length + channel;
            var (top, at) = (new Vector<double>(values, corner), new Vector<long>(corner));
            for (int y = rows.Begin; y < rows.End; y++)
                for (int x = columns.Begin; x < columns.End; x++)
                {
                    int cell = (picture + y * width + x) * first.Length + channel;
                    var value = new Vector<double>(values, cell);
                    var above = Vector.GreaterThan(value, top);
                    (top, at) = (Vector.ConditionalSelect(above, value, top), Vector.ConditionalSelect(above, new Vector<long>(cell), at));
                }
            for (int lane = 0; lane < Vector<long>.Count && channel + lane < first.Length; lane++) first[channel + lane] = at[lane] + lane;
        }
    }
}
