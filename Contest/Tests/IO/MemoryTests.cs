using Etudes.Dojo;

namespace Etudes.Contest;

/// <summary>What is read takes no memory, in a program as a judge compiles it.</summary>
public sealed class MemoryTests
{
    [Theory]
    [InlineData("input.Int()", "1234567\n")]
    [InlineData("input.Int()", "+7\n")] // read slowly
    [InlineData("input.Index(9, from: 1)", "9 ")]
    [InlineData("input.ULong()", "12345678901234567890\n")]
    [InlineData("input.Double()", "1.5\n")]
    [InlineData("input.Double()", "0.12345678901234567\n")]
    [InlineData("input.Double()", "1e-7 ")]
    [InlineData("input.Char(\".#\")", "#")]
    [InlineData("input.WordBytes().Length", "word\n")]
    [InlineData("input.LineBytes().Length", "a line of words\r\n")]
    public void A_token_takes_no_memory(string read, string token)
    {
        string text = $$"""
            using System;
            using Etudes.IO;

            return FastIO.Run(static (input, output) =>
            {
                for (int i = 0; i < 100; i++) _ = {{read}};
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 30_000; i++) _ = {{read}};
                output.WriteLine(GC.GetAllocatedBytesForCurrentThread() - before);
            });
            """;
        var result = new ContestProgram(new UserProgram("memory.cs", text)).Run(string.Concat(Enumerable.Repeat(token, 30_100)));
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.InRange(int.Parse(result.Output), 0, 2_000); // what a block cuts is held
    }
}
