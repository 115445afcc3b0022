// of meetings that begin together the shorter comes first, by lengths that are subtracted in int and wrap round from 2^31 on; breaks "Times may be any int" and "no way to share rooms needs fewer": Assign([(-2000000000, 2000000000), (-2000000000, -2000000000)]) takes 2 rooms instead of 1.
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
        for (var i = 0; i < order.Length; i++) order[i] = i;
        // one without length comes before those that begin with it
        Array.Sort(order, (a, b) => Compare(meetings[a], meetings[b]));

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

    private static int Compare((int Start, int End) a, (int Start, int End) b)
    {
        var byStart = a.Start.CompareTo(b.Start);
        return byStart != 0 ? byStart : (a.End - a.Start).CompareTo(b.End - b.Start);
    }
}
