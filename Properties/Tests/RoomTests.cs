using Etudes.Heap;
using Xunit;

namespace Etudes.Engine;

/// <summary>What a learner reads whose answer makes too much room: of items, and the same each time.</summary>
public class RoomTests
{
    public sealed class SortsAll : ITopK
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => stream.OrderByDescending(x => x).Take(k).ToArray();
    }

    public sealed class SortsAllUpwards : IBottomK
    {
        public static int[] Smallest(IEnumerable<int> stream, int k) => stream.OrderBy(x => x).Take(k).ToArray();
    }

    public sealed class Buffers : ITopK
    {
        private const int Room = 700;

        public static int[] Largest(IEnumerable<int> stream, int k)
        {
            var buffer = new List<int>(Room);
            foreach (int number in stream)
            {
                buffer.Add(number);
                if (buffer.Count < Room) continue;
                buffer.Sort((x, y) => y.CompareTo(x));
                buffer.RemoveRange(k, Room - k);
            }
            buffer.Sort((x, y) => y.CompareTo(x));
            return [.. buffer.Take(k)];
        }
    }

    [Fact]
    public void Sorting_the_whole_stream_is_told_of() => Assert.Matches(
        @"^ work = \d+ \D+ numbers, form = Array, k = 10\n TopK\.Largest with k = 10 should hold about 10 numbers but makes room for \d{4,}: "
            + @"is the whole stream kept or sorted\?\n",
        Words<TopKProperties<SortsAll>>(nameof(TopKProperties<>.The_stream_is_not_kept)));

    [Fact]
    public void So_it_is_for_the_smallest() => Assert.Matches(@"makes room for \d{4,}: is the whole stream kept or sorted\?\n",
        Words<BottomKProperties<SortsAllUpwards>>(nameof(BottomKProperties<>.The_stream_is_not_kept)));

    [Fact]
    public void Room_for_less_than_the_stream_is_not_called_the_stream() => Assert.Matches(@"but makes room for 7\d\d\n",
        Words<TopKProperties<Buffers>>(nameof(TopKProperties<>.The_stream_is_not_kept)));

    [Fact]
    public void A_second_array_is_told_of() => Assert.Matches(@"^ work = \d+ .+\n sorting \d+ items or more in place .+ makes room for \d{4,} numbers: is there a second array\?\n",
        Words<HeapsortCostProperties<HeapsortMistakes.PopsIntoAnotherArray>>(nameof(HeapsortCostProperties<>.There_is_no_second_array)));

    private static string Words<TLaws>(string law) =>
        TestMessage.Write(LawRunner.Run(Law.Of(typeof(TLaws)).Single(one => one.Name == law), Start.FromSeed(0)));
}
