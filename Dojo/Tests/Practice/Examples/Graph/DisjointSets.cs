namespace Etudes.Graph;

/// <summary>Sets that are joined, counted, measured and listed.</summary>
public static class DisjointSetsExamples
{
    [Example]
    public static void At_first_each_number_is_alone()
    {
        DisjointSets sets = DisjointSets.Of(3);
        Must.Be(3, sets.Count, "the count");
        Must.Be(1, sets.SizeOf(2), "the size of the set of 2");
        Must.Be(2, sets.Find(2), "what stands for 2");
        Must.Be(false, sets.Same(0, 1), "0 and 1 are in one set");
        Must.Be("0 | 1 | 2", Text(sets.Groups()), "the sets");
    }

    [Example]
    public static void Joined_sets_become_one()
    {
        DisjointSets sets = With(5, (0, 1), (3, 1));
        Must.Be(true, sets.Same(0, 3), "0 and 3 are in one set");
        Must.Be(false, sets.Same(0, 2), "0 and 2 are in one set");
        Must.Be(3, sets.SizeOf(3), "the size of the set of 3");
        Must.Be(3, sets.Count, "the count");
    }

    [Example]
    public static void Union_tells_whether_anything_was_joined()
    {
        DisjointSets sets = DisjointSets.Of(4);
        Must.Be(true, sets.Union(0, 1), "joining 0 and 1");
        Must.Be(true, sets.Union(3, 1), "joining 3 and 1");
        Must.Be(false, sets.Union(0, 3), "joining 0 and 3, which are one");
    }

    [Example]
    public static void Joining_a_set_with_itself_changes_nothing()
    {
        DisjointSets sets = With(3, (0, 1));
        Must.Be(false, sets.Union(1, 0), "joining 1 and 0 again");
        Must.Be(false, sets.Union(2, 2), "joining 2 with itself");
        Must.Be((2, 2, 1), (sets.Count, sets.SizeOf(0), sets.SizeOf(2)), "the count and the sizes");
    }

    [Example]
    public static void Large_sets_are_joined_as_well_as_small_ones()
    {
        DisjointSets sets = With(7, (0, 1), (2, 3), (1, 3), (4, 5), (5, 0));
        Must.Be([6, 6, 6, 6, 6, 6, 1], Enumerable.Range(0, 7).Select(sets.SizeOf), "the sizes");
        Must.Be(2, sets.Count, "the count");
    }

    [Example]
    public static void One_member_stands_for_all()
    {
        DisjointSets sets = With(4, (2, 1), (3, 2));
        Must.Be([sets.Find(1), sets.Find(1)], new[] { sets.Find(2), sets.Find(3) },
            "what stands for 2 and 3");
        Must.Hold(sets.Find(3) is >= 1 and <= 3, "a member stands for its set");
        Must.Be(0, sets.Find(0), "what stands for 0");
    }

    [Example]
    public static void Groups_and_their_members_ascend()
    {
        Must.Be("0 1 2 3", Text(With(4, (3, 2), (2, 0), (1, 3)).Groups()), "the only set");
        Must.Be("0 3 4 5 6 | 1 2", Text(With(7, (6, 5), (4, 3), (6, 3), (0, 6), (1, 2)).Groups()),
            "the sets");
    }

    [Example]
    public static void Groups_tell_what_is_now()
    {
        DisjointSets sets = With(3, (1, 2));
        Must.Be("0 | 1 2", Text(sets.Groups()), "the sets");
        sets.Groups()[0][0] = 9;
        Must.Be("0 | 1 2", Text(sets.Groups()), "the sets again");
        sets.Union(0, 2);
        Must.Be("0 1 2", Text(sets.Groups()), "the set when all are joined");
    }

    [Example]
    public static void Who_stands_for_a_set_stays_until_it_is_joined_to_another()
    {
        DisjointSets sets = With(4, (0, 1));
        int member = sets.Find(0);
        sets.Union(0, 1);
        sets.Union(2, 3);
        Must.Be(member, sets.Find(1), "what stands for 1");
    }

    [Example]
    public static void There_may_be_no_numbers_but_not_fewer()
    {
        Must.Be(0, DisjointSets.Of(0).Count, "the count");
        Must.Be([], DisjointSets.Of(0).Groups(), "the sets");
        Must.Throw<ArgumentOutOfRangeException>(() => DisjointSets.Of(-1), "n = -1");
    }

    [Example]
    public static void A_number_outside_is_refused_by_all()
    {
        DisjointSets sets = DisjointSets.Of(2);
        Must.Throw<ArgumentOutOfRangeException>(() => sets.Find(2), "Find(2)");
        Must.Throw<ArgumentOutOfRangeException>(() => sets.SizeOf(-1), "SizeOf(-1)");
        Must.Throw<ArgumentOutOfRangeException>(() => sets.Same(0, 2), "Same(0, 2)");
        Must.Throw<ArgumentOutOfRangeException>(() => sets.Union(-1, 0), "Union(-1, 0)");
        Must.Throw<ArgumentOutOfRangeException>(() => sets.Union(2, 2), "Union(2, 2)");
        Must.Throw<ArgumentOutOfRangeException>(() => sets.Same(2, 2), "Same(2, 2)");
        Must.Be(2, sets.Count, "the count: nothing is joined");
    }

    [Example]
    public static void Two_objects_share_nothing()
    {
        DisjointSets first = DisjointSets.Of(2), second = DisjointSets.Of(2);
        first.Union(0, 1);
        Must.Be(false, second.Same(0, 1), "0 and 1 are in one set of the second");
        Must.Be(1, second.SizeOf(0), "the size of the set of 0 in the second");
    }

    private static string Text(int[][] groups) =>
        string.Join(" | ", groups.Select(group => string.Join(" ", group)));

    private static DisjointSets With(int n, params (int X, int Y)[] unions)
    {
        DisjointSets sets = DisjointSets.Of(n);
        foreach ((int x, int y) in unions) sets.Union(x, y);
        return sets;
    }
}
