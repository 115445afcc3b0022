using System;
using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The fewest rooms: the meetings as they begin, and a min-heap of the rooms by the end of
/// their last meeting.</summary>
/// <remarks>
/// Time: O(n log n). Space: O(n).
/// Source: <see href="https://leetcode.com/problems/meeting-rooms-ii/">LeetCode 253</see>;
/// Kleinberg and Tardos, Algorithm Design, section 4.1, where it is called interval partitioning.
/// </remarks>
public abstract partial class MeetingRooms
{
    /// <inheritdoc/>
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        int[] order = new int[meetings.Length], roomOf = new int[meetings.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            if (meetings[i].End < meetings[i].Start) throw new ArgumentException($"Meeting {i} ends before it begins.", nameof(meetings));
        }
        // By start, then by end: a meeting without length comes before those that begin with it.
        Array.Sort(((int, int)[])meetings.Clone(), order);

        var rooms = new PriorityQueue<int, int>(); // the one that is free first is on top
        foreach (int i in order)
        {
            var (start, end) = meetings[i];
            // If even that room is taken, all are taken now, and one more is needed.
            if (rooms.TryPeek(out int room, out int free) && free <= start) rooms.DequeueEnqueue(room, end);
            else rooms.Enqueue(room = rooms.Count, end);
            roomOf[i] = room;
        }
        return (rooms.Count, roomOf);
    }
}
