namespace Etudes.Dojo;

/// <summary>Where the vertices of a graph are drawn: on a circle, in their order, so that the same graph looks the same each time.</summary>
internal sealed class GraphLayout
{
    public const double Radius = 15;
    /// <summary>Around the vertices: with a word below each, or with loops and edges beside each other.</summary>
    private const double Margin = 34, Wide = 54;
    private const double Curve = 30;

    private readonly Dictionary<int, (double X, double Y)> _places;
    private readonly (double X, double Y) _middle;

    /// <param name="isWide">Edges leave the circle.</param>
    public GraphLayout(IReadOnlyList<int> vertices, bool isWide)
    {
        int n = vertices.Count;
        double circle = n < 2 ? 0 : Math.Max(70, n * 17), margin = isWide ? Wide : Margin;
        double across = Math.PI * (n == 2 ? 1 : 1.5); // two lie side by side; of more the first is on top
        var places = vertices.Select((_, i) => across + 2 * Math.PI * i / n).Select(angle => (X: circle * Math.Cos(angle), Y: circle * Math.Sin(angle))).ToArray();
        _middle = (margin - places.Min(place => place.X), margin - places.Min(place => place.Y));
        (Width, Height) = (_middle.X + places.Max(place => place.X) + margin, _middle.Y + places.Max(place => place.Y) + margin);
        _places = vertices.Zip(places).ToDictionary(pair => pair.First, pair => (_middle.X + pair.Second.X, _middle.Y + pair.Second.Y));
    }

    public double Width { get; }
    public double Height { get; }

    public (double X, double Y) Of(int vertex) => _places[vertex];

    /// <summary>The line of an edge, from rim to rim.</summary>
    /// <param name="lane">0 straight on; others pass beside it.</param>
    /// <param name="along">How far along the weight stands, from 0 to 1.</param>
    public EdgeLine Edge(int u, int v, double lane, double along)
    {
        if (u == v) return Loop(u, lane);
        var (from, to) = (Of(u), Of(v));
        double length = Math.Sqrt(Square(to.X - from.X) + Square(to.Y - from.Y)), side = u < v ? 1 : -1; // the same side for both directions
        double bendX = (from.X + to.X) / 2 - side * 2 * Curve * lane * (to.Y - from.Y) / length, bendY = (from.Y + to.Y) / 2 + side * 2 * Curve * lane * (to.X - from.X) / length;
        var (start, end) = (Rim(from, (bendX, bendY), Radius), Rim(to, (bendX, bendY), Radius + 3));
        double t = along, x = Square(1 - t) * start.X + 2 * t * (1 - t) * bendX + t * t * end.X, y = Square(1 - t) * start.Y + 2 * t * (1 - t) * bendY + t * t * end.Y;
        return new($"M {start.X} {start.Y} Q {bendX} {bendY} {end.X} {end.Y}", Head(end, Math.Atan2(end.Y - bendY, end.X - bendX)), x, y);
    }

    /// <summary>Away from the middle of the drawing; each further loop is larger.</summary>
    private EdgeLine Loop(int v, double lane)
    {
        var (x, y) = Of(v);
        double away = Math.Atan2(y - _middle.Y, x - _middle.X), size = 34 + 16 * lane;
        if (_places.Count == 1) away = -Math.PI / 2;
        var (one, other) = (At(away - 0.45, Radius), At(away + 0.45, Radius + 3));
        var (first, second) = (At(away - 0.6, size + 18), At(away + 0.6, size + 18));
        var label = At(away, size + 16); // beyond the loop
        return new($"M {one.X} {one.Y} C {first.X} {first.Y} {second.X} {second.Y} {other.X} {other.Y}", Head(other, Math.Atan2(other.Y - second.Y, other.X - second.X)), label.X, label.Y);

        (double X, double Y) At(double angle, double distance) => (x + distance * Math.Cos(angle), y + distance * Math.Sin(angle));
    }

    private static FormattableString Head((double X, double Y) tip, double angle)
    {
        var (left, right) = (Back(angle - 0.4), Back(angle + 0.4));
        return $"M {tip.X} {tip.Y} L {left.X} {left.Y} L {right.X} {right.Y} z";

        (double X, double Y) Back(double turned) => (tip.X - 11 * Math.Cos(turned), tip.Y - 11 * Math.Sin(turned));
    }

    private static (double X, double Y) Rim((double X, double Y) centre, (double X, double Y) towards, double radius)
    {
        double length = Math.Sqrt(Square(towards.X - centre.X) + Square(towards.Y - centre.Y));
        return (centre.X + (towards.X - centre.X) * radius / length, centre.Y + (towards.Y - centre.Y) * radius / length);
    }

    private static double Square(double x) => x * x;
}

/// <param name="Head">The arrow at its end.</param>
/// <param name="X">Where its weight stands.</param>
internal sealed record EdgeLine(FormattableString Path, FormattableString Head, double X, double Y);
