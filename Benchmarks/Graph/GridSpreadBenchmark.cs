using BenchmarkDotNet.Attributes;

namespace Etudes.Graph;

/// <summary>A grid of a thousand rows, a third of it walls, against a set of the cells met and a queue of cells with their distances.</summary>
[MemoryDiagnoser]
public class GridSpreadBenchmark
{
    private const int Side = 1000;

    [Params(1, 1000)]
    public int Sources { get; set; }

    private string[] _grid = [];

    [GlobalSetup]
    public void Draw() => _grid = Inputs.Grid(Side, Sources);

    [Benchmark(Baseline = true)]
    public int SetOfCells()
    {
        var queue = new Queue<(int Row, int Column, int Distance)>();
        HashSet<(int, int)> met = [];
        for (int row = 0; row < _grid.Length; row++)
            for (int column = 0; column < _grid[row].Length; column++)
                if (_grid[row][column] == 'S' && met.Add((row, column))) queue.Enqueue((row, column, 0));
        int farthest = -1;
        while (queue.TryDequeue(out var at))
        {
            farthest = at.Distance;
            foreach (var (row, column) in ((int, int)[])[(at.Row - 1, at.Column), (at.Row + 1, at.Column), (at.Row, at.Column - 1), (at.Row, at.Column + 1)])
                if (row >= 0 && row < _grid.Length && column >= 0 && column < _grid[row].Length && _grid[row][column] != '#' && met.Add((row, column)))
                    queue.Enqueue((row, column, at.Distance + 1));
        }
        return farthest;
    }

    [Benchmark]
    public int DistancesAsMarks() => GridSpread.Distances(_grid).Max(row => row.Max());
}
