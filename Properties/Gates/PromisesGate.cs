using Xunit;
using Xunit.Abstractions;

namespace Etudes.Gates;

/// <summary>Gate 5: every promise has a law. A mistake of the gallery breaks it and is caught, or nothing can be tested and the gallery says why.</summary>
public abstract class PromisesGate<TJudge>(ITestOutputHelper output)
{
    public static TheoryData<string> Katas => new(KatasOf<TJudge>.Assembly.Katas.Select(kata => kata.Name));

    [Theory]
    [MemberData(nameof(Katas))]
    public void Every_promise_is_broken_by_a_mistake(string kataName)
    {
        var kata = KatasOf<TJudge>.Assembly.Named(kataName);
        var promises = Promise.Of(kata);
        var broken = kata.Mistakes.SelectMany(mistake => mistake.Breaks, (mistake, promise) => (mistake.Name, promise)).ToLookup(pair => pair.promise, pair => pair.Name);
        var untestable = kata.Untestable.ToDictionary(one => one.Promise, one => one.Reason);
        foreach (var (id, text) in promises)
            output.WriteLine($"{id,-36} {text}\n{"",-36} {(broken.Contains(id) ? string.Join(", ", broken[id]) : untestable.TryGetValue(id, out string? reason) ? $"untestable: {reason}" : "NO MISTAKE")}");

        string[] ids = [.. promises.Select(promise => promise.Id)];
        string[] faults =
        [
            .. ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"two promises are {group.Key}"),
            .. broken.Select(group => group.Key).Concat(untestable.Keys).Except(ids).Select(id => $"{id} is no promise of {kataName}"),
            .. untestable.Keys.Where(broken.Contains).Select(id => $"{id} is called untestable, and yet a mistake breaks it"),
            .. promises.Where(promise => !broken.Contains(promise.Id) && !untestable.ContainsKey(promise.Id)).Select(promise => $"no mistake breaks {promise.Id}: {promise.Text}"),
            .. kata.Mistakes.Where(mistake => mistake.Breaks.Count == 0).Select(mistake => $"{mistake.Name} names no promise that it breaks"),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }
}
