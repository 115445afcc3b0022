namespace Etudes.Heap;

public abstract class IndexedHeapProperties<T> where T : IIndexedHeap<T>
{
    public enum Op
    {
        [Takes(Operand.Index, Operand.Number)] Push,
        [Takes(Operand.Index, Operand.Number)] Decrease,
        Pop,
    }

    private const int Keys = 8; // as many as an Operand.Index can name

    [Law]
    public static void Behaves_like_a_table_of_priorities(Steps<Op> steps)
    {
        var heap = T.Of(Keys);
        var table = new Dictionary<int, long>();
        foreach (var step in steps.Played(() => table.Select(item => (item.Value, item.Key)).Order()))
        {
            Play(heap, table, step);
            Compare(table, heap, $"after {step}");
        }
    }

    [Law]
    public static void The_keys_leave_in_the_order_of_their_lowered_priorities(Values priorities, Values lower)
    {
        var heap = Pushed(priorities.Items.Select(Wide));
        long[] lowered = [.. priorities.Items.Select(Wide)];
        for (int key = 0; key < Math.Min(priorities.Count, lower.Count); key++)
        {
            lowered[key] = Math.Min(lowered[key], Wide(lower.Items[key]));
            heap.Decrease(key, lowered[key]);
        }
        var left = Drained(heap, lowered.Length);
        Must.Be(lowered.Order(), left.Select(item => item.Priority), "the priorities in the order of leaving");
        Must.Be(Enumerable.Range(0, lowered.Length), left.Select(item => item.Key).Order(), "the keys that left, sorted,");
    }

    [Law]
    public static void A_popped_key_may_be_pushed_again(Values priorities)
    {
        if (priorities.Count == 0) return;
        var heap = Pushed(priorities.Items.Select(Wide));
        foreach (int priority in priorities.Items)
        {
            int key = heap.Pop().Key;
            Must.Be(false, heap.Contains(key), $"Contains({key}) after it was popped");
            heap.Push(key, Wide(priority));
            Must.Be(Wide(priority), heap.PriorityOf(key), $"PriorityOf({key}) after it was pushed again");
        }
        Must.Be(priorities.Count, heap.Count, "after popping and pushing in turn, Count");
    }

    [Law]
    public static void A_key_outside_the_range_is_refused(Values priorities)
    {
        var heap = Pushed(priorities.Items.Select(Wide));
        foreach (int n in (int[])[-1, int.MinValue]) Must.Throw<ArgumentOutOfRangeException>(() => T.Of(n), $"a heap of {n} keys");
        foreach (int key in (int[])[-1, priorities.Count, int.MinValue, int.MaxValue])
        {
            string what = $"with {priorities.Count} keys";
            Must.Throw<ArgumentOutOfRangeException>(() => heap.Contains(key), $"{what}, Contains({key})");
            Must.Throw<ArgumentOutOfRangeException>(() => heap.PriorityOf(key), $"{what}, PriorityOf({key})");
            Must.Throw<ArgumentOutOfRangeException>(() => heap.Push(key, 0), $"{what}, Push({key}, 0)");
            Must.Throw<ArgumentOutOfRangeException>(() => heap.Decrease(key, 0), $"{what}, Decrease({key}, 0)");
        }
        LeavesInOrder(heap, priorities, "after these refusals");
    }

    [Law(MaxTest = 100)]
    public static void A_key_that_is_in_cannot_be_pushed_and_one_that_is_not_cannot_be_asked_for(Steps<Op> steps)
    {
        var heap = T.Of(Keys);
        var table = new Dictionary<int, long>();
        foreach (var step in steps.Played(() => table.Select(item => (item.Value, item.Key)).Order()))
        {
            Play(heap, table, step);
            for (int key = 0; key < Keys; key++)
                if (table.ContainsKey(key)) Must.Throw<InvalidOperationException>(() => heap.Push(key, long.MinValue), $"after {step}, Push({key}, {long.MinValue})");
                else
                {
                    foreach (long priority in (long[])[long.MinValue, long.MaxValue])
                        Must.Throw<InvalidOperationException>(() => heap.Decrease(key, priority), $"after {step}, Decrease({key}, {Show.Of(priority)})");
                    Must.Throw<InvalidOperationException>(() => heap.PriorityOf(key), $"after {step}, PriorityOf({key})");
                }
            Compare(table, heap, $"after {step} and refusals");
        }
    }

    [Law]
    public static void Decrease_never_raises_a_priority(Values priorities)
    {
        var heap = Pushed(priorities.Items.Select(Wide));
        for (int key = 0; key < priorities.Count; key++)
        {
            long priority = Wide(priorities.Items[key]);
            foreach (long higher in new[] { priority + 1, long.MaxValue }.Where(other => other > priority))
                Must.Throw<ArgumentException>(() => heap.Decrease(key, higher), $"from {priority}, Decrease({key}, {higher})");
            Must.Be(priority, heap.PriorityOf(key), $"after a Decrease to a higher priority was refused, PriorityOf({key})");
        }
        LeavesInOrder(heap, priorities, "after each Decrease to a higher priority was refused");
    }

    [Law]
    public static void Decreasing_to_the_same_priority_changes_nothing(Values priorities)
    {
        var heap = Pushed(priorities.Items.Select(Wide));
        for (int key = 0; key < priorities.Count; key++) heap.Decrease(key, Wide(priorities.Items[key]));
        LeavesInOrder(heap, priorities, "after each was lowered to the same");
    }

