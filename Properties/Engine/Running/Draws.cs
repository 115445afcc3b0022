using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Etudes.Engine;

/// <summary>Draws the cases of a law, and shrinks what fails: all that is asked of FsCheck.</summary>
internal sealed class Draws : IRunner
{
    private Start? _failed;

    private Draws() { }

    /// <summary>Hands over case after case, and smaller ones after a case that does
    /// not hold.</summary>
    /// <returns>The start of the first case that failed, or null.</returns>
    public static Start? Check(Law law, Start start, Func<object[], bool> holds)
    {
        var attribute = (LawAttribute)law.Method.GetCustomAttributes(typeof(LawAttribute), inherit: false).Single();
        var size = start.Size is int given ? FSharpOption<int>.Some(given) : FSharpOption<int>.None;
        var draws = new Draws();
        var config = Config.Quick
            .WithMaxTest(law.Method.GetParameters().Length == 0 ? 1 : attribute.MaxTest)
            .WithStartSize(attribute.StartSize)
            .WithEndSize(attribute.EndSize)
            .WithReplay(FSharpOption<FsCheck.Replay>.Some(new FsCheck.Replay(start.Rnd, size)))
            .WithRunner(draws);
        FsCheck.Check.One(config, Prop.ForAll(Parameters.Of(law.Method), holds));
        return draws._failed;
    }

    /// <summary>One case, drawn without an answer, and where it starts.</summary>
    /// <param name="number">From 1.</param>
    public static (object[] Arguments, Start Start) Case(Law law, Start start, int number)
    {
        object[] drawn = [];
        int cases = 0;
        var at = Check(law, start, arguments =>
        {
            if (++cases != number) return true;
            drawn = arguments;
            return false;
        });
        return (drawn, at ?? start);
    }

    void IRunner.OnFinished(string name, TestResult result)
    {
        if (result is TestResult.Failed failed) _failed = new(failed.Item6, failed.Item7);
        if (result is TestResult.Exhausted) throw new InvalidOperationException("a law rejects most of its cases");
    }

    void IRunner.OnStartFixture(Type type) { }
    void IRunner.OnArguments(int test, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) { }
    void IRunner.OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> every) { }
}
