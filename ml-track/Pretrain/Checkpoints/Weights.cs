namespace Etudes.ML.Pretraining;

/// <summary>Files of weights, this program's own and those of others.</summary>
/// <remarks>A file is not trusted: each length in it is held against the file before anything of
/// that length is made, and nothing in it is run.</remarks>
public static class Weights
{
    private const int LongestSentence = 400;

    /// <summary>The tensors of a .safetensors file, or of one that torch.save has written, torch
    /// 1.6 or later. The first bytes tell which, not the name.</summary>
    /// <returns>On the CPU; whoever calls disposes of it.</returns>
    /// <exception cref="RefusedRunException">The file is neither, damaged or hostile.</exception>
    public static StateDict Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[9];
            int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return start[..length] switch
            {
                [(byte)'P', (byte)'K', 3, 4, ..] => TorchFile.Read(file),
                [0x80, _, 0x8a, 0x0a, ..] => throw new InvalidDataException("it is in the format that torch had before 1.6; a newer torch loads it, and saves it in today's"),
                [_, _, _, _, _, _, _, _, (byte)'{'] => SafeTensors.Read(file),
                _ => throw new InvalidDataException("it is neither a .safetensors file nor one that torch.save of torch 1.6 or later has written"),
            };
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, e.Message.TrimEnd('.'));
        }
    }

    /// <summary>One sentence on one line, whatever names the file has.</summary>
    internal static RefusedRunException Refusal(string path, string words)
    {
        string line = string.Concat(words.Take(LongestSentence).Select(c => char.IsControl(c) ? '?' : c));
        return new($"{path} is refused: {line}{(words.Length > LongestSentence ? "..." : ".")}");
    }
}
