namespace Etudes.ML.Pretraining;

/// <summary>A file of which no more than a ration is read, however much it claims to
/// hold.</summary>
internal sealed class RationedStream(FileStream file, long ration) : Stream
{

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => file.Length;
    public override long Position { get => file.Position; set => file.Position = value; }

    public void Lift() => ration = long.MaxValue;

    public override int Read(Span<byte> buffer)
    {
        int read = file.Read(buffer);
        ration -= read;
        return ration >= 0 ? read : throw new InvalidDataException("its list of entries is far longer than torch writes");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
