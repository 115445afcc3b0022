namespace Etudes.Heap;

public abstract class MeetingRoomsProperties<T> where T : IMeetingRooms
{
    /// <summary>What a few small objects take at most, in numbers.</summary>
    private const int SmallChange = 1024;
    /// <summary>The same for each meeting.</summary>
    private const int RoomForEach = 64;

    [Law]
    public static void The_rooms_are_as_few_as_will_do(Meetings meetings) =>
        Must.Be(Fewest(meetings.Items), T.Assign(meetings.Copy()).Rooms, "the count of rooms");

    [Law]
    public static void Meetings_in_one_room_do_not_overlap(Meetings meetings) => MustShare(meetings.Items, T.Assign(meetings.Copy()));

    [Law]
    public static void Rooms_are_counted_from_0(Meetings meetings)
    {
        var (rooms, roomOf) = T.Assign(meetings.Copy());
        Must.Be(Enumerable.Range(0, rooms), Must.Read(roomOf, "RoomOf").Distinct().Order(), "the different rooms in RoomOf");
    }

    [Law]
    public static void Without_meetings_no_room_is_needed()
    {
        var (rooms, roomOf) = T.Assign([]);
        Must.Be(0, rooms, "without meetings, the count of rooms");
        Must.Be([], roomOf, "without meetings, RoomOf");
    }

    [Law]
    public static void Meetings_that_touch_share_a_room(Values times)
    {
        int[] sorted = [.. times.Items.Distinct().Order()];
        var chain = Given.As("meetings", new Meetings([.. sorted.Zip(sorted.Skip(1)).Reverse()]), nameof(times));
        Must.Be(Math.Min(1, chain.Count), T.Assign(chain.Copy()).Rooms, "of meetings that touch, the count of rooms");
    }

    [Law]
    public static void A_meeting_without_length_needs_another_room_only_inside_others(Values times)
    {
        if (times.Count == 0) return;
        var (first, last) = (times.Items.Min(), times.Items.Max());
        (int, int)[] moments = [.. times.Items.Select(time => (time, time))];
        var alone = Given.As("meetings", new Meetings(moments), nameof(times));
        Must.Be(1, T.Assign(alone.Copy()).Rooms, "of meetings without length, the count of rooms");
        var inside = Given.As("meetings", new Meetings([(first, last), .. moments]), nameof(times));
        bool isInside = times.Items.Any(time => first < time && time < last);
        Must.Be(isInside ? 2 : 1, T.Assign(inside.Copy()).Rooms, "of meetings without length and one that spans them, the count of rooms");
    }

    [Law]
    public static void In_any_order_as_many_rooms_are_needed(Meetings meetings)
    {
        int rooms = T.Assign(meetings.Copy()).Rooms;
        var turned = Given.As(nameof(meetings), new Meetings([.. meetings.Items.Reverse()]));
        Must.Be(rooms, T.Assign(turned.Copy()).Rooms, "of the meetings handed over from the last to the first, the count of rooms");
        var sorted = Given.As(nameof(meetings), new Meetings([.. meetings.Items.Order()]));
        Must.Be(rooms, T.Assign(sorted.Copy()).Rooms, "of the meetings sorted, the count of rooms");
    }

    [Law]
    public static void When_time_runs_backwards_as_many_rooms_are_needed(Meetings meetings)
    {
        int rooms = T.Assign(meetings.Copy()).Rooms;
        var backwards = Given.As(nameof(meetings), new Meetings([.. meetings.Items.Select(meeting => (~meeting.End, ~meeting.Start))]));
        Must.Be(rooms, T.Assign(backwards.Copy()).Rooms, "of ~x for each time x, the count of rooms");
    }

    [Law]
    public static void A_meeting_that_ends_before_it_begins_throws(Meetings meetings, int at)
    {
        if (meetings.Count == 0) return;
        int place = Given.As(nameof(at), at % meetings.Count);
        var faulty = meetings.Copy();
        var (start, end) = faulty[place];
        faulty[place] = start < end ? (end, start) : start > int.MinValue ? (start, int.MinValue) : (int.MaxValue, end);
        var before = Given.As(nameof(meetings), new Meetings([.. faulty]));
        Must.Throw<ArgumentException>(() => T.Assign(faulty), $"Assign with a meeting {faulty[place]}");
        Must.LeaveAlone(before.Items, faulty);
        Must.Be(Fewest(meetings.Items), T.Assign(Given.As(nameof(meetings), meetings).Copy()).Rooms, "after meetings that were refused, the count of rooms");
    }

    [Law]
    public static void What_is_handed_over_is_left_alone(Meetings meetings)
    {
        var copy = meetings.Copy();
        T.Assign(copy);
        Must.LeaveAlone(meetings.Items, copy);
    }

