using Etudes.IO;
using static Etudes.Contest.Readers;

namespace Etudes.Contest;

/// <summary>Edges from 0 and from 1, and the rows that they make.</summary>
public sealed class ReadGraphsTests
{
    [Fact]
    public void Edges_count_from_where_the_input_does()
    {
        Assert.Equal([(0, 2, -7L), (1, 1, 0L)], Reader("1 3 -7\n2 2 0").Edges(2, vertices: 3, from: 1));
        Assert.Equal([(0, 2), (1, 1)], Reader("1 3\n2 2").Pairs(2, vertices: 3, from: 1));
        Assert.Equal([(0, 2), (1, 1)], Reader("0 2\n1 1").Pairs(2, vertices: 3));
        Assert.Equal("line 2, token 2: expected an integer from 1 to 3 but found '4'", Fault(() => Reader("1 3 5\n1 4 5").Edges(2, 3, from: 1)));
        Assert.Equal("line 1, token 1: expected an integer from 1 to 3 but found '0'", Fault(() => Reader("0 3").Pairs(1, 3, from: 1)));
    }

    [Fact]
    public void Rows_hold_neighbours_and_edges_in_the_order_of_the_input()
    {
        var rows = Reader("1 2\n3 1\n1 2\n4 4").Adjacency(4, vertices: 5, from: 1);
        Assert.Equal(5, rows.Vertices);
        Assert.Equal([[1, 2, 1], [0, 0], [0], [3, 3], []], All(rows));
        Assert.Equal([0, 1, 2], rows.EdgesAt(0));
        Assert.Equal([0, 2], rows.EdgesAt(1));
        Assert.Equal([3, 3], rows.EdgesAt(3));
        var directed = Reader("1 2\n3 1\n1 2\n4 4").Adjacency(4, vertices: 5, from: 1, directed: true);
        Assert.Equal([[1, 1], [], [0], [3], []], All(directed));
        Assert.Equal([0, 2], directed.EdgesAt(0));
    }

    [Fact]
    public void Rows_are_what_the_edges_say()
    {
        var random = new Random(1);
        for (int n = 1; n < 40; n++)
        {
            var edges = Enumerable.Range(0, 2 * n).Select(_ => (U: random.Next(n), V: random.Next(n), Weight: 1L)).ToArray();
            var rows = new CompressedRows(n, edges);
            for (int v = 0; v < n; v++)
            {
                Assert.Equal(edges.SelectMany(edge => ((int, int)[])[(edge.U, edge.V), (edge.V, edge.U)]).Where(end => end.Item1 == v).Select(end => end.Item2), rows[v].ToArray());
                for (int i = 0; i < rows[v].Length; i++)
                {
                    var (u, w, _) = edges[rows.EdgesAt(v)[i]];
                    Assert.True((u, w) == (v, rows[v][i]) || (w, u) == (v, rows[v][i]));
                }
            }
        }
    }

    [Fact]
    public void Rows_refuse_what_is_no_vertex()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompressedRows(-1, ReadOnlySpan<(int, int)>.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompressedRows(2, [(0, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompressedRows(2, [(-1, 0, 5L)]));
        Assert.Throws<IndexOutOfRangeException>(() => new CompressedRows(2, [(0, 1)])[2].Length);
        Assert.Empty(All(new CompressedRows(0, ReadOnlySpan<(int, int)>.Empty)));
    }

    private static int[][] All(CompressedRows rows) => [.. Enumerable.Range(0, rows.Vertices).Select(v => rows[v].ToArray())];
}
