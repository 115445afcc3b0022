using System.Runtime.CompilerServices;

namespace Etudes.ML;

/// <summary>What goes wrong around any pooling of regions that is right in itself. A gallery binds it to its kata.</summary>
public abstract class RegionFault
{
    /// <param name="pool">The answer: maps, boxes.</param>
    public abstract Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool);
}

public static class RegionFaults
{
    public sealed class View : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) => pool(maps.view(-1).view(maps.shape), boxes);
    }

    public sealed class InFloat : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) => pool(maps.to(float32), boxes).to(maps.dtype);
    }

    public sealed class ReadsFloats : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) =>
            pool(maps, boxes.numel() == 0 ? boxes : tensor(boxes.contiguous().data<float>().ToArray(), boxes.shape));
    }

    public sealed class BoxByBox : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) =>
            boxes.dim() != 2 || boxes.shape[0] == 0 ? pool(maps, boxes) : cat([.. boxes.split(1).Select(box => pool(maps, box))]);
    }

    public sealed class AllCellsForEachBin : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool)
        {
            var pooled = pool(maps, boxes);
            for (int bin = 0; bin < pooled.numel() / pooled.shape[1]; bin++)
            {
                LawRunner.EndIfGivenUp();
                using var _ = NewDisposeScope();
                var cells = maps.detach(); // a mask over the map and the largest of what it leaves, as one writes it
                where(cells > bin, cells, zeros_like(cells)).amax([2, 3]);
            }
            return pooled;
        }
    }

    public sealed class WrapsThePicture : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) =>
            boxes.dim() != 2 ? pool(maps, boxes) : pool(maps, cat([boxes[.., ..1].remainder(maps.shape[0]), boxes[.., 1..]], 1));
    }

    public sealed class WritesIntoTheBoxes : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool)
        {
            var pooled = pool(maps, boxes);
            boxes[.., 1..].round_();
            return pooled;
        }
    }

    public sealed class ChecksATensorOnce : RegionFault
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool)
        {
            var pooled = s_checked.TryGetValue(boxes, out _) ? new WrapsThePicture().Pool(maps, boxes, pool) : pool(maps, boxes);
            s_checked.TryAdd(boxes, this);
            return pooled;
        }
    }

    public sealed class StartsAnewWithoutBoxes : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) =>
            pool(boxes.dim() == 2 && boxes.shape[0] == 0 ? maps.detach() : maps, boxes);
    }

    public sealed class BoxesOfTheMapsType : RegionFault
    {
        public override Tensor Pool(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool) => pool(maps, boxes.to(maps.dtype));
    }
}
