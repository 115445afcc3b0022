// "times may be any int": the length End - Start overflows, so the legal meeting (-2000000000, 2000000000) throws ArgumentException, and (2000000000, -2000000000), which ends before it begins, does not.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        int n = meetings.Length;
        var sorted = new (int Start, int End, int Place)[n];
        for (int i = 0; i < n; i++)
        {
            int length = meetings[i].End - meetings[i].Start;
            if (length < 0) throw new ArgumentException($"Meeting {i} ends before it begins.", nameof(meetings));
            sorted[i] = (meetings[i].Start, meetings[i].End, i);
        }
        Array.Sort(sorted);

        var roomOf = new int[n];
        var rooms = new PriorityQueue<int, int>();
        foreach ((int start, int end, int place) in sorted)
        {
            if (rooms.TryPeek(out int room, out int freeFrom) && freeFrom <= start)
            {
                rooms.DequeueEnqueue(room, end);
            }
            else
            {
                room = rooms.Count;
                rooms.Enqueue(room, end);
            }
            roomOf[place] = room;
        }
        return (rooms.Count, roomOf);
    }
}
