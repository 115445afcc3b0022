using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using static System.Math;
using Pairs = System.Collections.Generic.Dictionary<int, int>;

namespace Etudes.Reachable;

public struct Countdown(int from)
{
    public readonly Countdown GetEnumerator() => this;
    /// <inheritdoc/>
    public bool MoveNext() => from-- > 0;
    public readonly int Current => from;
    public void UnusedReset() => from = 0;
}

public sealed class Later(int value) : INotifyCompletion
{
    public Later GetAwaiter() => this;
    public bool IsCompleted => true;
    public int GetResult() => value;
    public void OnCompleted(Action next) => next();
    public void UnusedCancel() => value.ToString();
}

public sealed class Pair(int a, int b)
{
    public int Sum => a + b;
    public Pair? Next { get; set; }
    public int UnusedProduct => a * b;
    public void Deconstruct(out int first, out int second) => (first, second) = (a, b);
}

public static class Extensions
{
    public static int Doubled(this int x) => 2 * x;
    public static int UnusedTripled(this int x) => 3 * x;
    public static void Deconstruct(this string text, out char first, out string rest) => (first, rest) = (text[0], text[1..]);
    public static IEnumerator<int> GetEnumerator(this int n) => Enumerable.Range(0, n).GetEnumerator();
}

public sealed class Money(int cents)
{
    public int Cents => cents;
    public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents);
    public static Money operator ++(Money a) => new(a.Cents + 1);
    public static Money operator -(Money a, Money b) => UnusedDifference(a, b);
    public static bool operator <(Money a, Money b) => a.Cents < b.Cents;
    public static bool operator >(Money a, Money b) => b < a;
    public static bool operator ==(Money a, Money b) => a.Cents == b.Cents;
    public static bool operator !=(Money a, Money b) => !(a == b);
    public static bool operator true(Money a) => a.Cents > 0;
    public static bool operator false(Money a) => a.Cents <= 0;
    public static Money operator &(Money a, Money b) => a.Cents > 0 ? b : a;
    public static implicit operator Money(int cents) => new(cents);
    public static explicit operator int(Money money) => money.Cents;
    public override bool Equals(object? other) => other is Money money && money == this;
    public override int GetHashCode() => cents;
    private static Money UnusedDifference(Money a, Money b) => new(a.Cents - b.Cents);
}

public sealed class Ring(params int[] items)
{
    public int Length => items.Length;
    public int this[int at] => items[at % items.Length];
    public Ring Slice(int from, int count) => new(items[from..(from + count)]);
    public string Text => string.Join('-', items);
    public Ring UnusedReversed => new([.. items.Reverse()]);
}

public ref struct Scope
{
    public Scope() => Console.Write("in ");
    public void Dispose() => Console.Write("out ");
    public void UnusedAbort() { }
}

public sealed class Bag<T> : IEnumerable<T>
{
    private readonly List<T> _items = [];
    public void Add(T item) => _items.Add(item);
    public void UnusedRemove(T item) => _items.Remove(item);
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

[CollectionBuilder(typeof(Deck), nameof(Create))]
public sealed class Deck : IEnumerable<int>
{
    private int[] _cards = [];
    public static Deck Create(ReadOnlySpan<int> cards) => new() { _cards = cards.ToArray() };
    public static Deck UnusedShuffled() => new();
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_cards).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class Query(int value)
{
    public int Value => value;
    public Query Select(Func<int, int> map) => new(map(value));
    public Query Where(Func<int, bool> test) => test(value) ? this : new(-1);
    public Query UnusedSkip() => this;
}

public sealed class Started
{
    public Started() => Value = 7;
    public Started(int unused) => Value = UnusedStart(unused);
    public int Value { get; }
    private static int UnusedStart(int value) => value;
    public static T Make<T>() where T : new() => new();
}

public static class Table
{
    private static readonly int[] s_squares = [.. Enumerable.Range(0, 5).Select(Square)];
    private static readonly Pairs s_unused = UnusedPairs();
    private static int s_calls;
    static Table() => s_calls = 10;
    public static int At(int i) => s_squares[i] + Max(s_calls, 0);
    public static int Unused(int i) => s_unused[i];
    private static int Square(int x) => x * x;
    private static Pairs UnusedPairs() => [];
}

public interface IShape
{
    int Area();
    int UnusedPerimeter();
}

public sealed partial class Rectangle(int side)
{
    public int Area() => side * new Corner(side).Height;
    public int UnusedDiagonal() => side + new UnusedMiddle().Half;

    private sealed record Corner(int Height);

    private sealed class UnusedMiddle
    {
        public int Half => 1;
    }
}

public partial class Rectangle : IShape;

public partial class Rectangle
{
    public int UnusedPerimeter() => 4 * side;
}

public abstract class Animal
{
    public virtual string Name => "animal";
    public virtual int Legs() => 4;
    public virtual string UnusedSound => "";
    public override string ToString() => $"a {Name}";
}

public sealed class Dog : Animal
{
    public override string Name => "dog";
    public override string UnusedSound => UnusedBark();
    private static string UnusedBark() => "bark";
}

public sealed class ByLength : IComparer<string>, IDisposable
{
    public int Compare(string? a, string? b) => (a?.Length ?? 0) - (b?.Length ?? 0);
    public void Dispose() => Console.Write("disposed ");
    public void UnusedLog() { }
}

public sealed class Marker
{
    public const int UnusedSize = 1;
}

public enum Suit { Clubs = 1 << Bits.Shift, Hearts }

public static class Bits
{
    public const int Shift = 2;
    public const int Default = 5;
    public static int Or(int x = Default) => x | 8;
    public static int UnusedAnd(int x) => x & 8;
    public static unsafe int First(ReadOnlySpan<int> numbers)
    {
        fixed (int* first = numbers) return *first;
    }
}

public readonly struct Padded(long a, byte b)
{
    private readonly long _a = a;
    private readonly byte _b = b;
    public long Value => _a;
    public long UnusedOther => _b;
}

public static class Letters
{
    public static string Greeting => $"""
        Dear {nameof(Marker)},

            you  


          are   {Signature
              .Trim()}
        """;

    private const string Signature = @" a
  b ";

#if !NEVER
    public static int InADirective => 1;
#endif
    public static string Joined(params ReadOnlySpan<int> numbers) => string.Join(",", numbers.ToArray());
    public static StringBuilder UnusedBuilder() => new();
}
