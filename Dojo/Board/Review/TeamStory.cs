using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Etudes.Dojo;

/// <summary>What became of one team's time.</summary>
/// <param name="name">As the review names it.</param>
/// <param name="ended">When the last light went out.</param>
/// <param name="sources">By the number of the check.</param>
internal sealed class TeamStory(string name, Team team, DateTimeOffset began, DateTimeOffset ended, IReadOnlyDictionary<int, string> sources)
{
    public string Name => name;

    public IReadOnlyList<Lit> Lights => team.Lights;

    public string Predicted => team.Guesses == 0 ? "-" : $"{team.RightGuesses} of {team.Guesses}";

    public TimeSpan? FirstCheck => Lights.FirstOrDefault()?.At - began;

    public TimeSpan? FirstGreen => Lights.FirstOrDefault(light => light.Light == Light.Green)?.At - began;

    /// <summary>A light is on until the next one of the team, the last one until its phase or the team's story ends.</summary>
    public TimeSpan In(Light light) => Sum(Stretches.Where(stretch => stretch.Light.Light == light));

    /// <summary>The laws that were broken, with for how long, the longest first.</summary>
    public IEnumerable<(string Law, TimeSpan Time)> Costs => Stretches.SelectMany(stretch => stretch.Light.Check.Broken, (stretch, law) => (Law: law, stretch.Light, stretch.Time))
        .GroupBy(broken => broken.Law).Select(law => (law.Key, Sum(law.Select(broken => (broken.Light, broken.Time))))).OrderByDescending(law => law.Item2);

    /// <summary>Predictions that went wrong.</summary>
    public IEnumerable<Lit> WrongGuesses => Lights.Where(light => light.Check.Guess is { } guess && guess != light.Light);

    /// <summary>Lines that changed from one green to the next; of a kata's first green, nothing.</summary>
    public IReadOnlyList<int> Steps
    {
        get
        {
            var greens = Lights.Where(light => light.Light == Light.Green && SourceOf(light) is not null).ToArray();
            return [.. greens.Zip(greens.Skip(1)).Where(pair => pair.First.Check.Kata == pair.Second.Check.Kata).Select(pair => Changed(SourceOf(pair.First)!, SourceOf(pair.Second)!))];
        }
    }

    public string? SourceOf(Lit light) => sources.GetValueOrDefault(light.Check.N);

    private IEnumerable<(Lit Light, TimeSpan Time)> Stretches => Lights.Zip(Lights.Skip(1).Select(light => light.At).Append(ended), (light, end) => (light, end - light.At));

    private static int Changed(string before, string after) => InlineDiffBuilder.Diff(before, after).Lines.Count(line => line.Type is ChangeType.Inserted or ChangeType.Deleted);

    private static TimeSpan Sum(IEnumerable<(Lit, TimeSpan Time)> stretches) => TimeSpan.FromTicks(stretches.Sum(stretch => stretch.Time.Ticks));
}
