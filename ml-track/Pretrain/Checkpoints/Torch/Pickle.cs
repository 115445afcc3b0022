using System.Buffers.Binary;
using System.Text;

namespace Etudes.ML.Pretraining;

/// <summary>Reads a pickle of Python as data: what it would call is noted down and never
/// called.</summary>
/// <remarks>
/// Time and space: O(bytes), without recursion. Of each byte comes at most one small object.
/// It is the project's own, since Razorvine.Pickle copies the state of an unknown object whenever
/// it is set: 53 KB of pickle take it seconds and 300 MB. Also it has no unknown object that is
/// made of arguments.
/// Source: <see href="https://github.com/python/cpython/blob/main/Lib/pickletools.py">Python's
/// pickletools</see>, protocols 2 to 5.
/// </remarks>
internal sealed class Pickle
{
    private const int NewestProtocol = 5;

    /// <summary>Stands for all that no tensor is made of: None, truth values, floats, bytes, lists,
    /// sets.</summary>
    private static readonly object s_opaque = new();
    private static readonly object?[] s_empty = [];

    private readonly byte[] _bytes;
    private readonly List<object> _stack = [];
    private readonly Stack<int> _marks = [];
    private readonly Dictionary<int, object> _memo = [];
    private int _at;

    private Pickle(byte[] bytes) => _bytes = bytes;

    /// <returns>A string, a long, a tuple (object[]), <see cref="Global"/>, <see cref="Made"/>,
    /// <see cref="Persistent"/>, or an object that says nothing.</returns>
    /// <exception cref="InvalidDataException">It is no whole pickle.</exception>
    public static object Read(byte[] bytes)
    {
        var pickle = new Pickle(bytes);
        for (byte code; (code = pickle.Take(1)[0]) != '.';) pickle.Step(code);
        return pickle.Pop();
    }

    /// <summary>Most opcodes push a value that they hold or have kept.</summary>
    private void Step(byte code)
    {
        switch (code)
        {
            case (byte)'K': Push((long)Take(1)[0]); break;
            case (byte)'M': Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
            case (byte)'J': Push((long)Int32()); break;
            case 0x8a: Push(Long(Take(1)[0])); break;
            case 0x8b: Push(Long(Int32())); break;
            case (byte)'X': Push(Text(Int32())); break;
            case 0x8c: Push(Text(Take(1)[0])); break;
            case 0x8d: Push(Text(Int64())); break;
            case (byte)'N' or 0x88 or 0x89 or (byte)']' or 0x8f: Push(s_opaque); break; // None, True, False, [], set()
            case (byte)'G': Opaque(sizeof(double)); break;
            case (byte)'C': Opaque(Take(1)[0]); break;
            case (byte)'B': Opaque(Int32()); break;
            case 0x8e or 0x96: Opaque(Int64()); break;
            case (byte)')': Push(s_empty); break;
            case (byte)'}': Push(new Made(null, s_empty)); break;
            case (byte)'c': Push(new Global($"{Line()}.{Line()}")); break;
            case (byte)'h': Push(Remembered(Take(1)[0])); break;
            case (byte)'j': Push(Remembered(Int32())); break;
            case 0x80 when Take(1)[0] <= NewestProtocol: break;
            case 0x95: Take(sizeof(long)); break; // how much follows until the next of these
            default: Combine(code); break;
        }
    }

    /// <summary>The others use the values on the stack.</summary>
    private void Combine(byte code)
    {
        switch (code)
        {
            case (byte)'(': _marks.Push(_stack.Count); break;
            case (byte)'0': Pop(); break;
            case (byte)'1': Since(); break;
            case (byte)'2': Push(Top); break;
            case 0x85: Push(Last(1)); break;
            case 0x86: Push(Last(2)); break;
            case 0x87: Push(Last(3)); break;
            case (byte)'t': Push(Since()); break;
            case (byte)'a' or (byte)'b': Pop(); break; // appends to a list, sets a state
            case (byte)'e' or 0x90: Since(); break; // extends a list or a set
            case 0x91: Since(); Push(s_opaque); break; // frozenset
            case (byte)'s': SetItems(Last(2)); break;
            case (byte)'u': SetItems(Since()); break;
            case 0x93: Push(Last(2) is [string module, string name] ? new Global($"{module}.{name}") : throw Damaged()); break;
            case (byte)'R' or 0x81: Make(); break;
            case 0x92: Pop(); Make(); break; // with arguments by name, which are left out
            case (byte)'Q': Push(new Persistent(Pop() as object?[] ?? throw Damaged())); break;
            case (byte)'q': _memo[Take(1)[0]] = Top; break;
            case (byte)'r': _memo[Int32()] = Top; break;
            case 0x94: _memo[_memo.Count] = Top; break;
            default: throw Damaged();
        }
    }

    private object Top => _stack.Count > 0 ? _stack[^1] : throw Damaged();

    private void Push(object value) => _stack.Add(value);

    private object Pop() => Last(1)[0]!;

    private object?[] Last(int count) => From(_stack.Count - count);

    private object?[] Since() => From(_marks.TryPop(out int mark) ? mark : throw Damaged());

    private object?[] From(int start)
    {
        if (start < 0 || start > _stack.Count) throw Damaged();
        object?[] values = [.. _stack.Skip(start)];
        _stack.RemoveRange(start, values.Length);
        return values;
    }

    private void SetItems(object?[] items)
    {
        if (Top is not Made made || items.Length % 2 != 0) throw Damaged();
        foreach (object?[] item in items.Chunk(2)) made.Items.Add((item[0], item[1]));
    }

    private void Make()
    {
        if (Last(2) is not [var callable, object?[] arguments]) throw Damaged();
        var by = callable as Global ?? (callable as Made)?.By ?? throw Damaged(); // what is called may have been made itself
        Push(new Made(by, arguments));
    }

    private object Remembered(int key) => _memo.TryGetValue(key, out object? value) ? value : throw Damaged();

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    private long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A number in as few bytes as it needs; what is longer than 64 bits is no
    /// size.</summary>
    private object Long(int length)
    {
        var bytes = Take(length);
        if (length > sizeof(long)) return s_opaque;
        Span<byte> eight = stackalloc byte[sizeof(long)];
        eight.Fill(length > 0 && bytes[^1] >= 0x80 ? (byte)0xff : (byte)0);
        bytes.CopyTo(eight);
        return BinaryPrimitives.ReadInt64LittleEndian(eight);
    }

    private string Text(long length) => Encoding.UTF8.GetString(Take(length));

    private string Line()
    {
        int length = _bytes.AsSpan(_at).IndexOf((byte)'\n');
        if (length < 0) throw Damaged();
        string line = Text(length);
        _at++;
        return line;
    }

    private void Opaque(long length)
    {
        Take(length);
        Push(s_opaque);
    }

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > _bytes.Length - _at) throw new InvalidDataException("its pickle ends too early");
        var taken = _bytes.AsSpan(_at, (int)length);
        _at += (int)length;
        return taken;
    }

    private InvalidDataException Damaged() => new($"its pickle is damaged before byte {_at}, or of a protocol other than 2 to {NewestProtocol}");
}
