using System;

namespace Etudes.Graph;

/// <summary>How far the cells of a grid are from the nearest of many sources.</summary>
public interface IGridSpread
{
    /// <summary>For each cell the least number of steps from a source, -1 if it is out of reach. A
    /// step goes up, down, left or right, to a cell that is no wall. A source is 'S', an open cell
    /// '.', and a wall '#', which is always out of reach. The grid is left unchanged, and each row
    /// of the result is an array of the caller's own. O(rows × columns).</summary>
    /// <exception cref="ArgumentException">Two rows differ in length, or a cell is another
    /// character, even where no step leads.</exception>
    static abstract int[][] Distances(string[] grid);
}
