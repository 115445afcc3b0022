using Xunit;

namespace Etudes.Engine;

/// <summary>What a learner reads when an answer misbehaves: hostile answers, each with the verdict that it must get.</summary>
public class LawRunnerTests
{
    private const int LongestVerdict = 8;

    public interface ISorter
    {
        static abstract IEnumerable<int> Sorted(int[] numbers);
    }

    public abstract class SorterProperties<T> where T : ISorter
    {
        [Law]
        public static void Gives_the_numbers_in_order(Values values) => Must.Be(values.Items.Order(), T.Sorted(values.Copy()), "Sorted");

        [Law]
        public static void Leaves_its_input_alone(Values values)
        {
            var copy = values.Copy();
            T.Sorted(copy);
            Must.LeaveAlone(values.Items, copy);
        }

        [Law]
        public static void Of_null_it_throws() => Must.Throw<ArgumentNullException>(() => T.Sorted(null!), "Sorted of null");
    }

    public sealed class Right : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers) => numbers.Order();
    }

    public sealed class Wrong : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers) => numbers.Distinct().Order();
    }

    [Fact]
    public void A_right_answer_holds() => Assert.Equal(Outcome.Holds, Judge<Right>().Outcome);

    [Fact]
    public void A_wrong_answer_is_shown_by_its_smallest_input()
    {
        var verdict = Judge<Wrong>();
        Assert.Equal(Outcome.Broken, verdict.Outcome);
        Assert.Matches(@"^ values = \[(\S+), \1\]\n Sorted should be \[\1, \1\] but is \[\1\]\n", Words(verdict));
        Assert.EndsWith("\n stuck? Katas/Engine/Wrong/HINTS.md", Words(verdict));
    }

    [Fact]
    public void The_same_seed_gives_the_same_words()
    {
        for (int seed = 0; seed < 20; seed++) Assert.Equal(Words(Judge<Wrong>(seed: seed)), Words(Judge<Wrong>(seed: seed)));
    }

    /// <summary>As a native library would, that nobody has taught to throw.</summary>
    public sealed class Strands : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers)
        {
            if (numbers is not { Length: < 2 }) Stranded.Here("sort: two are too many");
            return numbers;
        }
    }

    [Fact]
    public void A_thread_that_cannot_go_on_is_left_behind_and_its_smallest_input_named()
    {
        var verdict = Judge<Strands>();
        Assert.Equal((Outcome.Broken, "sort: two are too many", "Strands.Sorted"), (verdict.Outcome, verdict.Sentence, $"{verdict.Place!.Type}.{verdict.Place.Member}"));
        Assert.Equal("[0, 0]", Assert.Single(verdict.Arguments).Text);
        Assert.Equal("Sorted of null should throw ArgumentNullException but does not: sort: two are too many", Judge<Strands>("Of_null_it_throws").Sentence);
    }

    public sealed class Loops : ISorter
    {
        public static volatile bool Released;

        public static IEnumerable<int> Sorted(int[] numbers)
        {
            while (numbers.Length > 2 && !Released) Thread.SpinWait(100);
            return numbers.Order();
        }
    }

    [Fact]
    public void An_endless_loop_is_stopped_and_its_input_named()
    {
        var verdict = Judge<Loops>();
        Loops.Released = true;
        Assert.Equal(Outcome.Hung, verdict.Outcome);
        Assert.Matches(@"^ values = \[.+, .+, .+\]\n did not finish within 2 s\n", Words(verdict));
    }

    public sealed class LoopsOnceItWasWrong : ISorter
    {
        public static volatile bool Failed, Released;

        public static IEnumerable<int> Sorted(int[] numbers)
        {
            if (numbers.Length > 2)
            {
                Failed = true;
                return [];
            }
            while (Failed && !Released) Thread.SpinWait(100);
            return numbers.Order();
        }
    }

    [Fact]
    public void An_endless_loop_while_shrinking_leaves_what_failed_before()
    {
        var verdict = Judge<LoopsOnceItWasWrong>();
        LoopsOnceItWasWrong.Released = true;
        Assert.Equal(Outcome.Broken, verdict.Outcome);
        Assert.Matches(@"^ values = \[.+, .+, .+\]\n Sorted should be \[.+, .+, .+\] but is \[\]\n", Words(verdict));
    }

    public sealed class Throws : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers)
        {
            foreach (int number in numbers)
                yield return numbers.Select(x => x == number ? throw new FormatException("first line\nsecond line") : x).Last();
        }
    }

    [Fact]
    public void An_exception_has_its_type_its_message_and_its_place()
    {
        var verdict = Judge<Throws>();
        Assert.Equal(Outcome.Broken, verdict.Outcome);
        Assert.Matches(@"^ values = \[0\]\n FormatException: first line\n in Throws\.Sorted \(Properties/Tests/LawRunnerTests\.cs:\d+\)\n", Words(verdict));
    }

    public abstract class NamesNoEdge : Graph.IForestSolver
    {
        public static (int[] Edges, long Total) Solve(int vertices, (int U, int V, long Weight)[] edges) => ([-1], 0);
    }

    [Fact]
    public void A_line_of_the_laws_that_katas_share_is_no_place_of_the_answer()
    {
        var law = Law.Of(typeof(Graph.WeightedForestLaws<NamesNoEdge>)).Single(law => law.Name == nameof(Graph.WeightedForestLaws<>.Two_hundred_thousand_vertices_are_soon_done));
        var verdict = LawRunner.Run(law, Start.FromSeed(0));
        Assert.StartsWith("IndexOutOfRangeException: ", verdict.Sentence);
        Assert.Null(verdict.Place);
    }

    public sealed class ReturnsNull : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers) => null!;
    }

    [Fact]
    public void Null_is_no_list()
    {
        var verdict = Judge<ReturnsNull>();
        Assert.Equal(Outcome.Broken, verdict.Outcome);
        Assert.StartsWith(" values = []\n Sorted should be a list but is null\n", Words(verdict));
    }

    public sealed class SortsItsInput : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers)
        {
            Array.Sort(numbers);
            return numbers;
        }
    }

    public sealed class ClearsItsInput : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers)
        {
            Array.Clear(numbers);
            return numbers;
        }
    }

    [Fact]
    public void An_answer_that_changes_its_input_is_told()
    {
        var verdict = Judge<SortsItsInput>(nameof(SorterProperties<>.Leaves_its_input_alone));
        Assert.Equal(Outcome.Broken, verdict.Outcome);
        Assert.Matches(@"^ values = \[(\S+), (\S+)\]\n your answer changed its input to \[\2, \1\]\n", Words(verdict));
        Assert.Equal(Outcome.Holds, Judge<SortsItsInput>().Outcome); // the law's own input is out of its reach
        Assert.Equal(Outcome.Broken, Judge<ClearsItsInput>().Outcome);
    }

    public sealed class GoesOnForEver : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers)
        {
            while (true) yield return 0;
        }
    }

    [Fact]
    public void A_sequence_without_an_end_is_told()
    {
        var verdict = Judge<GoesOnForEver>();
        Assert.Equal(Outcome.Broken, verdict.Outcome);
        Assert.Contains("\n Sorted goes on without an end\n", Words(verdict));
    }

    public sealed class ThrowsABook : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers) => throw new FormatException($"{new string('x', 1_000_000)}\nand more");
    }

    public sealed class MessageThrows : ISorter
    {
        private sealed class Nameless : Exception
        {
            public override string Message => throw new FormatException();
        }

        public static IEnumerable<int> Sorted(int[] numbers) => throw new Nameless();
    }

    [Fact]
    public void An_exception_is_told_whatever_its_message_does()
    {
        Assert.Matches(@"\n FormatException: x{200}\.\.\. 1000000 characters in all\n in ThrowsABook", Words(Judge<ThrowsABook>()));
        Assert.Matches(@"\n Nameless\n in MessageThrows", Words(Judge<MessageThrows>()));
    }

    public sealed class Unwritten : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers) => throw new NotImplementedException();
    }

    public sealed class NeedsUnwritten : ISorter
    {
        public static IEnumerable<int> Sorted(int[] numbers) => Unwritten.Sorted(numbers);
    }

    [Fact]
    public void A_stub_is_one_line_whatever_the_law()
    {
        foreach (var law in Law.Of(typeof(SorterProperties<Unwritten>)))
        {
            var verdict = LawRunner.Run(law, Start.FromSeed(0));
            Assert.Equal(Outcome.NotWritten, verdict.Outcome);
            Assert.Matches(@"^ not written yet: Unwritten\.Sorted \(Properties/Tests/LawRunnerTests\.cs:\d+\)$", Words(verdict));
        }
    }

    [Fact]
    public void A_part_that_is_not_written_is_named()
    {
        var verdict = Judge<NeedsUnwritten>();
        Assert.Equal(Outcome.NotWritten, verdict.Outcome);
        Assert.Matches(@"^ NeedsUnwritten needs Unwritten\.Sorted, not written yet \(Properties/Tests/LawRunnerTests\.cs:\d+\)$", Words(verdict));
    }

    [Fact]
    public void Bad_input_must_get_its_exception()
    {
        string law = nameof(SorterProperties<>.Of_null_it_throws);
        Assert.Equal(Outcome.Holds, Judge<Right>(law).Outcome);
        Assert.StartsWith(" Sorted of null should throw ArgumentNullException but does not\n", Words(Judge<ReturnsNull>(law)));
        Assert.StartsWith(" Sorted of null should throw ArgumentNullException but throws NullReferenceException\n", Words(Judge<Loops>(law)));
    }

    public abstract class Family
    {
        [Law]
        public static void First() { }

        [Law]
        public static void Third() { }

        [LargeLaw(5)]
        public static void Last(LargeWorkload work) => Must.Be(5, work.Count, "Count");
    }

    public abstract class Member : Family
    {
        [Law(After = nameof(First))]
        public static void Second() { }

        [Law]
        public static void Fourth() { }

        [Law(First = true)]
        public static void Zeroth() { }
    }

    [Fact]
    public void Inherited_laws_come_first_but_for_one_that_names_its_place_or_is_to_be_first_and_large_ones_last() =>
        Assert.Equal(["Zeroth", "First", "Second", "Third", "Fourth", "Last"], Law.Of(typeof(Member)).Select(law => law.Name));

    /// <summary>The verdict of one law, which no answer may make long.</summary>
    private static Verdict Judge<T>(string law = nameof(SorterProperties<>.Gives_the_numbers_in_order), int seed = 0) where T : ISorter
    {
        var laws = typeof(SorterProperties<T>);
        var verdict = LawRunner.Run(new Law(laws, laws.GetMethod(law)!), Start.FromSeed(seed));
        Assert.InRange(Words(verdict).Split('\n').Length, 0, LongestVerdict);
        return verdict;
    }

    private static string Words(Verdict verdict) => TestMessage.Write(verdict);
}
