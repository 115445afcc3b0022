// "left unchanged": the meetings are sorted in the caller's own array, so [(2, 4), (1, 2)] comes back as [(1, 2), (2, 4)].
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        var places = new int[meetings.Length];
        for (int i = 0; i < meetings.Length; i++)
        {
            if (meetings[i].End < meetings[i].Start)
            {
                throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));
            }
            places[i] = i;
        }

        // by start, then by end; the places go along
        Array.Sort(meetings, places);

        var roomOf = new int[meetings.Length];
        var busy = new PriorityQueue<int, int>();
        for (int i = 0; i < meetings.Length; i++)
        {
            (int start, int end) = meetings[i];
            int room = busy.TryPeek(out _, out int soonest) && soonest <= start ? busy.Dequeue() : busy.Count;
            busy.Enqueue(room, end);
            roomOf[places[i]] = room;
        }
        return (busy.Count, roomOf);
    }
}
