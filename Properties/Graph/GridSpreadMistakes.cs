using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class GridSpreadMistakes
{
    /// <summary>Spreads with a queue of cells, each a number row * columns + column; each mistake spoils one part.</summary>
    public abstract class Spreading<TSelf> : IGridSpread where TSelf : Spreading<TSelf>, new()
    {
        protected string[] Grid { get; set; } = [];
        protected int[] Distance { get; private set; } = [];
        protected int Columns { get; private set; }

        public static int[][] Distances(string[] grid)
        {
            var spreading = new TSelf { Grid = grid };
            spreading.Check();
            spreading.Columns = spreading.Width();
            spreading.Distance = new int[grid.Length * spreading.Columns];
            Array.Fill(spreading.Distance, -1);
            spreading.Spread([.. spreading.Sources()]);
            return spreading.Rows();
        }

        protected virtual void Check()
        {
            if (Grid.Any(row => row.Length != Grid[0].Length || row.Any(cell => !IsKnown(cell)))) throw new ArgumentException("");
        }

        protected virtual bool IsKnown(char cell) => cell is 'S' or '.' or '#';

        protected virtual int Width() => Grid.Length > 0 ? Grid[0].Length : 0;

        protected virtual IEnumerable<int> Sources() => Enumerable.Range(0, Distance.Length).Where(cell => At(cell) == 'S');

        protected virtual void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            var queue = new Queue<int>(sources);
            while (queue.TryDequeue(out int cell))
                foreach (int next in Neighbours(cell))
                {
                    if (!IsNew(next)) continue;
                    Distance[next] = Distance[cell] + 1;
                    if (IsPassed(next)) queue.Enqueue(next);
                }
        }

        protected virtual bool IsNew(int cell) => At(cell) != '#' && Distance[cell] < 0;

        protected virtual bool IsPassed(int cell) => true;

        protected virtual IEnumerable<int> Neighbours(int cell)
        {
            var (row, column) = (cell / Columns, cell % Columns);
            if (row > 0) yield return cell - Columns;
            if (row + 1 < Grid.Length) yield return cell + Columns;
            if (column > 0) yield return cell - 1;
            if (column + 1 < Columns) yield return cell + 1;
        }

        protected virtual int[][] Rows()
        {
            var rows = new int[Grid.Length][];
            for (int row = 0; row < rows.Length; row++) rows[row] = Distance[(row * Columns)..((row + 1) * Columns)];
            return rows;
        }

        protected char At(int cell) => Grid[cell / Columns][cell % Columns];
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.2")]
    [Advice("A step goes up, down, left or right: a cell across a corner is two steps away.")]
    public sealed class StepsAcrossCorners : Spreading<StepsAcrossCorners>
    {
        protected override IEnumerable<int> Neighbours(int cell) => Enumerable.Range(0, Distance.Length).Where(next =>
            next != cell && Math.Abs(next / Columns - cell / Columns) <= 1 && Math.Abs(next % Columns - cell % Columns) <= 1);
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.2")]
    [Advice("In numbers row * columns + column, one more than the last of a row is the first of the next: look at the column before you step sideways.")]
    public sealed class StepsIntoTheNextRow : Spreading<StepsIntoTheNextRow>
    {
        protected override IEnumerable<int> Neighbours(int cell) =>
            from next in (int[])[cell - Columns, cell + Columns, cell - 1, cell + 1] where next >= 0 && next < Distance.Length select next;
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.2")]
    [Advice("The grid ends at its edges: the last column is no neighbour of the first.")]
    public sealed class StepsRoundTheEdge : Spreading<StepsRoundTheEdge>
    {
        protected override IEnumerable<int> Neighbours(int cell)
        {
            var (row, column) = (cell / Columns, cell % Columns);
            foreach (var (down, right) in ((int, int)[])[(-1, 0), (1, 0), (0, -1), (0, 1)])
                yield return (row + down + Grid.Length) % Grid.Length * Columns + (column + right + Columns) % Columns;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.2", "Constraints.1")]
    [Advice("There may be more columns than rows: hold the row against the number of rows, and the column against that of columns.")]
    public sealed class TakesTheGridForASquare : Spreading<TakesTheGridForASquare>
    {
        protected override IEnumerable<int> Neighbours(int cell)
        {
            var (row, column) = (cell / Columns, cell % Columns);
            if (row > 0) yield return cell - Columns;
            if (row + 1 < Grid.Length) yield return cell + Columns;
            if (column > 0) yield return cell - 1;
            if (column + 1 < Columns && column + 1 < Grid.Length) yield return cell + 1;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.2", "Distances.summary.3")]
    [Advice("A wall stops a step: look at the cell before you go there.")]
    public sealed class WalksThroughWalls : Spreading<WalksThroughWalls>
    {
        protected override bool IsNew(int cell) => Distance[cell] < 0;

        protected override int[][] Rows()
        {
            for (int cell = 0; cell < Distance.Length; cell++)
                if (At(cell) == '#') Distance[cell] = -1;
            return base.Rows();
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.3")]
    [Advice("A wall has no distance, even beside a cell that is reached.")]
    public sealed class GivesWallsADistance : Spreading<GivesWallsADistance>
    {
        protected override bool IsNew(int cell) => Distance[cell] < 0;

        protected override bool IsPassed(int cell) => At(cell) != '#';
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.1")]
    [Advice("A cell out of reach is -1: 0 is the distance of a source.")]
    public sealed class LeavesWhatIsOutOfReachAt0 : Spreading<LeavesWhatIsOutOfReachAt0>
    {
        protected override int[][] Rows() => [.. base.Rows().Select(row => row.Select(distance => Math.Max(0, distance)).ToArray())];
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.1")]
    [Advice("What stands for infinity inside must become -1 before it is returned.")]
    public sealed class LeavesWhatIsOutOfReachFarAway : Spreading<LeavesWhatIsOutOfReachFarAway>
    {
        protected override int[][] Rows() => [.. base.Rows().Select(row => row.Select(distance => distance < 0 ? int.MaxValue : distance).ToArray())];
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.1")]
    [Advice("A source is 0 steps from itself, and its neighbours are 1.")]
    public sealed class CountsTheSourceAsAStep : Spreading<CountsTheSourceAsAStep>
    {
        protected override int[][] Rows() => [.. base.Rows().Select(row => row.Select(distance => distance < 0 ? -1 : distance + 1).ToArray())];
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("GridSpread.summary.1")]
    [Advice("There are many sources: all of them are in the queue before the first is taken out.")]
    public sealed class StartsFromTheFirstSourceAlone : Spreading<StartsFromTheFirstSourceAlone>
    {
        protected override IEnumerable<int> Sources() => base.Sources().Take(1);
    }

    [CaughtBy(nameof(GridSpreadProperties<>.A_cell_is_as_far_as_from_the_nearest_source_alone))]
    [Breaks("GridSpread.summary.1", "Distances.summary.1")]
    [Advice("Who spreads from one source to the end before the next gives each cell the first source's distance, not the nearest one's.")]
    public sealed class SpreadsFromOneSourceAfterTheOther : Spreading<SpreadsFromOneSourceAfterTheOther>
    {
        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            foreach (int source in sources) base.Spread([source]);
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.1", "Distances.summary.2")]
    [Advice("One sweep from above and one from below are enough only without walls: a way round them goes up and down more often.")]
    public sealed class SweepsTwice : Spreading<SweepsTwice>
    {
        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            for (int cell = 0; cell < Distance.Length; cell++) Relax(cell, before => before < cell);
            for (int cell = Distance.Length - 1; cell >= 0; cell--) Relax(cell, behind => behind > cell);
        }

        private void Relax(int cell, Func<int, bool> counts)
        {
            foreach (int next in Neighbours(cell))
                if (At(cell) != '#' && counts(next) && Distance[next] >= 0 && (Distance[cell] < 0 || Distance[next] + 1 < Distance[cell])) Distance[cell] = Distance[next] + 1;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.1", "Distances.summary.2")]
    [Advice("A stack goes deep first, and the first way to a cell is then a long one: take a queue.")]
    public sealed class TakesAStack : Spreading<TakesAStack>
    {
        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            var stack = new Stack<int>(sources);
            while (stack.TryPop(out int cell))
                foreach (int next in Neighbours(cell))
                {
                    if (!IsNew(next)) continue;
                    Distance[next] = Distance[cell] + 1;
                    stack.Push(next);
                }
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Constraints.2")]
    [Advice("A grid may have no rows: then there is no first one whose length you could ask for.")]
    public sealed class AsksTheFirstRow : Spreading<AsksTheFirstRow>
    {
        protected override int Width() => Grid[0].Length;
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Constraints.2")]
    [Advice("Without sources all cells are out of reach, which is an answer and no error.")]
    public sealed class WantsASource : Spreading<WantsASource>
    {
        protected override IEnumerable<int> Sources() => base.Sources().Any() ? base.Sources() : throw new ArgumentException("no source");
    }

    [CaughtBy(nameof(GridSpreadProperties<>.What_the_caller_does_with_the_grid_and_the_rows_changes_no_answer))]
    [Breaks("Distances.summary.4", "Constraints.4")]
    [Advice("Filling an array of arrays with one row makes all rows the same one: make a new one for each.")]
    public sealed class SharesARow : Spreading<SharesARow>
    {
        protected override int[][] Rows()
        {
            int[][] rows = base.Rows();
            int[] none = new int[Columns];
            Array.Fill(none, -1);
            for (int row = 0; row < rows.Length; row++)
                if (rows[row].AsSpan().SequenceEqual(none)) rows[row] = none;
            return rows;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.The_distances_are_those_of_looking_at_all_neighbours_until_nothing_changes))]
    [Breaks("Distances.summary.4", "Constraints.4")]
    [Advice("Marking what is reached in the given grid changes it for the caller too: the distances themselves say what is reached.")]
    public sealed class MarksTheGivenGrid : Spreading<MarksTheGivenGrid>
    {
        protected override bool IsPassed(int cell)
        {
            int row = cell / Columns, column = cell % Columns;
            Grid[row] = $"{Grid[row][..column]}#{Grid[row][(column + 1)..]}";
            return true;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.What_the_caller_does_with_the_grid_and_the_rows_changes_no_answer))]
    [Breaks("Distances.summary.4", "Constraints.4")]
    [Advice("What you have returned is the caller's: a later call must not write into it, so make the rows anew for each call.")]
    public sealed class WritesIntoTheRowsOfBefore : Spreading<WritesIntoTheRowsOfBefore>
    {
        [ThreadStatic] private static int[][]? s_rows;

        protected override int[][] Rows()
        {
            int[][] rows = base.Rows();
            if (s_rows is not { } old || old.Length != rows.Length || rows.Length == 0 || old[0].Length != Columns) return s_rows = rows;
            for (int row = 0; row < rows.Length; row++) rows[row].CopyTo(old[row], 0);
            return old;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.What_the_caller_does_with_the_grid_and_the_rows_changes_no_answer))]
    [Breaks("Distances.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a grid by what it says, not by its array.")]
    public sealed class RemembersTheArray : Spreading<RemembersTheArray>
    {
        [ThreadStatic] private static (string[] Grid, int[] Sources)? s_last;

        protected override IEnumerable<int> Sources()
        {
            if (s_last?.Grid != Grid) s_last = (Grid, [.. base.Sources()]);
            return s_last!.Value.Sources;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Distances.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : Spreading<NumbersItsCallsInSixteenBits>
    {
        [ThreadStatic] private static ushort s_call;
        [ThreadStatic] private static ushort[]? s_seen;

        protected override void Spread(int[] sources)
        {
            if (s_seen is null || s_seen.Length < Distance.Length) Array.Resize(ref s_seen, Distance.Length);
            s_call++;
            base.Spread(sources);
        }

        protected override bool IsNew(int cell)
        {
            if (At(cell) == '#' || s_seen![cell] == s_call || Distance[cell] == 0) return false;
            s_seen[cell] = s_call;
            return true;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are))]
    [Breaks("Distances.exception.1", "Constraints.3")]
    [Advice("A longer row and a shorter one have as many cells as a grid: compare every row with the first.")]
    public sealed class ComparesTheCountOfCells : Spreading<ComparesTheCountOfCells>
    {
        protected override void Check()
        {
            if (Grid.Sum(row => row.Length) != Grid.Length * Width() || Grid.Any(row => row.Any(cell => !IsKnown(cell)))) throw new ArgumentException("");
            if (Width() > 0) Grid = [.. string.Concat(Grid).Chunk(Width()).Select(row => new string(row))];
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are))]
    [Breaks("Distances.exception.1", "Constraints.3")]
    [Advice("Rows of other lengths are no grid: hold the length of each against the first, longer ones too.")]
    public sealed class ChecksOnlyForShorterRows : Spreading<ChecksOnlyForShorterRows>
    {
        protected override void Check()
        {
            if (Grid.Any(row => row.Length < Grid[0].Length || row.Any(cell => !IsKnown(cell)))) throw new ArgumentException("");
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are))]
    [Breaks("Distances.exception.1", "Constraints.3")]
    [Advice("A sum of lengths says nothing of each row: compare every row with the first.")]
    public sealed class ChecksOnlyTheLastRow : Spreading<ChecksOnlyTheLastRow>
    {
        protected override void Check()
        {
            if (Grid.Length > 0 && Grid[^1].Length != Grid[0].Length || Grid.Any(row => row.Any(cell => !IsKnown(cell)))) throw new ArgumentException("");
        }

        protected override int Width() => Grid.Length > 0 ? Grid.Min(row => row.Length) : 0;
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are))]
    [Breaks("Distances.exception.1", "Constraints.3")]
    [Advice("Another character is no open cell: refuse it, small letters and blanks as well.")]
    public sealed class TakesOtherCharactersForOpen : Spreading<TakesOtherCharactersForOpen>
    {
        protected override bool IsKnown(char cell) => true;
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are))]
    [Breaks("Distances.exception.1", "Constraints.3")]
    [Advice("Check all cells before you spread: one that no step meets is refused too.")]
    public sealed class ChecksWhatItMeets : Spreading<ChecksWhatItMeets>
    {
        protected override void Check()
        {
            if (Grid.Any(row => row.Length != Grid[0].Length)) throw new ArgumentException("");
        }

        protected override bool IsNew(int cell) => base.IsKnown(At(cell)) ? base.IsNew(cell) : throw new ArgumentException("");
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("Recursion goes as deep as a way is long, and a deep one ends the program: keep the cells in a queue.")]
    public sealed class Recurses : Spreading<Recurses>
    {
        protected override void Spread(int[] cells)
        {
            if (cells.Length == 0) return;
            RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
            List<int> next = [];
            foreach (int cell in cells)
            {
                if (Distance[cell] < 0) Distance[cell] = 0;
                foreach (int neighbour in Neighbours(cell))
                {
                    if (!IsNew(neighbour) || At(neighbour) == 'S') continue;
                    Distance[neighbour] = Distance[cell] + 1;
                    next.Add(neighbour);
                }
            }
            Spread([.. next]);
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("A way may be longer than 65 535 steps: keep distances in int.")]
    public sealed class KeepsDistancesInSixteenBits : Spreading<KeepsDistancesInSixteenBits>
    {
        protected override int[][] Rows() => [.. base.Rows().Select(row => row.Select(distance => distance < 0 ? -1 : (ushort)distance).ToArray())];
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Distances.summary.5", "Target.1")]
    [Advice("Searching anew from each source goes over the same cells each time: put all sources into one queue.")]
    public sealed class SearchesFromEachSource : Spreading<SearchesFromEachSource>
    {
        private int _at;

        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            foreach (int source in sources)
            {
                var queue = new Queue<int>([source]);
                while (queue.TryDequeue(out _at))
                {
                    LawRunner.EndIfGivenUp();
                    foreach (int next in Neighbours(_at))
                    {
                        if (At(next) == '#' || Distance[next] >= 0 && Distance[next] <= Distance[_at] + 1) continue;
                        Distance[next] = Distance[_at] + 1;
                        queue.Enqueue(next);
                    }
                }
            }
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Distances.summary.5", "Target.1")]
    [Advice("Looking at the whole grid for each step takes as many rounds as the longest way has steps: keep the cells that were reached last.")]
    public sealed class LooksAtTheWholeGridForEachStep : Spreading<LooksAtTheWholeGridForEachStep>
    {
        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            bool changed = true;
            for (int steps = 0; changed; steps++)
            {
                LawRunner.EndIfGivenUp();
                changed = false;
                for (int cell = 0; cell < Distance.Length; cell++)
                {
                    if (Distance[cell] != steps) continue;
                    foreach (int next in Neighbours(cell))
                        if (IsNew(next)) (Distance[next], changed) = (steps + 1, true);
                }
            }
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Distances.summary.5", "Target.1")]
    [Advice("Sweeping to and fro until nothing changes takes one round for each turn of the way: each cell should be looked at once.")]
    public sealed class SweepsUntilNothingChanges : Spreading<SweepsUntilNothingChanges>
    {
        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            for (bool changed = true; changed;)
            {
                LawRunner.EndIfGivenUp();
                changed = false;
                for (int cell = 0; cell < Distance.Length; cell++) changed |= Relax(cell);
                for (int cell = Distance.Length - 1; cell >= 0; cell--) changed |= Relax(cell);
            }
        }

        private bool Relax(int cell)
        {
            if (At(cell) == '#') return false;
            int before = Distance[cell];
            foreach (int next in Neighbours(cell))
                if (Distance[next] >= 0 && (Distance[cell] < 0 || Distance[next] + 1 < Distance[cell])) Distance[cell] = Distance[next] + 1;
            return Distance[cell] != before;
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Distances.summary.5", "Target.1")]
    [Advice("Removing the first item of a list moves all behind it: take a queue.")]
    public sealed class TakesFromTheFrontOfAList : Spreading<TakesFromTheFrontOfAList>
    {
        protected override void Spread(int[] sources)
        {
            foreach (int source in sources) Distance[source] = 0;
            List<int> waiting = [.. sources];
            while (waiting.Count > 0)
            {
                LawRunner.EndIfGivenUp();
                int cell = waiting[0];
                waiting.RemoveAt(0);
                foreach (int next in Neighbours(cell))
                {
                    if (!IsNew(next)) continue;
                    Distance[next] = Distance[cell] + 1;
                    waiting.Add(next);
                }
            }
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Distances.summary.5", "Target.1")]
    [Advice("Mark a cell when it enters the queue: until it is taken out, each of its neighbours would put it in once more, and so would theirs.")]
    public sealed class MarksWhatItTakesOut : Spreading<MarksWhatItTakesOut>
    {
        protected override void Spread(int[] sources)
        {
            var queue = new Queue<(int Cell, int Distance)>(sources.Select(source => (source, 0)));
            while (queue.TryDequeue(out var taken))
            {
                LawRunner.EndIfGivenUp();
                Distance[taken.Cell] = Distance[taken.Cell] < 0 ? taken.Distance : Math.Min(Distance[taken.Cell], taken.Distance);
                foreach (int next in Neighbours(taken.Cell))
                    if (IsNew(next)) queue.Enqueue((next, taken.Distance + 1));
            }
        }
    }

    [CaughtBy(nameof(GridSpreadProperties<>.Half_a_million_cells_are_reached_in_linear_time))]
    [Breaks("Distances.summary.5", "Target.1")]
    [Advice("A search from each cell for its nearest source goes over the same cells each time: turn it round, and spread from all sources at once.")]
    public sealed class SearchesFromEachCell : Spreading<SearchesFromEachCell>
    {
        protected override void Spread(int[] sources)
        {
            for (int cell = 0; cell < Distance.Length; cell++)
                if (At(cell) != '#') Distance[cell] = ToASource(cell);
        }

        private int ToASource(int cell)
        {
            var steps = new Dictionary<int, int> { [cell] = 0 };
            var queue = new Queue<int>([cell]);
            while (queue.TryDequeue(out int at))
            {
                LawRunner.EndIfGivenUp();
                if (At(at) == 'S') return steps[at];
                foreach (int next in Neighbours(at))
                    if (At(next) != '#' && steps.TryAdd(next, steps[at] + 1)) queue.Enqueue(next);
            }
            return -1;
        }
    }
    [CaughtBy(nameof(GridSpreadProperties<>.Rows_of_other_lengths_and_other_characters_are_refused_wherever_they_are))]
    [Breaks("Distances.exception.1", "Constraints.3")]
    [Advice("The low eight bits of a character are those of 256 others too: look at it before it becomes a byte.")]
    public sealed class NarrowsToBytes : Spreading<NarrowsToBytes>
    {
        protected override bool IsKnown(char cell) => base.IsKnown((char)(byte)cell);
    }
}
