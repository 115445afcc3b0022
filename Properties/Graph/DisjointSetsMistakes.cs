using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class DisjointSetsMistakes
{
    /// <summary>Parents and sizes in two arrays, as most people write them; each mistake spoils one part.</summary>
    public abstract class Forest<TSelf> : IDisjointSets<TSelf> where TSelf : Forest<TSelf>, new()
    {
        protected virtual int[] Parent { get; set; } = [];
        protected virtual int[] Size { get; set; } = [];
        public int Count { get; protected set; }

        public static TSelf Of(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            var sets = new TSelf();
            sets.Start(n);
            return sets;
        }

        private void Start(int n)
        {
            Parent = [.. Enumerable.Range(0, n)];
            Size = [.. Enumerable.Repeat(1, n)];
            Count = n;
        }

        public virtual int Find(int x)
        {
            Check(x);
            while (Parent[x] != x) x = Parent[x] = Parent[Parent[x]];
            return x;
        }

        public virtual bool Union(int x, int y)
        {
            int large = Find(x), small = Find(y);
            if (large == small) return false;
            if (Size[large] < Size[small]) (large, small) = (small, large);
            Link(small, large);
            return true;
        }

        protected virtual void Link(int child, int root)
        {
            Parent[child] = root;
            Size[root] += Size[child];
            Count--;
        }

        public virtual bool Same(int x, int y) => Find(x) == Find(y);

        public virtual int SizeOf(int x) => Size[Find(x)];

        public virtual int[][] Groups() => [.. Enumerable.Range(0, Parent.Length).GroupBy(Find).Select(group => group.ToArray())];

        protected virtual void Check(int x)
        {
            if (x < 0 || x >= Parent.Length) throw new ArgumentOutOfRangeException(nameof(x));
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_and_asking_in_any_order_answers_as_a_list_of_sets_does))]
    [Advice("Link the roots, not the numbers themselves: Parent[x] = y tears x out of the set it was in.")]
    public sealed class LinksTheNumbers : Forest<LinksTheNumbers>
    {
        public override bool Union(int x, int y)
        {
            if (Find(x) == Find(y)) return false;
            Link(x, y);
            return true;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_and_asking_in_any_order_answers_as_a_list_of_sets_does))]
    [Advice("A size is kept at the root alone: look up the root of x first.")]
    public sealed class SizeOfTheNumber : Forest<SizeOfTheNumber>
    {
        public override int SizeOf(int x)
        {
            Check(x);
            return Size[x];
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_and_asking_in_any_order_answers_as_a_list_of_sets_does))]
    [Advice("Joining a set to itself must change nothing: return before the size doubles and the count falls.")]
    public sealed class JoinsASetToItself : Forest<JoinsASetToItself>
    {
        public override bool Union(int x, int y)
        {
            bool joins = Find(x) != Find(y);
            Link(Find(x), Find(y));
            return joins;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Find_names_a_set_by_one_of_its_members))]
    [Advice("A new number for each union is no member: let one of the two roots stand for both.")]
    public sealed class NamesSetsByNewNumbers : Forest<NamesSetsByNewNumbers>
    {
        public override int Find(int x)
        {
            Check(x);
            return Parent[x];
        }

        public override bool Union(int x, int y)
        {
            int first = Find(x), second = Find(y), both = Parent.Max() + 1;
            if (first == second) return false;
            Parent.AsSpan().Replace(first, both);
            Parent.AsSpan().Replace(second, both);
            Count--;
            return true;
        }

        public override int SizeOf(int x) => Parent.Count(name => name == Find(x));
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.The_groups_are_ascending_and_ordered_by_their_smallest_members))]
    [Advice("A root may be any member: order the groups by their smallest member, which an ascending scan meets first.")]
    public sealed class OrdersGroupsByRoot : Forest<OrdersGroupsByRoot>
    {
        public override int[][] Groups() => [.. base.Groups().OrderBy(group => Find(group[0]))];
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_in_another_order_and_the_other_way_round_makes_the_same_sets))]
    [Advice("Add the sizes at the root that stays a root: swap the roots first, then link and add.")]
    public sealed class AddsTheSizeToTheFirst : Forest<AddsTheSizeToTheFirst>
    {
        public override bool Union(int x, int y)
        {
            int first = Find(x), second = Find(y);
            if (first == second) return false;
            if (Size[first] < Size[second]) Parent[first] = second;
            else Parent[second] = first;
            Size[first] += Size[second];
            Count--;
            return true;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Asking_changes_nothing))]
    [Advice("Same only asks: compare the roots. !Union(x, y) also joins the two sets.")]
    public sealed class AsksByJoining : Forest<AsksByJoining>
    {
        public override bool Same(int x, int y) => !Union(x, y);
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_number_outside_throws_and_joins_nothing))]
    [Advice("An index outside an array throws IndexOutOfRangeException: check x first and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheCheckToTheArray : Forest<LeavesTheCheckToTheArray>
    {
        protected override void Check(int x) { }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Two_of_them_share_nothing))]
    [Advice("A static array of sizes is shared by all: make it a field of the object.")]
    public sealed class SharesItsSizes : Forest<SharesItsSizes>
    {
        private static int[] s_shared = [];

        protected override int[] Size { get => s_shared; set => s_shared = value; }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_quarter_of_a_million_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Advice("Without sizes and without shortened paths a tree becomes one long path: link the smaller set under the larger.")]
    public sealed class WalksLongWays : Forest<WalksLongWays>
    {
        public override int Find(int x)
        {
            Check(x);
            LawRunner.EndIfGivenUp();
            while (Parent[x] != x) x = Parent[x];
            return x;
        }

        public override bool Union(int x, int y)
        {
            if (Same(x, y)) return false;
            Link(Find(x), Find(y));
            return true;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_quarter_of_a_million_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Advice("A recursive find goes as deep as the path is long, and a deep one ends the program: shorten the path in a loop, and link by size.")]
    public sealed class FindsRecursively : Forest<FindsRecursively>
    {
        public override int Find(int x)
        {
            Check(x);
            RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
            return Parent[x] == x ? x : Parent[x] = Find(Parent[x]);
        }

        public override bool Union(int x, int y)
        {
            if (Same(x, y)) return false;
            Link(Find(x), Find(y));
            return true;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_quarter_of_a_million_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Advice("Renaming all members of a set takes O(n) per union: let them point to their root through their parents.")]
    public sealed class RenamesAllMembers : Forest<RenamesAllMembers>
    {
        protected override void Link(int child, int root)
        {
            LawRunner.EndIfGivenUp();
            base.Link(child, root);
            Parent.AsSpan().Replace(child, root);
        }
    }
}
