using System.Text.Json;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Reference data that others computed; ml-track/Properties/Golden/README.md tells who and how.</summary>
public static class Golden
{
    /// <summary>A file of ml-track/Properties/Golden.</summary>
    public static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "ml-track", "Properties", "Golden", file)))!;

    /// <summary>A tensor, written as {"shape": [...], "dtype": "...", "data": [flat, row by row]}.</summary>
    public static Tensor Tensor(this JsonNode node)
    {
        long[] shape = node["shape"]!.Deserialize<long[]>()!;
        var data = node["data"]!.AsArray();
        return (string)node["dtype"]! switch
        {
            "float32" => tensor(data.Select(x => (float)Number(x!)).ToArray(), shape, dtype: float32),
            "float64" => tensor(data.Select(x => Number(x!)).ToArray(), shape, dtype: float64),
            "int64" => tensor(data.Select(x => (long)x!).ToArray(), shape, dtype: int64),
            var other => throw new FormatException($"the golden data has a tensor of {other}; expected float32, float64 or int64"),
        };
    }

    /// <summary>A number; those that JSON cannot write are the strings Infinity, -Infinity and NaN.</summary>
    public static double Number(this JsonNode node) => node.GetValueKind() == JsonValueKind.String
        ? double.Parse((string)node!, System.Globalization.CultureInfo.InvariantCulture) : (double)node;
}
