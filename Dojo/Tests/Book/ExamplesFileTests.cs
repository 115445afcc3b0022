using System.Text;

namespace Etudes.Dojo;

/// <summary>Of a learner's examples one method is replaced, and nothing else.</summary>
public sealed class ExamplesFileTests
{
    private static readonly Kata s_kata = Kata.Named("TopK");

    private static string With(string? text, string call = "Law(2)", string sentence = "it should be 2") =>
        ExamplesFile.With(text, s_kata, new Verdict(Outcome.Broken, "TopK: a law") { Call = call, Sentence = sentence });

    [Fact]
    public void A_new_file_has_the_namespace_of_the_stub_and_the_example()
    {
        string text = With(null);
        Assert.StartsWith("namespace Etudes.Heap;\n", text);
        Assert.EndsWith("""
            public static class TopKExamples
            {
                [Example]
                public static void Counterexample()
                {
                    Law(2); // it should be 2
                }
            }

            """.ReplaceLineEndings("\n"), text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100));
    }

    [Theory]
    [InlineData("class TopKExamples\n{\n    [Example]\n    public static void Counterexample()\n    {\n        Law(1);\n    }\n\n    // mine\n}\n",
        "class TopKExamples\n{\n    [Example]\n    public static void Counterexample()\n    {\n        Law(2); // it should be 2\n    }\n\n    // mine\n}\n")]
    [InlineData("// \u00e4\u4e2d\r\nclass TopKExamples\r\n{\r\n\t/* old */ [Example] public static void Counterexample() => Law(1); // was 1\r\n\tstatic int  Two = 2;}",
        "// \u00e4\u4e2d\r\nclass TopKExamples\r\n{\r\n\t/* old */ [Example]\r\npublic static void Counterexample()\r\n{\r\n    Law(2); // it should be 2\r\n} // was 1\r\n\tstatic int  Two = 2;}")]
    [InlineData("class TopKExamples\n{\n\t[Example]\n\tpublic static void Counterexample() { }\n}", "class TopKExamples\n{\n\t[Example]\n\tpublic static void Counterexample()\n\t{\n\t    Law(2); // it should be 2\n\t}\n}")]
    public void The_example_is_replaced_and_all_the_rest_stays(string before, string after) => Assert.Equal(after, With(before));

    [Theory]
    [InlineData("class TopKExamples { }", "class TopKExamples { \n    [Example]\n    public static void Counterexample()\n    {\n        Law(2); // it should be 2\n    }\n}")]
    [InlineData("\uFEFFnamespace A\r\n{\r\n    class TopKExamples\r\n    {\r\n        static void Counterexample(int x) { }\r\n    }\r\n}\r\n",
        "\uFEFFnamespace A\r\n{\r\n    class TopKExamples\r\n    {\r\n        static void Counterexample(int x) { }\r\n\r\n        [Example]\r\n        public static void Counterexample()\r\n        {\r\n            Law(2); // it should be 2\r\n        }\r\n    }\r\n}\r\n")]
    public void Where_there_is_none_it_comes_last(string before, string after) => Assert.Equal(after, With(before));

    [Fact]
    public void What_an_exception_says_stays_within_the_comment() =>
        Assert.Contains("        Law(2); // a; } b c d\n    }", With(null, sentence: "a; }\rb\u2028c\u0085d"));

    [Theory]
    [InlineData("class TopKExamples {\n oops( }", "does not parse (line 2: ")]
    [InlineData("class Mine { }", "has no class TopKExamples; it was not changed.")]
    [InlineData("class TopKExamples;", "has no class TopKExamples; it was not changed.")]
    [InlineData("", "has no class TopKExamples; it was not changed.")]
    public void A_file_that_has_no_place_for_it_is_refused(string text, string words)
    {
        string sentence = Assert.Throws<RefusedException>(() => With(text)).Message;
        Assert.StartsWith($"Katas/Heap/TopK/TopK.Examples.cs {words}", sentence);
        Assert.EndsWith("; it was not changed.", sentence);
    }
}
