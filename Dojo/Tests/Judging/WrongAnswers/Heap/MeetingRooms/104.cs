// "times may be any int": End - 1 as the last busy moment overflows for a meeting that ends at int.MinValue, whose room then never gets free: [(int.MinValue, int.MinValue), (int.MinValue, 5)] needs 2 rooms instead of 1.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        if (Array.Exists(meetings, meeting => meeting.End < meeting.Start))
        {
            throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));
        }

        var order = new int[meetings.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (x, y) => meetings[x].CompareTo(meetings[y]));

        var roomOf = new int[meetings.Length];
        var rooms = new PriorityQueue<int, int>();   // a room, and the last moment at which it is busy
        foreach (int meeting in order)
        {
            (int start, int end) = meetings[meeting];
            int room = rooms.TryPeek(out int soonest, out int lastBusy) && lastBusy < start ? soonest : rooms.Count;
            if (room == rooms.Count) rooms.Enqueue(room, end - 1);
            else rooms.DequeueEnqueue(room, end - 1);
            roomOf[meeting] = room;
        }
        return (rooms.Count, roomOf);
    }
}
