// the meetings are "left unchanged": they are sorted in the caller's own array.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        foreach (var meeting in meetings)
            if (meeting.End < meeting.Start)
                throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));

        // Sort by start, then by end, and remember where each one stood.
        int[] places = Enumerable.Range(0, meetings.Length).ToArray();
        Array.Sort(meetings, places);

        int[] roomOf = new int[meetings.Length];
        var rooms = new PriorityQueue<int, int>();
        for (int i = 0; i < meetings.Length; i++)
        {
            int room = rooms.Count;
            if (rooms.TryPeek(out int first, out int end) && end <= meetings[i].Start)
            {
                room = first;
                rooms.Dequeue();
            }
            roomOf[places[i]] = room;
            rooms.Enqueue(room, meetings[i].End);
        }
        return (rooms.Count, roomOf);
    }
}
