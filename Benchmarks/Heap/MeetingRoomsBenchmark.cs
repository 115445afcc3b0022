using BenchmarkDotNet.Attributes;

namespace Etudes.Heap;

/// <summary>100,000 meetings within ten million minutes, of up to 100 or up to a million minutes each.</summary>
[MemoryDiagnoser]
public class MeetingRoomsBenchmark
{
    private const int N = 100_000, Minutes = 10_000_000;

    [Params(100, 1_000_000)]
    public int Longest { get; set; }

    private (int Start, int End)[] _meetings = [];

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        _meetings = new (int, int)[N];
        foreach (ref var meeting in _meetings.AsSpan())
        {
            int start = random.Next(Minutes);
            meeting = (start, start + random.Next(1, Longest + 1));
        }
    }

    [Benchmark(Baseline = true)]
    public int[] LookAlongTheRooms()
    {
        var roomOf = new int[N];
        List<int> free = [];
        foreach (int i in Enumerable.Range(0, N).OrderBy(i => _meetings[i]))
        {
            int room = free.FindIndex(end => end <= _meetings[i].Start);
            if (room < 0) free.Add(_meetings[i].End);
            else free[room] = _meetings[i].End;
            roomOf[i] = room < 0 ? free.Count - 1 : room;
        }
        return roomOf;
    }

    /// <summary>How many rooms, and not which.</summary>
    [Benchmark]
    public int SortStartsAndEndsApart()
    {
        int[] starts = Array.ConvertAll(_meetings, meeting => meeting.Start), ends = Array.ConvertAll(_meetings, meeting => meeting.End);
        Array.Sort(starts);
        Array.Sort(ends);
        int rooms = 0, ended = 0;
        foreach (int start in starts)
            if (ends[ended] <= start) ended++;
            else rooms++;
        return rooms;
    }

    [Benchmark]
    public int[] HeapOfEnds() => MeetingRooms.Assign(_meetings).RoomOf;
}
