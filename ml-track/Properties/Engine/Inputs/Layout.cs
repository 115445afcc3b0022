using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>How the numbers of a tensor may lie in memory: row by row, as every second number of a
/// longer row, with the channels of a pixel side by side, or with the axes the other way
/// round.</summary>
public enum Layout { Packed, EverySecond, ChannelsLast, AxesReversed }

public static class Layouts
{
    /// <summary>The same numbers in memory of their own, which lie that way, to be left as they are.</summary>
    /// <param name="name">As the contract calls them.</param>
    public static Tensor In(this Tensor tensor, Layout layout, string name)
    {
        long[] reversed = [.. Enumerable.Range(1, (int)tensor.dim()).Select(axis => tensor.dim() - axis)];
        var laid = layout switch // cloned: one number lies in any way already, and contiguous then shares it
        {
            Layout.Packed => tensor.clone(),
            Layout.EverySecond => stack([full_like(tensor, 7), tensor], -1).select(-1, 1),
            Layout.ChannelsLast when tensor.dim() > 2 => tensor.movedim([1], [-1]).contiguous().clone().movedim([-1], [1]),
            _ => tensor.permute(reversed).contiguous().clone().permute(reversed),
        };
        return laid.HandedOverAs(name);
    }
}
