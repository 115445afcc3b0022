using System.Runtime.CompilerServices;

namespace Etudes.Heap;

public static class MeetingRoomsMistakes
{
    /// <summary>The meetings as they begin, and a queue of the rooms by their ends; each mistake spoils one part.</summary>
    public abstract class ByStart<TSelf> : IMeetingRooms where TSelf : ByStart<TSelf>, new()
    {
        public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings) => new TSelf().Run(meetings);

        protected virtual (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            foreach (var meeting in meetings) Check(meeting);
            var (rooms, roomOf) = (Queue(), new int[meetings.Length]);
            foreach (int i in Order(meetings)) roomOf[i] = RoomFor(meetings[i], rooms);
            return Result(rooms.Count, roomOf);
        }

        protected virtual void Check((int Start, int End) meeting)
        {
            if (meeting.End < meeting.Start) throw new ArgumentException("A meeting ends before it begins.");
        }

        protected virtual PriorityQueue<int, int> Queue() => new();

        protected virtual IEnumerable<int> Order((int Start, int End)[] meetings) => Enumerable.Range(0, meetings.Length).OrderBy(i => meetings[i]);

        protected virtual int RoomFor((int Start, int End) meeting, PriorityQueue<int, int> rooms)
        {
            if (rooms.TryPeek(out int room, out int free) && IsFree(free, meeting.Start)) rooms.DequeueEnqueue(room, meeting.End);
            else rooms.Enqueue(room = rooms.Count, meeting.End);
            return room;
        }

        protected virtual bool IsFree(int free, int start) => free <= start;

