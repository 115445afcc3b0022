using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Engine;

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

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class Messages : JsonSerializerContext;
