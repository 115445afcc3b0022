namespace Etudes.Heap;

/// <summary>The fewest rooms, and a room for each meeting in any way that will do.</summary>
public static class MeetingRoomsExamples
{
    [Example]
    public static void A_long_meeting_and_two_short_ones() => Needs(2, (0, 30), (5, 10), (15, 20));

    [Example]
    public static void Meetings_apart_share_a_room() => Needs(1, (7, 10), (2, 4), (20, 30));

    [Example]
    public static void Meetings_that_touch_share_a_room() => Needs(1, (2, 4), (1, 2), (4, 7));

    [Example]
    public static void The_same_meeting_three_times() => Needs(3, (1, 2), (1, 2), (1, 2));

    [Example]
    public static void One_in_another_in_another() => Needs(3, (3, 4), (1, 6), (2, 5));

    [Example]
    public static void Steps_of_which_two_overlap_at_a_time() =>
        Needs(2, (4, 6), (1, 3), (3, 5), (2, 4), (5, 7));

    [Example]
    public static void The_room_that_was_opened_later_is_free_earlier() =>
        Needs(2, (1, 10), (2, 3), (4, 5), (6, 7), (8, 9));

    [Example]
    public static void Sorted_by_end_the_wrong_room_would_be_taken() =>
        Needs(2, (1, 3), (2, 5), (4, 9), (5, 8));

    [Example]
    public static void No_meeting_needs_no_room() => Needs(0);

    [Example]
    public static void One_meeting_needs_one_room() => Needs(1, (3, 5));

    [Example]
    public static void Without_length_inside_another_it_needs_a_room() => Needs(2, (1, 4), (2, 2));

    [Example]
    public static void Without_length_where_others_begin_and_end_it_needs_none()
    {
        Needs(1, (1, 4), (1, 1));
        Needs(1, (1, 4), (4, 4));
        Needs(1, (1, 4), (4, 4), (4, 6), (4, 4));
    }

    [Example]
    public static void Without_length_each_of_them_needs_a_room_but_shares_it() =>
        Needs(1, (2, 2), (2, 2), (3, 3));

    [Example]
    public static void The_ends_of_int_are_times_like_others()
    {
        Needs(2, (int.MinValue, int.MaxValue), (-1, 1));
        Needs(1, (2, int.MaxValue), (int.MinValue, -2), (-2, 2));
        Needs(1, (2_000_000_000, 2_000_000_001), (-2_000_000_000, 5));
    }

    [Example]
    public static void A_meeting_that_ends_before_it_begins_is_refused()
    {
        Must.Throw<ArgumentException>(() => MeetingRooms.Assign([(1, 2), (4, 3)]), "(4, 3)");
        Must.Throw<ArgumentException>(() => MeetingRooms.Assign([(int.MaxValue, int.MinValue)]),
            "from the end of int to its beginning");
        Needs(1, (1, 2));
    }

    [Example]
    public static void The_meetings_are_left_as_they_were()
    {
        (int, int)[] meetings = [(5, 6), (3, 4), (1, 9)];
        MeetingRooms.Assign(meetings);
        Must.Be([(5, 6), (3, 4), (1, 9)], meetings, "the meetings afterwards");
    }

    [Example]
    public static void The_same_array_may_hold_other_meetings_later()
    {
        (int, int)[] meetings = [(1, 3), (2, 4)];
        var before = MeetingRooms.Assign(meetings);
        int[] kept = [.. before.RoomOf];
        meetings[1] = (3, 4);
        Must.Be(1, MeetingRooms.Assign(meetings).Rooms, "the count of rooms afterwards");
        Must.Be(kept, before.RoomOf, "the first result afterwards");
    }

    private static void Needs(int rooms, params (int Start, int End)[] meetings)
    {
        var (count, roomOf) = MeetingRooms.Assign([.. meetings]);
        Must.Be(rooms, count, "the count of rooms");
        Must.Be(Enumerable.Range(0, rooms), roomOf.Distinct().Order(), "the rooms that are used");
        for (int i = 0; i < meetings.Length; i++)
            for (int j = 0; j < i; j++)
                Must.Hold(roomOf[i] != roomOf[j] || meetings[i].End <= meetings[j].Start
                    || meetings[j].End <= meetings[i].Start,
                    $"{meetings[i]} and {meetings[j]} overlap");
    }
}
