// sorts with a quicksort of its own (random pivot, two parts) that takes n^2 steps when all keys are equal; breaks "O(n log n)": 200000 times the meeting (0, 1).
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
        Sort(order, meetings, 0, order.Length - 1, new Random(1));

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

    private static void Sort(int[] order, (int Start, int End)[] meetings, int low, int high, Random random)
    {
        while (low < high)
        {
            // a random pivot, so that no order of the meetings is a bad one
            var at = random.Next(low, high + 1);
            (order[at], order[high]) = (order[high], order[at]);
            var pivot = meetings[order[high]];
            var less = low;
            for (var i = low; i < high; i++)
            {
                if (Compare(meetings[order[i]], pivot) >= 0) continue;
                (order[i], order[less]) = (order[less], order[i]);
                less++;
            }

            (order[less], order[high]) = (order[high], order[less]);
            // the smaller part by recursion, which is then never deep
            if (less - low < high - less)
            {
                Sort(order, meetings, low, less - 1, random);
                low = less + 1;
            }
            else
            {
                Sort(order, meetings, less + 1, high, random);
                high = less - 1;
            }
        }
    }

    private static int Compare((int Start, int End) a, (int Start, int End) b)
    {
        var byStart = a.Start.CompareTo(b.Start);
        return byStart != 0 ? byStart : a.End.CompareTo(b.End);
    }
}
