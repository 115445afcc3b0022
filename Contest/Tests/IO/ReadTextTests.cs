using System.Text;
using Etudes.IO;
using static Etudes.Contest.Readers;

namespace Etudes.Contest;

/// <summary>Words, characters, lines and grids, also where a block ends within them.</summary>
public sealed class ReadTextTests
{
    [Fact]
    public void Words_and_numbers_take_turns()
    {
        var reader = Reader("3 add\t-7\r\nä(b)  12 x");
        Assert.Equal(3, reader.Int());
        Assert.Equal("add", reader.Word());
        Assert.Equal(-7, reader.Int());
        Assert.Equal(["ä(b)", "12"], reader.Words(2));
        Assert.Equal('x', reader.Char());
        reader.End();
    }

    [Fact]
    public void Characters_are_read_one_by_one_over_white_space()
    {
        var reader = Reader(" #.\n.5 7");
        Assert.Equal("#..5", string.Concat(Enumerable.Range(0, 4).Select(_ => reader.Char())));
        Assert.Equal(7, reader.Int());
        Assert.Equal("line 2, token 3: expected a character but found the end of the input", Fault(() => reader.Char()));
    }

    [Fact]
    public void A_character_that_is_not_allowed_is_named()
    {
        Assert.Equal('#', Reader("\n#").Char(".#"));
        Assert.Equal("line 1, token 2: expected one of the characters '.#' but found 'x'", Fault(() => Begun("x").Char(".#")));
        Assert.Equal("line 1, token 2: expected a character but found '?'", Fault(() => Begun("ä").Char()));
        Assert.Equal("line 2, token 1: expected one of the characters '.#' but found the end of the input", Fault(() => Begun("\n").Char(".#")));
    }

    [Fact]
    public void A_word_has_at_most_so_many_bytes()
    {
        Assert.Equal("abc", Reader("abc").Word(3));
        Assert.Equal("line 1, token 2: expected a word of at most 3 characters but found 'abcd'", Fault(() => Begun("abcdef").Word(3)));
        Assert.Equal("line 1, token 2: expected a word but found the end of the input", Fault(() => Begun("  ").Word()));
    }

    [Theory]
    [InlineData("5\none two\nthree", "one two", "three")]
    [InlineData("5\r\none two\r\nthree\r\n", "one two", "three")]
    [InlineData("5 \n one\n\nthree", " one", "")]
    [InlineData("5 one \n two", "one ", " two")]
    [InlineData("+5\none\ntwo", "one", "two")] // a plus is read slowly, and the end of its line is left
    [InlineData("5\n\none", "", "one")]
    [InlineData("+5\n\none", "", "one")]
    public void A_line_is_the_rest_of_one_or_the_next(string text, string first, string second)
    {
        var reader = Reader(text);
        Assert.Equal(5, reader.Int());
        Assert.Equal([first, second], reader.Lines(2));
    }

    [Fact]
    public void The_first_line_may_be_blank_and_the_last_without_an_end()
    {
        var reader = Reader("\n  \na\r");
        Assert.Equal(["", "  ", "a"], reader.Lines(3));
        Assert.Equal("line 3, token 2: expected a line but found the end of the input", Fault(() => reader.Line()));
    }

    [Fact]
    public void Behind_the_last_word_there_is_no_line() => Assert.Contains("expected a line", Fault(() => Begun("").Line()));

    /// <summary>Moved so that each byte is once the last of a block.</summary>
    [Fact]
    public void Words_and_lines_cross_the_ends_of_blocks()
    {
        const string Words = "abc defgh\r\nthe rest of it\r\nx";
        for (int before = Block - Words.Length - 1; before <= Block + 1; before++)
        {
            var reader = Reader(new string(' ', before) + Words);
            Assert.Equal(["abc", "defgh"], reader.Words(2));
            Assert.Equal("the rest of it", reader.Line());
            Assert.Equal('x', reader.Char());
            reader.End();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void A_word_longer_than_a_block_is_whole(int most)
    {
        string word = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},"));
        var reader = new FastReader(new Trickle($"1 {word} {word}\n{word}", most));
        Assert.Equal(1, reader.Int());
        Assert.Equal([word, word], reader.Words(2));
        Assert.Equal(word, reader.Line());
    }

    [Fact]
    public void A_grid_has_its_size_and_its_characters()
    {
        Assert.Equal(["#..", "..#"], Reader("#.. \n\n..#\n").Grid(2, 3, ".#"));
        Assert.Equal("line 2, token 1: expected a row of 3 characters of '.#' but found '.x#'", Fault(() => Reader("#..\n.x#").Grid(2, 3, ".#")));
        Assert.Equal("line 2, token 1: expected a row of 3 characters but found '.#'", Fault(() => Reader("#..\n.#\n").Grid(2, 3)));
        Assert.Equal("line 1, token 1: expected a row of 3 characters but found '#..#'", Fault(() => Reader("#..#....\n").Grid(2, 3)));
        Assert.Equal("line 2, token 1: expected a row of 3 characters but found the end of the input", Fault(() => Reader("#..\n").Grid(2, 3)));
        Assert.Contains("but found '??'", Fault(() => Reader("ä").Grid(1, 2)));
    }
}
