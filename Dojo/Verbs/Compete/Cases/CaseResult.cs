using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>Accepted, wrong answer, time limit exceeded, runtime error.</summary>
internal enum CaseVerdict { AC, WA, TLE, RE }

/// <summary>What came of a case.</summary>
/// <param name="Said">Why it is not AC, in one line.</param>
internal sealed record CaseResult(string Name, CaseVerdict Verdict, double Seconds, double Megabytes, string? Said);

/// <summary>What came of all of them, for tools: the form of --json, which README.md describes.</summary>
internal sealed record CasesReport(string Program, double TimeLimit, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>Goes up when a field changes its meaning or goes; new fields do not count.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = 1;

    public string ToJson() => JsonSerializer.Serialize(this, CasesJson.Default.CasesReport);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CasesReport))]
internal sealed partial class CasesJson : JsonSerializerContext;
