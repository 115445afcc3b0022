using System.Text.Json;
using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>kata examples: tests before code, judged by right answers and known mistakes.</summary>
public sealed class ExamplesTests : IDisposable
{
    private const string File = "Katas/Heap/TopK/TopK.Examples.cs";
    private const string Three = "[Example] public static void Three() => Must.Be([4, 3], TopK.Largest([3, 1, 4], 2), \"the two largest\");";

    private readonly Workspace _work = new();

    [Fact]
    public void The_first_call_makes_the_file_and_a_later_one_leaves_it_as_it_is()
    {
        var said = _work.Kata("examples", "topk");
        Assert.Equal((1, ""), (said.Code, said.Errors));
        Assert.StartsWith($"{File} is there now, and empty: say in it what a right answer gives.\n of BottomK, say: [Example] public static void ", said.Output);
        string text = _work.Read(File);
        var again = _work.Kata("examples", "TopK");
        Assert.Equal((1, $"{File} has no example yet: a public static void method with [Example]."), (again.Code, again.Output.Split('\n')[1]));
        Assert.Equal(text, _work.Read(File));
    }

    [Fact]
    public void Right_examples_catch_mistakes_and_a_wrong_one_hears_what_a_right_answer_gives()
    {
        Write(Three, "[Example] public static void Up() => Must.Be([3, 4], TopK.Largest([3, 1, 4], 2), \"both\");",
            "[Example] public static void Refused() => Must.Throw<ArgumentException>(() => TopK.Largest([3], 2), \"k = 2\");");
        var said = _work.Kata("examples", "TopK");
        Assert.Equal(1, said.Code);
        Assert.StartsWith("""
            TopK  Katas/Heap/TopK/TopK.Examples.cs
            Your example Up is wrong
             both: your example says [3, 4], and a right answer gives [4, 3]
            Your example Refused is wrong
             of a right answer it says: k = 2 should throw ArgumentException but does not
             Three is right and catches AnswersAscending, KeepsTheSmallest
             your 1 right example catches 2 of 
            """.ReplaceLineEndings("\n"), said.Output);
        Assert.Contains("can only be seen in costs or on large inputs\n", said.Output);
        Write(Three);
        Assert.Equal(0, _work.Kata("examples", "TopK").Code);
    }

    [Fact]
    public void What_no_example_shows_is_told_only_when_it_is_asked_for()
    {
        Write(Three);
        var first = _work.Kata("examples", "TopK", "--reveal");
        int count = int.Parse(Regex.Match(first.Output, @"is not caught yet \(1 of (\d+)\):\n").Groups[1].Value);
        string last = _work.Kata("examples", "TopK", "--reveal", $"{count}").Output;
        Assert.Contains($" is not caught yet ({count} of {count}):\n ", last);
        Assert.Matches(@"\n (\w+ of )?[\w.]+: .+\n\z", last); // where the promise stands, and its words
        Assert.NotEqual(first.Output.Split('\n')[^2], last.Split('\n')[^2]);
        Assert.DoesNotContain("is not caught yet", _work.Kata("examples", "TopK").Output);
        Assert.Equal((2, $"--reveal wants a number from 1 to {count}, and {count + 1} is none."), Refusal("examples", "TopK", "--reveal", $"{count + 1}"));
        Assert.Equal((2, "--reveal wants a number from 1, and 'x' is none."), Refusal("examples", "TopK", "--reveal", "x"));
    }

    [Fact]
    public void What_holds_only_by_the_choice_of_the_reference_is_told_so()
    {
        _work.Write("Katas/Graph/DisjointSets/DisjointSets.Examples.cs", """
            namespace Etudes.Graph;
            public static class DisjointSetsExamples
            {
                [Example] public static void Root() => Must.Hold(Pair(2, 1) is 1 or 2, "one of them");
                [Example] public static void One() => Must.Be(1, Pair(2, 1), "the member that stands for both");
                [Example] public static void Two() => Must.Be(2, Pair(2, 1), "the member that stands for both");
                private static int Pair(int x, int y) { var sets = DisjointSets.Of(3); sets.Union(x, y); return sets.Find(1); }
            }
            """);
        var said = _work.Kata("examples", "DisjointSets");
        Assert.Equal(1, said.Code);
        Assert.Contains("holds by chance\n the member that stands for both: your example says ", said.Output);
        Assert.Contains(" is wrong\n the member that stands for both: your example says ", said.Output);
        Assert.Contains("\n Root is right and catches ", said.Output);
    }

    [Theory]
    [InlineData("Heap", "TopK", "using static Etudes.Heap.TopK;", "Must.Be([4, 3], Largest([3, 4], 2), \"a\"); Must.Be([4], Largest<int>([4], 1, Comparer<int>.Default), nameof(TopK))")]
    [InlineData("Heap", "TopK", "using Best = Etudes.Heap.TopK;", "Must.Be([4, 3], Best.Largest([3, 4], 2), \"a\"); Must.Be([4], global::Etudes.Heap.TopK.Largest([4], 1), \"b\")")]
    [InlineData("Heap", "RunningMedian", "", "RunningMedian m = new(); m.Add(1); List<RunningMedian> all = [m, new RunningMedian()]; Must.Be(1.0, all[0].Median, \"a\")")]
    [InlineData("Heap", "MinHeap", "using Ints = Etudes.Heap.MinHeap<int>;", "var heap = Ints.Empty(Comparer<int>.Default); heap.Push(2); heap.Push(1); Etudes.Heap.MinHeap<int> same = heap; Must.Be(1, same.Pop(), \"a\"); Must.Be(2, heap.Pop(), \"b\"); Must.Throw<InvalidOperationException>(() => same.Peek(), \"c\")")]
    public void The_kata_is_meant_however_it_is_named(string track, string kata, string use, string statements)
    {
        _work.Write($"Katas/{track}/{kata}/{kata}.Examples.cs", $"{use}\nnamespace Etudes.{track};\npublic static class {kata}Examples\n{{\n    [Example] public static void One() {{ {statements}; }}\n}}\n");
        var said = _work.Kata("examples", kata);
        Assert.Equal("", said.Errors);
        Assert.Contains("\n One is right and catches ", said.Output);
    }