        protected virtual (int, int[]) Result(int rooms, int[] roomOf) => (rooms, roomOf);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Meetings_that_touch_share_a_room))]
    [Breaks("Assign.summary.3", "Constraints.3")]
    [Advice("A room is free for the next meeting just when the last one ends: compare with <=.")]
    public sealed class WaitsAMoment : ByStart<WaitsAMoment>
    {
        protected override bool IsFree(int free, int start) => free < start;
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("Assign.summary.3")]
    [Advice("By their ends one chooses the most meetings for one room; to seat all of them in few rooms, take them as they begin.")]
    public sealed class SortsByEnd : ByStart<SortsByEnd>
    {
        protected override IEnumerable<int> Order((int Start, int End)[] meetings) => base.Order(meetings).OrderBy(i => meetings[i].End);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.In_any_order_as_many_rooms_are_needed))]
    [Breaks("Assign.meetings.1")]
    [Advice("The meetings come in any order: sort them by their starts first.")]
    public sealed class DoesNotSort : ByStart<DoesNotSort>
    {
        protected override IEnumerable<int> Order((int Start, int End)[] meetings) => Enumerable.Range(0, meetings.Length);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.A_meeting_without_length_needs_another_room_only_inside_others))]
    [Breaks("Assign.summary.3", "Constraints.4")]
    [Advice("Of meetings that begin together one without length comes first, or it finds its room taken: sort by start, then by end.")]
    public sealed class LooksAtStartsAlone : ByStart<LooksAtStartsAlone>
    {
        protected override IEnumerable<int> Order((int Start, int End)[] meetings) => Enumerable.Range(0, meetings.Length).OrderBy(i => meetings[i].Start);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.A_meeting_without_length_needs_another_room_only_inside_others))]
    [Breaks("Assign.summary.1", "Assign.summary.2", "Constraints.4")]
    [Advice("A meeting without length takes its room too, and must not burst into another.")]
    public sealed class SkipsMeetingsWithoutLength : ByStart<SkipsMeetingsWithoutLength>
    {
        protected override int RoomFor((int Start, int End) meeting, PriorityQueue<int, int> rooms) =>
            meeting.Start < meeting.End ? base.RoomFor(meeting, rooms) : 0;

        protected override (int, int[]) Result(int rooms, int[] roomOf) => (Math.Max(rooms, Math.Min(1, roomOf.Length)), roomOf);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.A_meeting_without_length_needs_another_room_only_inside_others))]
    [Breaks("Assign.summary.3")]
    [Advice("Starts and ends, sorted apart, forget whose they are: the end of a meeting without length would free a room before it is taken.")]
    public sealed class SortsStartsAndEndsApart : ByStart<SortsStartsAndEndsApart>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            var (_, roomOf) = base.Run(meetings);
            int[] starts = [.. meetings.Select(meeting => meeting.Start).Order()], ends = [.. meetings.Select(meeting => meeting.End).Order()];
            int rooms = 0, ended = 0;
            foreach (int start in starts)
                if (ends[ended] <= start) ended++;
                else rooms++;
            return (rooms, roomOf);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("Assign.summary.3")]
    [Advice("A room that was taken later may be free earlier: look at the one whose meeting ends first, not at the one that waits longest.")]
    public sealed class LooksAtTheOldestRoom : ByStart<LooksAtTheOldestRoom>
    {
        private readonly Queue<(int Room, int Free)> _rooms = [];

        protected override int RoomFor((int Start, int End) meeting, PriorityQueue<int, int> rooms)
        {
            int room = _rooms.TryPeek(out var oldest) && oldest.Free <= meeting.Start ? _rooms.Dequeue().Room : _rooms.Count;
            _rooms.Enqueue((room, meeting.End));
            return room;
        }

        protected override (int, int[]) Result(int rooms, int[] roomOf) => (_rooms.Count, roomOf);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("MeetingRooms.summary.1")]
    [Advice("A room for each meeting always does, and is seldom needed: reuse the one that is free.")]
    public sealed class OpensARoomForEach : ByStart<OpensARoomForEach>
    {
        protected override bool IsFree(int free, int start) => false;
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("Assign.summary.3")]
    [Advice("Meetings that all overlap one long meeting need not overlap each other: count what goes on at one time.")]
    public sealed class CountsWhatOverlapsAMeeting : ByStart<CountsWhatOverlapsAMeeting>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings) =>
            (meetings.Select(one => Math.Max(1, meetings.Count(other => other.Start < one.End && one.Start < other.End))).DefaultIfEmpty().Max(), base.Run(meetings).RoomOf);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("Constraints.2")]
    [Advice("a - b overflows when the times lie far apart: compare with CompareTo.")]
    public sealed class ComparesByDifference : ByStart<ComparesByDifference>
    {
        protected override IEnumerable<int> Order((int Start, int End)[] meetings) =>
            base.Order(meetings).Order(Comparer<int>.Create((i, j) => meetings[i].Start - meetings[j].Start));
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("Constraints.2")]
    [Advice("A time may be any int: an array with a place for each minute of a day has too few.")]
    public sealed class CountsMinutes : ByStart<CountsMinutes>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            int[] minutes = new int[24 * 60];
            foreach (var (start, end) in meetings)
            {
                Check((start, end));
                for (int minute = start; minute < end; minute++) minutes[minute]++;
            }
            return (minutes.Max(), base.Run(meetings).RoomOf);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Meetings_in_one_room_do_not_overlap))]
    [Breaks("Assign.summary.2")]
    [Advice("The number of rooms is right, but rooms dealt out in turn may still be taken: give the one that is free.")]
    public sealed class DealsTheRoomsInTurn : ByStart<DealsTheRoomsInTurn>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            var (rooms, roomOf) = base.Run(meetings);
            int turn = 0;
            foreach (int i in Order(meetings)) roomOf[i] = turn++ % rooms;
            return (rooms, roomOf);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Meetings_in_one_room_do_not_overlap))]
    [Breaks("Assign.returns.1")]
    [Advice("Sorting has moved the meetings: write the room to the place where the meeting was handed over.")]
    public sealed class AnswersInSortedOrder : ByStart<AnswersInSortedOrder>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            var (rooms, roomOf) = base.Run(meetings);
            return (rooms, [.. Order(meetings).Select(i => roomOf[i])]);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Rooms_are_counted_from_0))]
    [Breaks("Assign.returns.1")]
    [Advice("Rooms are counted from 0: give the number before it is raised.")]
    public sealed class CountsFromOne : ByStart<CountsFromOne>
    {
        protected override (int, int[]) Result(int rooms, int[] roomOf) => (rooms, [.. roomOf.Select(room => room + 1)]);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Rooms_are_counted_from_0))]
    [Breaks("Assign.returns.1")]
    [Advice("The rooms are numbered one after the other: the meeting that opened a room is no number for it.")]
    public sealed class NamesRoomsByMeetings : ByStart<NamesRoomsByMeetings>
    {
        protected override (int, int[]) Result(int rooms, int[] roomOf) => (rooms, [.. roomOf.Select(room => Array.IndexOf(roomOf, room))]);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Without_meetings_no_room_is_needed))]
    [Breaks("Constraints.1")]
    [Advice("There may be no meeting at all, and then there is no first one to begin with.")]
    public sealed class BeginsWithTheFirst : ByStart<BeginsWithTheFirst>
    {
        protected override IEnumerable<int> Order((int Start, int End)[] meetings) => base.Order(meetings).First() is var first ? base.Order(meetings).Skip(1).Prepend(first) : [];
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.A_meeting_that_ends_before_it_begins_throws))]
    [Breaks("Assign.exception.1", "Constraints.5")]
    [Advice("A meeting that ends before it begins is the caller's mistake: throw ArgumentException instead of seating it somehow.")]
    public sealed class SeatsAnyMeeting : ByStart<SeatsAnyMeeting>
    {
        protected override void Check((int Start, int End) meeting) { }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.A_meeting_that_ends_before_it_begins_throws))]
    [Breaks("Assign.exception.1")]
    [Advice("The length of a meeting overflows when its times lie far apart: compare the end with the start.")]
    public sealed class ChecksTheLength : ByStart<ChecksTheLength>
    {
        protected override void Check((int Start, int End) meeting)
        {
            if (meeting.End - meeting.Start < 0 && meeting.End < meeting.Start) throw new ArgumentException("A meeting ends before it begins.");
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.The_rooms_are_as_few_as_will_do))]
    [Breaks("Assign.meetings.2", "Constraints.4")]
    [Advice("A meeting may end when it begins: only one that ends earlier is refused.")]
    public sealed class RefusesMeetingsWithoutLength : ByStart<RefusesMeetingsWithoutLength>
    {
        protected override void Check((int Start, int End) meeting)
        {
            if (meeting.End <= meeting.Start) throw new ArgumentException("A meeting has no length.");
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.A_meeting_that_ends_before_it_begins_throws))]
    [Breaks("Assign.summary.3")]
    [Advice("A queue that outlives the call still holds the rooms of meetings that were refused: make a new one for each call.")]
    public sealed class KeepsItsRooms : ByStart<KeepsItsRooms>
    {
        [ThreadStatic] private static PriorityQueue<int, int>? s_rooms;

        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            var (rooms, roomOf) = (s_rooms ??= new(), new int[meetings.Length]);
            foreach (int i in Order(meetings))
            {
                Check(meetings[i]);
                roomOf[i] = RoomFor(meetings[i], rooms);
            }
            int count = rooms.Count;
            rooms.Clear();
            return (count, roomOf);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Assign.meetings.1")]
    [Advice("The array is the caller's: sort a copy, or the places of the meetings.")]
    public sealed class SortsTheGivenArray : ByStart<SortsTheGivenArray>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            var assigned = base.Run(meetings);
            Array.Sort(meetings);
            return assigned;
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.What_its_owner_overwrites_are_other_meetings))]
    [Breaks("Assign.summary.3")]
    [Advice("The same array may hold other meetings at the next call: remember no results by the array that they came from.")]
    public sealed class RemembersTheArray : IMeetingRooms
    {
        private static readonly ConditionalWeakTable<object, object> s_assigned = [];

        public static (int Rooms, int[] RoomOf) Assign((int Start, int End)[] meetings) =>
            ((int, int[]))s_assigned.GetValue(meetings, _ => MeetingRooms.Assign(meetings));
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.What_its_owner_overwrites_are_other_meetings))]
    [Breaks("Assign.returns.1")]
    [Advice("A result that the next call writes over is lost to who keeps it: make a new array for each.")]
    public sealed class SharesItsResult : ByStart<SharesItsResult>
    {
        [ThreadStatic] private static int[]? s_roomOf;

        protected override (int, int[]) Result(int rooms, int[] roomOf)
        {
            if (s_roomOf?.Length != roomOf.Length) s_roomOf = new int[roomOf.Length];
            roomOf.CopyTo(s_roomOf, 0);
            return (rooms, s_roomOf);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Assign.summary.3")]
    [Advice("The number of the call comes round again after 65 536 calls, and old counts then seem to be new: make them anew.")]
    public sealed class NumbersItsCalls : ByStart<NumbersItsCalls>
    {
        [ThreadStatic] private static Dictionary<int, (ushort Call, int Count)>? s_begin;
        [ThreadStatic] private static ushort s_call;

        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            var (rooms, roomOf) = base.Run(meetings);
            var begin = s_begin ??= [];
            s_call++;
            foreach (var (start, _) in meetings)
            {
                int count = begin.TryGetValue(start, out var before) && before.Call == s_call ? before.Count + 1 : 1;
                begin[start] = (s_call, count);
                if (meetings.All(meeting => meeting.Start < meeting.End)) rooms = Math.Max(rooms, count); // as many rooms as begin together
            }
            return (rooms, roomOf);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Room_is_made_for_the_meetings_and_no_more))]
    [Breaks("Target.2")]
    [Advice("A table of all pairs of meetings takes O(n²) room: at each time only the ends of the rooms matter.")]
    public sealed class MakesATableOfPairs : ByStart<MakesATableOfPairs>
    {
        protected override (int Rooms, int[] RoomOf) Run((int Start, int End)[] meetings)
        {
            int n = Math.Min(meetings.Length, 10_000);
            bool[,] overlap = new bool[n, n];
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) overlap[i, j] = meetings[i].Start < meetings[j].End && meetings[j].Start < meetings[i].End;
            return base.Run(meetings);
        }
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Two_hundred_thousand_meetings_do_not_take_quadratic_time))]
    [Breaks("Assign.summary.4", "Target.1")]
    [Advice("To look along all rooms for a free one takes O(n) for each meeting: a heap of ends gives the one that is free first.")]
    public sealed class LooksAlongTheRooms : ByStart<LooksAlongTheRooms>
    {
        private readonly List<int> _free = [];

        protected override int RoomFor((int Start, int End) meeting, PriorityQueue<int, int> rooms)
        {
            LawRunner.EndIfGivenUp();
            int room = _free.FindIndex(free => free <= meeting.Start);
            if (room < 0) _free.Add(meeting.End);
            else _free[room] = meeting.End;
            return room < 0 ? _free.Count - 1 : room;
        }

        protected override (int, int[]) Result(int rooms, int[] roomOf) => (_free.Count, roomOf);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Two_hundred_thousand_meetings_do_not_take_quadratic_time))]
    [Breaks("Constraints.1")]
    [Advice("A room's number in 16 bits ends at 65 535, and then begins again at 0: keep it in int.")]
    public sealed class NumbersInSixteenBits : ByStart<NumbersInSixteenBits>
    {
        protected override (int, int[]) Result(int rooms, int[] roomOf) => (rooms, [.. roomOf.Select(room => (int)(ushort)room)]);
    }

    [CaughtBy(nameof(MeetingRoomsProperties<>.Two_hundred_thousand_meetings_do_not_take_quadratic_time))]
    [Breaks("Constraints.1")]
    [Advice("There may be as many rooms as meetings: a room beside its end in one number needs more than 17 bits.")]
    public sealed class KeepsRoomsInSeventeenBits : ByStart<KeepsRoomsInSeventeenBits>
    {
        protected override int RoomFor((int Start, int End) meeting, PriorityQueue<int, int> rooms)
        {
            if (!rooms.TryPeek(out int room, out int free) || !IsFree(free, meeting.Start)) return base.RoomFor(meeting, rooms);
            room &= (1 << 17) - 1;
            rooms.DequeueEnqueue(room, meeting.End);
            return room;
        }
    }
}
