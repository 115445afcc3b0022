// O(n log n) is broken: for each meeting the rooms are looked through one by one for a free one, which is quadratic when all meetings overlap.
namespace Etudes.Heap;

public abstract class MeetingRooms : IMeetingRooms
{
    public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings)
    {
        for (int i = 0; i < meetings.Length; i++)
        {
            if (meetings[i].End < meetings[i].Start)
                throw new ArgumentException($"Meeting {i} ends before it begins.", nameof(meetings));
        }

        int[] byStart = Enumerable.Range(0, meetings.Length)
            .OrderBy(i => meetings[i].Start)
            .ThenBy(i => meetings[i].End)
            .ToArray();

        int[] roomOf = new int[meetings.Length];
        var freeFrom = new List<int>();
        foreach (int i in byStart)
        {
            var (start, end) = meetings[i];
            int room = freeFrom.FindIndex(time => time <= start);
            if (room < 0)
            {
                room = freeFrom.Count;
                freeFrom.Add(end);
            }
            else
            {
                freeFrom[room] = end;
            }
            roomOf[i] = room;
        }
        return (freeFrom.Count, roomOf);
    }
}
