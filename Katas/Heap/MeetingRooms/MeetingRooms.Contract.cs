using System;

namespace Etudes.Heap;

/// <summary>Rooms for meetings, as few as will do.</summary>
public interface IMeetingRooms
{
    /// <summary>
    /// A room for each meeting. Of two meetings in one room one ends before the other begins, or
    /// just then. No way to share rooms needs fewer; of several ways with as few, any may be given.
    /// O(n log n).
    /// </summary>
    /// <param name="meetings">In any order, each with its start and its end; left unchanged. One
    /// may end when it begins.</param>
    /// <returns>How many rooms are needed, and for each meeting the number of its room, counted
    /// from 0, at the place where the meeting stands.</returns>
    /// <exception cref="ArgumentException">A meeting ends before it begins.</exception>
    static abstract (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings);
}
