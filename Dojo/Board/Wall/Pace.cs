namespace Etudes.Dojo;

/// <summary>How many messages a second are taken of each.</summary>
internal sealed class Pace(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private long _second;

    public bool Allows(string whose)
    {
        lock (_lock)
        {
            long second = Environment.TickCount64 / 1000;
            if (second != _second) _counts.Clear();
            _second = second;
            return (_counts[whose] = _counts.GetValueOrDefault(whose) + 1) <= most;
        }
    }
}
