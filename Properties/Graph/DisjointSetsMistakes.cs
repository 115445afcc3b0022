using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class DisjointSetsMistakes
{
    /// <summary>Parents and sizes in two arrays, as most people write them; each mistake spoils one part.</summary>
    public abstract class Forest<TSelf> : IDisjointSets<TSelf> where TSelf : Forest<TSelf>, new()
    {
        protected virtual int[] Parent { get; set; } = [];
        protected virtual int[] Size { get; set; } = [];
        public virtual int Count { get; protected set; }

        public static TSelf Of(int n)
        {
            var sets = new TSelf();
            sets.Start(n);
            return sets;
        }

        protected virtual void Start(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
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
    [Breaks("DisjointSets.summary.1", "Union.summary.1")]
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
    [Breaks("SizeOf.summary.1")]
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
    [Breaks("Union.summary.1", "Constraints.3")]
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
    [Breaks("Find.summary.1", "Constraints.4")]
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
    [Breaks("Groups.summary.1")]
    [Advice("A root may be any member: order the groups by their smallest member, which an ascending scan meets first.")]
    public sealed class OrdersGroupsByRoot : Forest<OrdersGroupsByRoot>
    {
        public override int[][] Groups() => [.. base.Groups().OrderBy(group => Find(group[0]))];
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_in_another_order_and_the_other_way_round_makes_the_same_sets))]
    [Breaks("SizeOf.summary.1")]
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
    [Breaks("Same.summary.1")]
    [Advice("Same only asks: compare the roots. !Union(x, y) also joins the two sets.")]
    public sealed class AsksByJoining : Forest<AsksByJoining>
    {
        public override bool Same(int x, int y) => !Union(x, y);
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_number_outside_throws_and_changes_nothing))]
    [Breaks("Find.exception.1", "SizeOf.exception.1", "Constraints.5")]
    [Advice("An index outside an array throws IndexOutOfRangeException: check x first and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheCheckToTheArray : Forest<LeavesTheCheckToTheArray>
    {
        protected override void Check(int x) { }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Two_of_them_share_nothing))]
    [Breaks("Of.summary.1")]
    [Advice("A static array of sizes is shared by all: make it a field of the object.")]
    public sealed class SharesItsSizes : Forest<SharesItsSizes>
    {
        private static int[] s_shared = [];

        protected override int[] Size { get => s_shared; set => s_shared = value; }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("Find.summary.2", "Target.1")]
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

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("Constraints.2")]
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

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("Union.summary.2", "Target.2")]
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

    [CaughtBy(nameof(DisjointSetsProperties<>.A_negative_number_of_numbers_throws))]
    [Breaks("Of.exception.1", "Constraints.5")]
    [Advice("A negative n is the caller's mistake: throw ArgumentOutOfRangeException instead of answering as if it were 0.")]
    public sealed class TakesNegativeForNone : Forest<TakesNegativeForNone>
    {
        protected override void Start(int n) => base.Start(Math.Max(0, n));
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_number_outside_throws_and_changes_nothing))]
    [Breaks("Same.exception.1", "Constraints.5")]
    [Advice("A number outside is in no set, not even with itself: look both up before you compare.")]
    public sealed class ComparesTheNumbersFirst : Forest<ComparesTheNumbersFirst>
    {
        public override bool Same(int x, int y) => x == y || base.Same(x, y);
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_number_outside_throws_and_changes_nothing))]
    [Breaks("Union.exception.1")]
    [Advice("Find may throw: find both roots before anything is changed.")]
    public sealed class CountsBeforeItFinds : Forest<CountsBeforeItFinds>
    {
        public override bool Union(int x, int y)
        {
            Count--; // as if they were two sets
            bool same = Find(x) == Find(y);
            Count++;
            return !same && base.Union(x, y);
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.A_set_keeps_its_name_until_it_is_joined_to_another))]
    [Breaks("Find.summary.1", "Constraints.3")]
    [Advice("A union of a set with itself must change nothing: the set keeps the member that stands for it.")]
    public sealed class LetsTheSecondStand : Forest<LetsTheSecondStand>
    {
        public override bool Union(int x, int y)
        {
            if (base.Union(x, y)) return true;
            int root = Find(y);
            Parent[root] = Parent[y] = y;
            Size[y] = Size[root];
            return false;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_and_asking_in_any_order_answers_as_a_list_of_sets_does))]
    [Breaks("Count.summary.1")]
    [Advice("Only a union of two sets makes them one fewer: count it after you have seen that the roots differ.")]
    public sealed class CountsAllUnions : Forest<CountsAllUnions>
    {
        public override bool Union(int x, int y)
        {
            bool joined = base.Union(x, y);
            if (!joined) Count--;
            return joined;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Joining_and_asking_in_any_order_answers_as_a_list_of_sets_does))]
    [Breaks("Groups.summary.1")]
    [Advice("Groups that were made once are no longer right after a union: make them anew.")]
    public sealed class KeepsItsGroups : Forest<KeepsItsGroups>
    {
        private int[][]? _groups;

        public override int[][] Groups() => _groups ??= base.Groups();
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.The_groups_belong_to_the_caller))]
    [Breaks("Groups.summary.1")]
    [Advice("An array that was given to a caller is his, and he may write into it: give a copy of what you keep.")]
    public sealed class GivesWhatItKeeps : Forest<GivesWhatItKeeps>
    {
        private int[][]? _groups;

        protected override void Link(int child, int root)
        {
            base.Link(child, root);
            _groups = null;
        }

        public override int[][] Groups() => _groups ??= base.Groups();
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("Constraints.1")]
    [Advice("A size in 16 bits ends at 65 535, and then begins again at 0: keep it in an int.")]
    public sealed class SizesInSixteenBits : Forest<SizesInSixteenBits>
    {
        protected override void Link(int child, int root)
        {
            base.Link(child, root);
            Size[root] = (ushort)Size[root];
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("Of.summary.2", "Target.3")]
    [Advice("To make an array longer by one copies it, O(n) each time, O(n^2) in all: make it for n numbers at once.")]
    public sealed class GrowsByOne : Forest<GrowsByOne>
    {
        protected override void Start(int n)
        {
            base.Start(n);
            int[] numbers = [];
            for (int x = 0; x < n; x++)
            {
                LawRunner.EndIfGivenUp();
                numbers = [.. numbers, x];
            }
            Parent = numbers;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("Count.summary.2", "Target.3")]
    [Advice("Counting the roots takes O(n) each time: keep the number of sets, and let each union of two sets lower it.")]
    public sealed class CountsTheRoots : Forest<CountsTheRoots>
    {
        public override int Count
        {
            get
            {
                LawRunner.EndIfGivenUp();
                return Enumerable.Range(0, Parent.Length).Count(x => Parent[x] == x);
            }
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_joined_in_the_worst_orders_stay_near_their_roots))]
    [Breaks("SizeOf.summary.2", "Target.1")]
    [Advice("Counting the members of a set takes O(n) each time: keep the size at the root, and add when two sets are joined.")]
    public sealed class CountsTheMembers : Forest<CountsTheMembers>
    {
        public override int SizeOf(int x)
        {
            LawRunner.EndIfGivenUp();
            int root = Find(x);
            return Enumerable.Range(0, Parent.Length).Count(other => Find(other) == root);
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_are_soon_asked_for_their_groups_and_sets))]
    [Breaks("Same.summary.2", "Target.1")]
    [Advice("Looking through the members of a set takes O(n) each time: two numbers are in one set just when their roots are the same.")]
    public sealed class LooksThroughTheMembers : Forest<LooksThroughTheMembers>
    {
        public override bool Same(int x, int y)
        {
            LawRunner.EndIfGivenUp();
            Check(y);
            int root = Find(x);
            return Enumerable.Range(0, Parent.Length).Where(other => Find(other) == root).Contains(y);
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_are_soon_asked_for_their_groups_and_sets))]
    [Breaks("Groups.summary.2", "Target.3")]
    [Advice("A pass over all numbers for each set takes O(n^2) where there are many: in a single pass put each number into the list of its root.")]
    public sealed class PassesOnceForEachGroup : Forest<PassesOnceForEachGroup>
    {
        public override int[][] Groups()
        {
            List<int[]> groups = [];
            for (int first = 0; first < Parent.Length; first++)
            {
                LawRunner.EndIfGivenUp();
                int[] members = [.. Enumerable.Range(0, Parent.Length).Where(x => Find(x) == Find(first))];
                if (members[0] == first) groups.Add(members);
            }
            return [.. groups];
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.After_65536_questions_the_next_answer_is_as_right_as_the_first))]
    [Breaks("Same.summary.1")]
    [Advice("A number of the question in 16 bits comes round after 65 536 questions, and old marks look new: compare the roots instead.")]
    public sealed class MarksTheWayUp : Forest<MarksTheWayUp>
    {
        private ushort[] _marks = [];
        private ushort _question;

        protected override void Start(int n)
        {
            base.Start(n);
            _marks = new ushort[n];
        }

        public override bool Same(int x, int y)
        {
            Check(x);
            Check(y);
            if (++_question == 0) _question = 1; // 0 marks nothing
            _marks[x] = _question;
            for (int at = x; Parent[at] != at; _marks[at] = _question) at = Parent[at];
            for (int at = y; ; at = Parent[at])
                if (_marks[at] == _question) return true;
                else if (Parent[at] == at) return false;
        }
    }

    [CaughtBy(nameof(DisjointSetsProperties<>.Three_hundred_thousand_numbers_are_soon_asked_for_their_groups_and_sets))]
    [Breaks("Groups.summary.2", "Target.3")]
    [Advice("The members of a small set may lie far apart, and a scan from the first to the last of each is quadratic: pass once over all numbers.")]
    public sealed class ScansToTheLastMember : Forest<ScansToTheLastMember>
    {
        public override int[][] Groups()
        {
            List<int[]> groups = [];
            var listed = new bool[Parent.Length];
            for (int first = 0; first < Parent.Length; first++)
            {
                LawRunner.EndIfGivenUp();
                int root = Find(first), found = 0;
                if (listed[root]) continue;
                listed[root] = true;
                var group = new int[Size[root]];
                for (int x = first; found < group.Length; x++)
                    if (Find(x) == root) group[found++] = x;
                groups.Add(group);
            }
            return [.. groups];
        }
    }
}
