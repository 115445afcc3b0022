using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>
/// What was written at each light, for the page's own comparing: each line once, and a text as the
/// numbers of its lines. From one check to the next most lines stay.
/// </summary>
internal static class ReviewSources
{
    /// <summary>As JSON that can stand within a script element.</summary>
    public static string Of(IReadOnlyList<TeamStory> teams, DateTimeOffset began)
    {
        Dictionary<string, int> lines = [];
        SourceAtLight[] lights = [.. teams.SelectMany(team => team.Lights.Where(light => team.SourceOf(light) is not null), (team, light) => new SourceAtLight(
            $"{team.Name}, {ProgressText.Of(light.At - began)}, {light.Check.Kata}, {LightsDrawing.Word(light.Light)}", [.. team.SourceOf(light)!.TrimEnd('\n').Split('\n').Select(NumberOf)]))];
        return JsonSerializer.Serialize(new([.. lines.Keys], lights), ReviewJson.Default.SourcesOfReview);

        int NumberOf(string line)
        {
            line = Show.Printable(line.Replace('\t', ' '));
            if (!lines.TryGetValue(line, out int number)) lines[line] = number = lines.Count;
            return number;
        }
    }
}

/// <param name="Lines">Each once.</param>
internal sealed record SourcesOfReview(string[] Lines, SourceAtLight[] Lights);

/// <param name="Label">Whose, when and what.</param>
/// <param name="Text">The numbers of its lines.</param>
internal sealed record SourceAtLight(string Label, int[] Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SourcesOfReview))]
internal sealed partial class ReviewJson : JsonSerializerContext;
