using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Engine;

/// <summary>What the kata command asks of its worker, the process that runs a learner's code.</summary>
[JsonDerivedType(typeof(Warm), nameof(Warm))]
[JsonDerivedType(typeof(Judge), nameof(Judge))]
[JsonDerivedType(typeof(Blame), nameof(Blame))]
public abstract record Request(string Kata);

/// <summary>Run the laws of the reference answer, so that the code that judges is compiled before it is needed.</summary>
public sealed record Warm(string Kata) : Request(Kata);

/// <summary>Judge a compiled answer; a newer request ends this one after the law that is running.</summary>
/// <param name="Seed">Where every law starts.</param>
/// <param name="Replay">The token of a case to be tried first, or null.</param>
public sealed record Judge(string Kata, byte[] Image, byte[] Symbols, int Seed, string? Replay) : Request(Kata);

/// <summary>Put into words how another worker died, on the case that its <see cref="CaseRecord"/> names.</summary>
public sealed record Blame(string Kata, LastCase Last, int Seed, string? Replay, string Sentence) : Request(Kata);

[JsonDerivedType(typeof(Ready), nameof(Ready))]
[JsonDerivedType(typeof(Refused), nameof(Refused))]
[JsonDerivedType(typeof(Plan), nameof(Plan))]
[JsonDerivedType(typeof(LawVerdict), nameof(LawVerdict))]
[JsonDerivedType(typeof(Judged), nameof(Judged))]
[JsonDerivedType(typeof(Diagnosis), nameof(Diagnosis))]
[JsonDerivedType(typeof(Finished), nameof(Finished))]
public abstract record Reply;

/// <summary>The worker is warm.</summary>
public sealed record Ready : Reply;

/// <summary>What was compiled cannot be judged, for the reason that the sentence tells.</summary>
public sealed record Refused(string Sentence) : Reply;

/// <summary>The laws that follow, in the order in which they run, the large ones last.</summary>
public sealed record Plan(PlannedLaw[] Laws) : Reply;

public sealed record PlannedLaw(string Name, string Sentence, bool Large);

/// <param name="Law">Its place in the plan.</param>
/// <param name="Replay">The token of the case that failed.</param>
/// <param name="Printed">What the answer wrote to the console in that case.</param>
public sealed record LawVerdict(int Law, Outcome Outcome, string Words, string? Replay, string Printed) : Reply;

/// <summary>The answer behaves like one of the gallery's mistakes.</summary>
public sealed record Diagnosis(string Mistake, string Advice) : Reply;

/// <summary>All laws of the plan that were to be run have been run.</summary>
/// <param name="Mistakes">The mistakes of the kata's gallery.</param>
public sealed record Judged(string[] Mistakes) : Reply;

/// <summary>The end of a judgement.</summary>
/// <param name="Reusable">The answer has been unloaded and left nothing behind.</param>
public sealed record Finished(bool Reusable) : Reply;

/// <summary>Messages over a stream, a line of JSON each.</summary>
public sealed class MessageStream(Stream stream)
{
    private readonly StreamReader _reader = new(stream);

    public void Send<T>(T message) where T : class
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(message, typeof(T), Messages.Default), (byte)'\n'];
        lock (_reader) stream.Write(line);
    }

    /// <summary>The next message, or null at the end.</summary>
    public T? Receive<T>() where T : class => Parse<T>(_reader.ReadLine());

    public async Task<T?> ReceiveAsync<T>() where T : class => Parse<T>(await _reader.ReadLineAsync());

    private static T? Parse<T>(string? line) where T : class => line is null ? null : (T?)JsonSerializer.Deserialize(line, typeof(T), Messages.Default);
}

[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class Messages : JsonSerializerContext;
