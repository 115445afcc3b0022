// Breaks: "Whether the key is in. O(1)."
// How: Push(0, 1), Pop(), then 255 times Push(1, 1), Pop(): Contains(0) is true, and Push(0, 1) is refused. The last key to leave
// is not marked as out; a new round begins instead, and the rounds are counted in a byte: the 256th is round 0 again.
using System;

namespace Etudes.Heap;

public sealed class IndexedHeap : IIndexedHeap<IndexedHeap>
{
    private readonly (long Priority, int Key)[] heap;
    private readonly int[] place;
    private readonly byte[] roundOf;
    private byte round;   // a new one begins whenever the heap runs empty
    private int count;

    private IndexedHeap(int n)
    {
        heap = new (long, int)[n];
        place = new int[n];
        roundOf = new byte[n];
        Array.Fill(place, -1);
    }

    public static IndexedHeap Of(int n) =>
        n < 0 ? throw new ArgumentOutOfRangeException(nameof(n), n, "n is negative.") : new IndexedHeap(n);

    public int Count => count;

    public bool Contains(int key)
    {
        if (key < 0 || key >= place.Length) throw new ArgumentOutOfRangeException(nameof(key), key, "No such key.");
        return roundOf[key] == round && place[key] >= 0;
    }

    public long PriorityOf(int key) =>
        Contains(key) ? heap[place[key]].Priority : throw new InvalidOperationException($"Key {key} is not in.");

    public void Push(int key, long priority)
    {
        if (Contains(key)) throw new InvalidOperationException($"Key {key} is in already.");
        roundOf[key] = round;
        Up(count++, (priority, key));
    }

    public void Decrease(int key, long priority)
    {
        if (priority > PriorityOf(key)) throw new ArgumentException("That would raise the priority.", nameof(priority));
        Up(place[key], (priority, key));
    }

    public (int Key, long Priority) Peek()
    {
        if (count == 0) throw new InvalidOperationException("No key is in.");
        return (heap[0].Key, heap[0].Priority);
    }

    public (int Key, long Priority) Pop()
    {
        (int Key, long Priority) top = Peek();
        count--;
        if (count == 0)
        {
            unchecked { round++; }   // all keys are out at once
            return top;
        }
        place[top.Key] = -1;
        Down(0, heap[count]);
        return top;
    }

    private void Up(int i, (long Priority, int Key) entry)
    {
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (heap[parent].Priority <= entry.Priority) break;
            Put(i, heap[parent]);
            i = parent;
        }
        Put(i, entry);
    }

    private void Down(int i, (long Priority, int Key) entry)
    {
        while (2 * i + 1 < count)
        {
            int child = 2 * i + 1;
            if (child + 1 < count && heap[child + 1].Priority < heap[child].Priority) child++;
            if (heap[child].Priority >= entry.Priority) break;
            Put(i, heap[child]);
            i = child;
        }
        Put(i, entry);
    }

    private void Put(int i, (long Priority, int Key) entry)
    {
        heap[i] = entry;
        place[entry.Key] = i;
    }
}
