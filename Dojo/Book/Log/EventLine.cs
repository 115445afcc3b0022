using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>
/// Events as lines of JSON. By hand: each start of the command reads thousands of them,
/// and a serializer for their types would first have to be compiled.
/// </summary>
internal static class EventLine
{
    /// <summary>The newest version that can be read. An event is written in the oldest that has its kind, so that an older
    /// command goes on as long as it can.</summary>
    public const int Newest = 2;

    public static byte[] Of(Event happened)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("v", happened is Interviewed or Graded or Noted or DueAsked ? 2 : 1);
            json.WriteString("time", happened.Time);
            json.WriteString("kata", happened.Kata);
            Write(json, happened);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Event happened)
    {
        switch (happened)
        {
            case Checked of: Write("checked", of.State, of.Taken, of.Replay, untouched: of.IsUntouched, drawn: of.IsDrawn); break;
            case HintShown of: Write("hint", hint: of.Hint); break;
            case GivenUp: Write("gaveUp"); break;
            case PutAside of: Write("putAside", of.State, of.Taken, file: of.File); break;
            case StubReset: Write("reset"); break;
            case Interviewed of: Write("interviewed", of.State, of.Taken, file: of.File); break;
            case Graded of: Write("graded", grade: of.Grade); break;
            case Noted of: Write("note", text: of.Text); break;
            case DueAsked: Write("due"); break;
            case Imported of: Write("imported", of.State, of.Taken, of.Replay, of.HintsSeen, started: of.Started, gaveUp: of.GaveUp); break;
        }

        void Write(string kind, State? state = null, TimeSpan? taken = null, string? replay = null, int? hint = null, string? file = null, DateTimeOffset? started = null, bool gaveUp = false, bool untouched = false, bool drawn = false, Grade? grade = null, string? text = null)
        {
            json.WriteString("kind", kind);
            if (state is not null) json.WriteString("state", state.Value.ToString());
            if (taken is not null) json.WriteNumber("seconds", taken.Value.TotalSeconds);
            if (replay is not null) json.WriteString("replay", replay);
            if (hint is not null) json.WriteNumber("hint", hint.Value);
            if (file is not null) json.WriteString("file", file);
            if (started is not null) json.WriteString("started", started.Value);
            if (gaveUp) json.WriteBoolean("gaveUp", true);
            if (untouched) json.WriteBoolean("untouched", true);
            if (drawn) json.WriteBoolean("drawn", true);
            if (grade is not null) json.WriteString("grade", grade.Value.ToString());
            if (text is not null) json.WriteString("text", text);
        }
    }

    /// <summary>
    /// The event that a line holds, or null where it is damaged.
    /// Fields that are not known are left out.
    /// </summary>
    /// <param name="damage">What is wrong with the line.</param>
    /// <exception cref="RefusedException">It is of a newer version.</exception>
    public static Event? Read(ReadOnlySpan<byte> line, out string damage)
    {
        damage = "";
        int version = 0;
        try { return Parse(line, ref version); }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException) { damage = e.Message.Split(". ")[0].TrimEnd('.'); }
        return version <= Newest ? null
            : throw new RefusedException($"The log in .kata holds an event of version {version}, and this kata command reads up to version {Newest}: a newer command is needed; nothing was changed.");
    }

    /// <param name="version">Of the line. It comes first: no more is read of a newer one.</param>
    private static Event Parse(ReadOnlySpan<byte> line, ref int version)
    {
        string? kata = null, kind = null, replay = null, file = null, text = null;
        DateTimeOffset? time = null, started = null;
        State? state = null;
        Grade? grade = null;
        TimeSpan? taken = null;
        int? hint = null;
        bool gaveUp = false, untouched = false, drawn = false;
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            switch (name)
            {
                case "v": version = json.GetInt32(); break;
                case "time": time = json.GetDateTimeOffset(); break;
                case "kata": kata = json.GetString(); break;
                case "kind": kind = json.GetString(); break;
                case "state": state = StateOf(json.GetString()); break;
                case "seconds": taken = TimeSpan.FromTicks((long)Math.Round(json.GetDouble() * TimeSpan.TicksPerSecond)); break;
                case "replay": replay = json.GetString(); break;
                case "hint": hint = json.GetInt32(); break;
                case "file": file = json.GetString(); break;
                case "started": started = json.GetDateTimeOffset(); break;
                case "gaveUp": gaveUp = json.GetBoolean(); break;
                case "untouched": untouched = json.GetBoolean(); break;
                case "drawn": drawn = json.GetBoolean(); break;
                case "grade": grade = GradeOf(json.GetString()); break;
                case "text": text = json.GetString(); break;
                default: json.Skip(); break;
            }
            if (version is < 1 or > Newest) throw new JsonException("no version that is known");
        }
        json.Read(); // nothing follows

        kata = kata ?? throw Without("kata");
        Event happened = kind switch
        {
            "checked" => new Checked(kata, state ?? throw Without("state"), replay, taken ?? throw Without("seconds"), untouched, drawn),
            "hint" => new HintShown(kata, hint ?? throw Without("hint")),
            "gaveUp" => new GivenUp(kata),
            "putAside" => new PutAside(kata, file, state ?? throw Without("state"), taken),
            "reset" => new StubReset(kata),
            "interviewed" => new Interviewed(kata, state ?? throw Without("state"), taken ?? throw Without("seconds"), file ?? throw Without("file")),
            "graded" => new Graded(kata, grade ?? throw Without("grade")),
            "note" => new Noted(kata, text ?? throw Without("text")),
            "due" => new DueAsked(),
            "imported" => new Imported(kata, state ?? throw Without("state"), started, taken, hint ?? throw Without("hint"), gaveUp, replay),
            _ => throw new JsonException($"'{kind}' is no kind of event"),
        };
        return happened with { Time = time ?? throw Without("time") };
    }

    private static State StateOf(string? name) => name switch
    {
        nameof(State.NotWritten) => State.NotWritten,
        nameof(State.Red) => State.Red,
        nameof(State.Green) => State.Green,
        _ => throw new JsonException($"'{name}' is no state"),
    };

    private static Grade GradeOf(string? name) => name switch
    {
        nameof(Grade.Again) => Grade.Again,
        nameof(Grade.Hard) => Grade.Hard,
        nameof(Grade.Good) => Grade.Good,
        nameof(Grade.Easy) => Grade.Easy,
        _ => throw new JsonException($"'{name}' is no grade"),
    };

    private static JsonException Without(string field) => new($"it has no {field}");
}
