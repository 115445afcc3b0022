using Xunit;

namespace Etudes.Engine;

/// <summary>A law may give the answer something else than what was drawn: the verdict shows what failed.</summary>
public class GivenTests
{
    public interface IAnswer
    {
        static abstract int Of(int[] numbers, int k);
    }

    public abstract class AnswerProperties<T> where T : IAnswer
    {
        [Law]
        public static void Of_a_negative_k(Values values, int k) => Must.Be(~k, T.Of(values.Copy(), Given.As(nameof(k), ~k)), "Of");

        [Law]
        public static void Of_seven_and_a_place(Values values, int k)
        {
            var seven = Given.As(nameof(values), new Values([7])).Copy();
            Given.As("place", 3);
            Must.Be(5, T.Of(seven, Given.As(nameof(k), 5)), "Of");
            Must.Be(k, T.Of(seven, Given.As(nameof(k), k)), "Of");
        }

        [Law]
        public static void Of_what_was_drawn_after_another(Values values, int k)
        {
            T.Of(values.Copy(), Given.As(nameof(k), -1));
            Must.Be(k, T.Of(values.Copy(), Given.As(nameof(k), k)), "Of");
        }

        [Law]
        public static void Of_what_was_made_of_both(Values values, int k) =>
            Must.Be(values.Count + k, T.Of([], Given.As("both", values.Count + k, nameof(values), nameof(k))), "Of");
    }

    public sealed class Right : IAnswer
    {
        public static int Of(int[] numbers, int k) => k;
    }

    public sealed class Wrong : IAnswer
    {
        public static int Of(int[] numbers, int k) => k + 1;
    }

    public sealed class Throws : IAnswer
    {
        public static int Of(int[] numbers, int k) => k < 0 || numbers is [7] ? throw new OverflowException("too much") : k;
    }

    public sealed class WrongIfPositive : IAnswer
    {
        public static int Of(int[] numbers, int k) => k < 0 ? k : ~k;
    }

    public sealed class WrongUnlessFive : IAnswer
    {
        public static int Of(int[] numbers, int k) => k == 5 ? k : ~k;
    }

    public sealed class Loops : IAnswer
    {
        public static volatile bool Released;

        public static int Of(int[] numbers, int k)
        {
            while (!Released) Thread.SpinWait(100);
            return k;
        }
    }

    [Fact]
    public void A_wrong_answer_is_shown_with_what_it_was_given() => Assert.Equal("values = [], k = -1", Input<Wrong>("Of_a_negative_k"));

    [Fact]
    public void So_is_one_that_throws() => Assert.Equal("values = [], k = -1", Input<Throws>("Of_a_negative_k"));

    [Fact]
    public void So_is_one_that_hangs()
    {
        var verdict = Judge<Loops>("Of_a_negative_k");
        Loops.Released = true;
        Assert.Equal(Outcome.Hung, verdict.Outcome);
        Assert.Matches(@"^-\d+$", verdict.Arguments[1].Text);
    }

    [Fact]
    public void What_is_no_parameter_comes_last()
    {
        Assert.Equal("values = [7], k = 5, place = 3", Input<Throws>("Of_seven_and_a_place"));
        Assert.Equal("values = [7], k = 0, place = 3", Input<WrongUnlessFive>("Of_seven_and_a_place"));
    }

    [Fact]
    public void What_it_was_made_of_is_shown_no_more() => Assert.Equal("both = 0", Input<Wrong>("Of_what_was_made_of_both"));

    [Fact]
    public void What_is_given_last_is_shown() => Assert.Equal("values = [], k = 0", Input<WrongIfPositive>("Of_what_was_drawn_after_another"));

    [Fact]
    public void The_shape_is_that_of_what_was_given()
    {
        var shape = Assert.IsType<SequenceShape>(Judge<Throws>("Of_seven_and_a_place").Arguments[0].Shape);
        Assert.Equal(["7"], shape.Items);
    }

    [Fact]
    public void The_call_is_the_law_on_what_was_drawn() =>
        Assert.Equal("AnswerProperties<Wrong>.Of_a_negative_k(new Values([]), k: 0)", Judge<Wrong>("Of_a_negative_k").Call);

    [Fact]
    public void A_law_called_by_itself_notes_nothing()
    {
        AnswerProperties<Right>.Of_a_negative_k(new([]), 0);
        Assert.Throws<OverflowException>(() => AnswerProperties<Throws>.Of_a_negative_k(new([]), 0));
    }

    private static string Input<T>(string law) where T : IAnswer =>
        string.Join(", ", Judge<T>(law).Arguments.Select(argument => $"{argument.Name} = {argument.Text}"));

    private static Verdict Judge<T>(string law) where T : IAnswer =>
        LawRunner.Run(Law.Of(typeof(AnswerProperties<T>)).Single(one => one.Name == law), Start.FromSeed(0));
}