    [Law]
    public static void What_its_owner_overwrites_are_other_meetings(Meetings meetings)
    {
        var handedOver = meetings.Copy();
        var before = T.Assign(handedOver);
        for (int i = 0; i < handedOver.Length; i++) handedOver[i] = (i / 2, i / 2 + 2);
        var after = T.Assign(handedOver);
        MustShare(meetings.Items, before, "after the next call, the first result: ");
        Must.Be(Fewest(handedOver), after.Rooms, $"after the same array was filled with {Show.Of(handedOver)}, the count of rooms");
        MustShare(handedOver, after, $"after the same array was filled with {Show.Of(handedOver)}: ");
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        foreach (int ask in ManyCalls.Order(4)) // each of the four has times and rooms that no call meets in between
        {
            int time = 10 * (1 + ask % 4), count = ask < 0 ? 1 : 2 + ask % 4;
            var meetings = Enumerable.Repeat(ask < 0 ? (0, 1) : (time, time + 1), count).ToArray();
            var assigned = T.Assign(meetings);
            if (assigned.Rooms != count) Must.Be(count, assigned.Rooms, $"{When()}, of {count} meetings {meetings[0]} the count of rooms");
            if (ask >= 0) MustShare(meetings, assigned, $"{When()}: ");

            string When() => ask < 4 ? "at first" : "after many calls";
        }
    }

    [Law(MaxTest = 60, BeyondExamples = true)]
    public static void Room_is_made_for_the_meetings_and_no_more(Workload work)
    {
        var meetings = Array.ConvertAll(work.Numbers(), number => (number, number + work.Count / 2));
        T.Assign([(0, 1)]); // what is made once and for all is made here
        long room = Math.Min(Allocation.InNumbers(() => T.Assign(meetings)), Allocation.InNumbers(() => T.Assign(meetings)));
        Must.Hold(room <= SmallChange + RoomForEach * work.Count, $"for {work.Count} meetings of equal length, which begin at these numbers, room for {room} numbers is made");
    }

    [LargeLaw(200_000)]
    public static void Two_hundred_thousand_meetings_do_not_take_quadratic_time(LargeWorkload work)
    {
        // Each kind of large input stands for one: the next begins when one ends; one in another; half of all at a time; ...
        var meetings = Array.ConvertAll(work.Numbers(), number => (Start: number, End: work.Arrangement switch
        {
            Arrangement.Ascending => number + 1,
            Arrangement.Descending or Arrangement.OrganPipe => 2 * work.Count - number,
            _ => number + work.Count / 2,
        }));
        if (work.Arrangement == Arrangement.Descending) meetings[^1] = (work.Count + 1, work.Count + 2); // the room of the highest number is the first to be free
        var assigned = T.Assign([.. meetings]);
        string which = $"of meetings that begin at these numbers, {Show.Of(meetings.Take(4))} and so on, ";
        Must.Be(FewestWithLength(meetings), assigned.Rooms, $"{which}the count of rooms");
        MustShare(meetings, assigned, which);
    }

    /// <summary>How many meetings, at most, need rooms at the time when one of them begins: by looking at all of them each time.</summary>
    private static int Fewest(IReadOnlyList<(int Start, int End)> meetings) => meetings.Select(one => one.Start == one.End
        ? 1 + meetings.Count(other => other.Start < one.Start && one.Start < other.End)
        : meetings.Count(other => other.Start <= one.Start && one.Start < other.End)).DefaultIfEmpty().Max();

    /// <summary>The same of meetings that have a length: how many have begun, but not ended.</summary>
    private static int FewestWithLength((int Start, int End)[] meetings)
    {
        int[] starts = Array.ConvertAll(meetings, meeting => meeting.Start), ends = Array.ConvertAll(meetings, meeting => meeting.End);
        Array.Sort(starts);
        Array.Sort(ends);
        int most = 0;
        for (int begun = 1, ended = 0; begun <= starts.Length; begun++)
        {
            while (ends[ended] <= starts[begun - 1]) ended++;
            most = Math.Max(most, begun - ended);
        }
        return most;
    }

    /// <summary>Each meeting has a room, and those in one room are one after the other.</summary>
    private static void MustShare(IReadOnlyList<(int Start, int End)> meetings, (int Rooms, int[] RoomOf) assigned, string which = "")
    {
        var roomOf = Must.Read(assigned.RoomOf, $"{which}RoomOf");
        Must.Be(meetings.Count, roomOf.Length, $"{which}the length of RoomOf");
        foreach (int room in roomOf)
            if (room < 0 || room >= assigned.Rooms) throw new LawBroken($"{which}room {room} is none of {Show.Count(assigned.Rooms, "room")}");
        int[] last = new int[roomOf.DefaultIfEmpty().Max() + 1];
        Array.Fill(last, -1);
        long[] times = [.. meetings.Select(meeting => ((long)meeting.Start << 32) + ((long)meeting.End - int.MinValue))];
        int[] order = [.. Enumerable.Range(0, roomOf.Length)];
        Array.Sort(times, order); // by start, then by end
        foreach (int meeting in order)
        {
            int room = roomOf[meeting], before = last[room];
            if (before >= 0 && meetings[before].End > meetings[meeting].Start)
                throw new LawBroken($"{which}the meetings {meetings[before]} and {meetings[meeting]} overlap, and both are in room {room}");
            last[room] = meeting;
        }
    }
}

public sealed class MeetingRoomsTests : MeetingRoomsProperties<MeetingRooms>;
