using System.Text;
using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>Spoils JSON, as a stranger or a broken disk would.</summary>
internal static class Mutations
{
    /// <summary>Values that are of another type, too large, too deep, no text, or text that wants to be more.</summary>
    private static readonly string[] s_values =
    [
        "null", "true", "-1", "0", "7", "2147483647", "2147483648", "-9223372036854775809", "1e999", "-0.0", "1.5", "[]", "{}", "[null]", "\"\"", "\"0\"", "\" \"",
        "\"<script>alert(1)</script>\"", "\"</textarea><img src=x>\"", "\"\\u202eabc\\u2066\"", "\"\\u0000\\u001b[2J\\u0007\"", "\"\\ud800\"", "\"\\uffff\\ufffe\"", "\"a\\r\\nb\"", "\"../../x\"", "\"Green, Red\"", "\"green\"",
        "\"0001-01-01T00:00:00+00:00\"", "\"9999-12-31T23:59:59.9999999+00:00\"", "\"2026-02-30T00:00:00Z\"", "\"0001-01-01T00:00:00-14:00\"", "\"12:00\"", "\"opened\"", "\"check\"", "\"nothing\"",
        $"\"{new string('x', 41)}\"", $"\"{new string('y', 5_000)}\"", $"{new string('[', 70)}{new string(']', 70)}", $"{{\"kind\":\"turn\",\"driver\":\"{new string('\u05d0', 40)}\"}}", "9" + new string('0', 400),
    ];

    public static byte[] Of(byte[] json, Random random)
    {
        for (int times = random.Next(1, 4); times > 0; times--)
            json = Places(json) is { Count: > 0 } places && random.Next(5) > 0 ? Value(json, places[random.Next(places.Count)], random) : Bytes(json, random);
        return random.Next(20) == 0 ? Encoded(json, random) : json;
    }

    /// <summary>Another value, none, or the same name twice.</summary>
    private static byte[] Value(byte[] json, (int Start, int End, bool IsName) place, Random random)
    {
        byte[] value = Encoding.UTF8.GetBytes(s_values[random.Next(s_values.Length)]);
        if (!place.IsName) return [.. json[..place.Start], .. value, .. json[place.End..]];
        return random.Next(3) == 0 ? [.. json[..place.Start], .. value, .. json[place.End..]] : [.. json[..place.End], (byte)':', .. value, (byte)',', .. json[place.Start..]];
    }

    private static byte[] Bytes(byte[] json, Random random)
    {
        int at = random.Next(json.Length + 1), count = Math.Min(random.Next(1, 9), json.Length - at);
        byte[] noise = new byte[random.Next(1, 9)];
        random.NextBytes(noise);
        return random.Next(4) switch
        {
            0 => json[..at],
            1 => [.. json[..at], .. json[(at + count)..]],
            2 => [.. json[..at], .. noise, .. json[at..]],
            _ => [.. json[..at], .. noise, .. json[(at + count)..]],
        };
    }

    private static byte[] Encoded(byte[] json, Random random) => random.Next(3) switch
    {
        0 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(json)),
        1 => [.. Encoding.UTF8.Preamble, .. json],
        _ => Encoding.Latin1.GetBytes($"{Encoding.UTF8.GetString(json)}\u00e9"),
    };

    /// <summary>Where names and values stand, as far as it is JSON still.</summary>
    private static List<(int Start, int End, bool IsName)> Places(byte[] json)
    {
        List<(int, int, bool)> places = [];
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
                var behind = reader;
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) behind.Skip();
                places.Add(((int)reader.TokenStartIndex, (int)behind.BytesConsumed, reader.TokenType == JsonTokenType.PropertyName));
            }
        }
        catch (JsonException) { }
        return places;
    }
}