    [Law]
    public static void An_empty_heap_has_nothing_to_look_at(Values priorities)
    {
        var heap = Pushed(priorities.Items.Select(Wide));
        Drained(heap, priorities.Count);
        Must.Throw<InvalidOperationException>(() => heap.Peek(), "Peek of no keys");
        Must.Throw<InvalidOperationException>(() => heap.Pop(), "Pop of no keys");
        Must.Be(0, heap.Count, "Count of no keys");
        for (int key = 0; key < priorities.Count; key++) heap.Push(key, Wide(priorities.Items[key]));
        LeavesInOrder(heap, priorities, "after that, all keys pushed again");
    }

    [Law]
    public static void Two_heaps_share_nothing(Values priorities)
    {
        var (first, second) = (T.Of(priorities.Count + 1), T.Of(priorities.Count + 1));
        first.Push(0, 1);
        Must.Be(false, second.Contains(0), "Contains(0) of the second, when the first has it,");
        for (int key = 0; key < priorities.Count; key++) second.Push(key, Wide(priorities.Items[key]));
        Must.Be((0, 1L), first.Peek(), "Peek of the first, while the second was given keys,");
    }

    [LargeLaw(600_000)]
    public static void Decreasing_each_of_many_keys_takes_logarithmic_time(LargeWorkload work)
    {
        var numbers = work.Numbers();
        var heap = Pushed(numbers.Select(number => number + 1L));
        for (int key = 0; key < numbers.Length; key++)
        {
            heap.Decrease(key, numbers[key]);
            Must.Be((numbers.Length, true, (long)numbers[key]), (heap.Count, heap.Contains(key), heap.PriorityOf(key)), "after a Decrease (Count, Contains, PriorityOf)");
            Must.Hold(heap.Peek().Priority <= numbers[key], "after a Decrease Peek gives a higher priority than that of the key");
        }
        Array.Sort(numbers);
        foreach (int number in numbers) Must.Be((long)number, heap.Pop().Priority, "the priority that Pop takes out");
    }

    [LargeLaw(200_000)]
    public static void A_heap_may_be_emptied_any_number_of_times(LargeWorkload work)
    {
        var heap = T.Of(600_000); // whoever looks at all keys when the last one goes does so each time
        heap.Push(0, 0);
        heap.Pop();
        foreach (int priority in work.Numbers())
        {
            heap.Push(1, priority);
            Must.Be((1, (long)priority), heap.Pop(), "of one key, Pop");
            Must.Be((false, false), (heap.Contains(0), heap.Contains(1)), "of an emptied heap, (Contains(0), Contains(1))");
        }
    }

    /// <summary>An integer as a priority; what is near the ends of int stands for what is near those of long, one number to a double.</summary>
    private static long Wide(int number) =>
        number <= int.MinValue + 3 ? long.MinValue + (number - int.MinValue)
        : number >= int.MaxValue - 3 ? long.MaxValue - (int.MaxValue - number)
        : number;

    /// <summary>Plays a step on both where it is legal; a decrease to a higher priority keeps the old one.</summary>
    private static void Play(T heap, Dictionary<int, long> table, Step<Op> step)
    {
        var (op, key, priority) = (step.Op, step.First, Wide(step.Second));
        if (op == Op.Push && table.TryAdd(key, priority)) heap.Push(key, priority);
        else if (op == Op.Decrease && table.TryGetValue(key, out long old)) heap.Decrease(key, table[key] = Math.Min(old, priority));
        else if (op == Op.Pop && table.Count > 0)
        {
            var (popped, its) = heap.Pop();
            Must.Be(table.Values.Min(), its, "the priority that Pop takes out");
            Must.Hold(table.TryGetValue(popped, out long real) && real == its, $"Pop took out key {popped} with priority {its}, which is not in the heap");
            table.Remove(popped);
        }
    }

    private static void Compare(Dictionary<int, long> table, T heap, string when)
    {
        Must.Be(table.Count, heap.Count, $"{when}, Count");
        for (int key = 0; key < Keys; key++)
        {
            Must.Be(table.ContainsKey(key), heap.Contains(key), $"{when}, Contains({key})");
            if (table.TryGetValue(key, out long priority)) Must.Be(priority, heap.PriorityOf(key), $"{when}, PriorityOf({key})");
        }
        if (table.Count > 0) Must.Be(table.Values.Min(), heap.Peek().Priority, $"{when}, the priority that Peek sees");
    }

    private static T Pushed(IEnumerable<long> priorities)
    {
        long[] all = [.. priorities];
        var heap = T.Of(all.Length);
        for (int key = 0; key < all.Length; key++) heap.Push(key, all[key]);
        return heap;
    }

    private static void LeavesInOrder(T heap, Values priorities, string when) =>
        Must.Be(priorities.Sorted().Select(Wide), Drained(heap, priorities.Count).Select(item => item.Priority), $"{when}, the priorities in the order of leaving");

    private static (int Key, long Priority)[] Drained(T heap, int count)
    {
        var left = new (int Key, long Priority)[count];
        for (int i = 0; i < count; i++) left[i] = heap.Pop();
        return left;
    }
}

public sealed class IndexedHeapTests : IndexedHeapProperties<IndexedHeap>;
