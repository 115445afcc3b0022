// the starts are compared by their difference, which overflows for starts more than 2^31 - 1 apart, so meetings are taken out of order and too many rooms are given.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        foreach (var (start, end) in meetings)
            if (end < start) throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));

        int[] order = new int[meetings.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        // Of meetings that begin at once, those without length come first.
        Array.Sort(order, (x, y) =>
        {
            int difference = meetings[x].Start - meetings[y].Start;
            return difference != 0 ? difference : meetings[x].End.CompareTo(meetings[y].End);
        });

        int[] roomOf = new int[meetings.Length];
        var rooms = new PriorityQueue<int, int>();   // each by the end of its last meeting
        foreach (int i in order)
        {
            var (start, end) = meetings[i];
            int room = rooms.Count;
            if (rooms.TryPeek(out int free, out int since) && since <= start)
            {
                room = free;
                rooms.Dequeue();
            }
            roomOf[i] = room;
            rooms.Enqueue(room, end);
        }
        return (rooms.Count, roomOf);
    }
}