    [Theory]
    [InlineData("public static class MinHeapExamples { [Example] public static void One() => Must.Be(0, MinHeap<string>.Empty(Comparer<string>.Default).Count, \"Count\"); }",
        "(2,88): MinHeap<string> cannot be tried, since the known mistakes hold ints: write MinHeap<int>")]
    [InlineData("public static class MinHeapExamples { [Example] public static void One() { } }\npublic static class Other { public static MinHeap<int>? Heap; }",
        "(3,43): only MinHeapExamples may name MinHeap: move this into it")]
    [InlineData("public static class Examples { [Example] public static void One() { } }", " has no class MinHeapExamples")]
    [InlineData("public static class MinHeapExamples { [Example] public static void One() => oops; }", "(2,77): error CS0103: The name 'oops' does not exist in the current context")]
    [InlineData("public static class MinHeapExamples { [Example] static void One() { } }", "(2,61): an example is public static void and takes nothing, and One is not so")]
    [InlineData("public static class MinHeapExamples { [Example] public static void One(int x) { } }", "(2,68): an example is public static void and takes nothing, and One is not so")]
    [InlineData("public static class MinHeapExamples { [Example] public static void One() { ", "(2,75): error CS1513: } expected")]
    public void What_cannot_be_compiled_is_told_with_its_place(string text, string said)
    {
        _work.Write("Katas/Heap/MinHeap/MinHeap.Examples.cs", $"namespace Etudes.Heap;\n{text}\n");
        var (code, output, _) = _work.Kata("examples", "MinHeap");
        Assert.Equal((1, $"Katas/Heap/MinHeap/MinHeap.Examples.cs{said}"), (code, output.Split('\n')[1]));
    }

    [Fact]
    public void Neither_an_error_in_the_examples_nor_one_in_the_stub_silences_the_other()
    {
        Write("oops");
        _work.Answer = Workspace.Red;
        string output = _work.Kata("check", "TopK").Output;
        Assert.StartsWith($"{File}(", output);
        Assert.Contains("\nFailed TopK: keeps the k largest in descending order\n", output);
        Write(Three);
        _work.Answer = "oops";
        output = _work.Kata("check", "TopK").Output;
        Assert.StartsWith(" your 1 example catches ", output);
        Assert.Contains("\nKatas/Heap/TopK/TopK.cs(1,1): error CS", output);
    }

    [Fact]
    public void A_check_tries_the_examples_before_the_laws_and_leaves_the_counterexample_out()
    {
        _work.Answer = Workspace.Red;
        Write(Three);
        _work.Kata("debug", "TopK");
        Assert.Contains("Counterexample()", _work.Read(File));
        var said = _work.Kata("check", "TopK");
        Assert.StartsWith("Failed your example Three\n the two largest should be [4, 3] but is []\n your 1 example catches ", said.Output);
        Assert.Contains("\nFailed TopK: keeps", said.Output);
        using var json = JsonDocument.Parse(_work.Kata("check", "TopK", "--json").Output);
        var examples = json.RootElement.GetProperty("checks")[0].GetProperty("examples");
        Assert.Equal("Broken", Assert.Single(examples.GetProperty("examples").EnumerateArray()).GetProperty("answer").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("[Example] public static void Ever() { while (true) ; }", "Your example Ever is wrong\n of a right answer it says: did not come to an end")]
    [InlineData("[Example] public static void Deep() => Deep();", "Your example Deep is wrong\n of a right answer it says: the recursion has no end")]
    [InlineData("[Example] public static void Thrown() => throw new FormatException(\"\\u001b[2J\");", "Your example Thrown is wrong\n of a right answer it says: FormatException: ")]
    public void An_example_that_goes_wrong_by_itself_is_told(string example, string told)
    {
        Write(example, Three);
        var said = _work.Kata("examples", "TopK");
        Assert.Contains($"\n{told}", said.Output);
        Assert.DoesNotContain('\u001b', said.Output);
        Assert.Contains(" Three is right and catches ", said.Output);
    }

    [Fact]
    public void An_answer_that_ends_the_process_in_an_example_is_told()
    {
        Write("[Example] public static void First() { }", Three);
        _work.Answer = Workspace.Stub.Replace("=> throw new NotImplementedException();", "{ Environment.Exit(3); return []; }");
        Assert.Contains("your answer ended the process (exit code 3) in your example Three", _work.Kata("check", "TopK").Output);
    }

    private void Write(params string[] members) =>
        _work.Write(File, $"namespace Etudes.Heap;\n\npublic static class TopKExamples\n{{\n{string.Concat(members.Select(member => $"    {member}\n"))}}}\n");

    private (int Code, string Sentence) Refusal(params string[] arguments) => _work.Kata(arguments) is var said ? (said.Code, said.Errors.TrimEnd()) : default;

    public void Dispose() => _work.Dispose();
}
