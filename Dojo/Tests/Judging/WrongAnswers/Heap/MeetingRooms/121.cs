// sorts by a key with the start in the upper and the end as uint in the lower half, where a negative end comes after all others; breaks "Times may be any int" and "no way to share rooms needs fewer": Assign([(-5, 3), (-5, -5)]) takes 2 rooms instead of 1.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        foreach (var (start, end) in meetings)
        {
            if (end < start) throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));
        }

        var order = new int[meetings.Length];
        var keys = new long[meetings.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = ((long)meetings[i].Start << 32) | (uint)meetings[i].End;
        }

        // one without length comes before those that begin with it
        Array.Sort(keys, order);

        var roomOf = new int[meetings.Length];
        var rooms = 0;
        var busy = new PriorityQueue<int, int>();
        foreach (var i in order)
        {
            var (start, end) = meetings[i];
            if (busy.TryPeek(out var room, out var free) && free <= start) busy.Dequeue();
            else room = rooms++;
            roomOf[i] = room;
            busy.Enqueue(room, end);
        }

        return (rooms, roomOf);
    }
}
