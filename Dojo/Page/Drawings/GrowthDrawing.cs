using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>Time against n, both on logarithmic axes: what grows alike is parallel.</summary>
internal sealed class GrowthDrawing
{
    private const double Left = 60, Top = 10, Width = 340, Height = 240, LineHeight = 18;
    /// <summary>Doublings of n between two of its marks.</summary>
    private const int Apart = 2;

    private readonly double _leastN, _mostN;
    /// <summary>Powers of ten, in seconds.</summary>
    private readonly double _least, _most;

    private GrowthDrawing(Growth growth)
    {
        TimeAt[] all = [.. growth.Yours, .. growth.Reference];
        (_leastN, _mostN) = (all.Min(point => point.N), all.Max(point => point.N));
        (_least, _most) = (Math.Floor(Math.Log10(all.Min(point => point.Seconds))), Math.Ceiling(Math.Log10(all.Max(point => point.Seconds))));
    }

    public static Drawing Of(Growth growth)
    {
        var drawing = new GrowthDrawing(growth);
        var parts = drawing.Axes().Concat(drawing.Curve("edge", growth.Reference)).Concat(drawing.Curve("edge chosen", growth.Yours)).Concat(drawing.Names(growth));
        return new(Left + Width + Svg.WidthOf("reference n^0.00") + 10, Top + Height + LineHeight, [.. parts]);
    }

    private IEnumerable<XElement> Axes()
    {
        for (double power = _least; power <= _most; power++)
        {
            double y = Y(Math.Pow(10, power));
            yield return Svg.Line("cell", Left, y, Left + Width, y);
            yield return Svg.Text("word", 0, y, Time((int)power));
        }
        for (double n = _leastN; n <= _mostN; n *= 1 << Apart)
        {
            yield return Svg.Line("cell", X(n), Top, X(n), Top + Height);
            yield return Svg.Text("place", X(n), Top + Height + LineHeight / 2, Count(n));
        }
        yield return Svg.Text("word", Left + Width + 24, Top + Height + LineHeight / 2, "n");
    }

    private IEnumerable<XElement> Curve(string kind, IReadOnlyList<TimeAt> points) =>
        points.Zip(points.Skip(1), (from, to) => Svg.Line(kind, X(from.N), Y(from.Seconds), X(to.N), Y(to.Seconds)));

    /// <summary>At the ends of the curves, one below the other.</summary>
    private IEnumerable<XElement> Names(Growth growth)
    {
        double yours = Y(growth.Yours[^1].Seconds), reference = Y(growth.Reference[^1].Seconds);
        double closer = Math.Max(0, LineHeight - Math.Abs(yours - reference)) / 2 * (yours < reference ? -1 : 1);
        yield return Svg.Text("", X(growth.Yours[^1].N) + 10, yours + closer, FormattableString.Invariant($"yours n^{Growth.Slope(growth.Yours):f2}"));
        yield return Svg.Text("word", X(growth.Reference[^1].N) + 10, reference - closer, FormattableString.Invariant($"reference n^{Growth.Slope(growth.Reference):f2}"));
    }

    private double X(double n) => Left + Width * Math.Log(n / _leastN) / Math.Log(_mostN / _leastN);

    private double Y(double seconds) => Top + Height * (_most - Math.Log10(seconds)) / (_most - _least);

    /// <summary>A power of ten in seconds: 10 ms.</summary>
    private static string Time(int power)
    {
        string[] units = ["ns", "us", "ms", "s"];
        int unit = Math.Clamp((power + 9) / 3, 0, units.Length - 1);
        return FormattableString.Invariant($"{Math.Pow(10, power + 9 - 3 * unit):g3} {units[unit]}");
    }

    private static string Count(double n) => n < 1 << 20 ? FormattableString.Invariant($"{n / (1 << 10):g4} K") : FormattableString.Invariant($"{n / (1 << 20):g4} M");
}
