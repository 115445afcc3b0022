using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The TeX of the statements as MathML, which browsers typeset by themselves.</summary>
internal sealed class MathML
{
    private const string Quad = "1em", TwoQuads = "2em";
    private static readonly XNamespace s_math = "http://www.w3.org/1998/Math/MathML";
    private static readonly Dictionary<string, string> s_doubled = new() { ["E"] = "𝔼", ["R"] = "ℝ", ["N"] = "ℕ", ["Z"] = "ℤ" };
    private static readonly HashSet<string> s_functions = ["log", "ln", "sin", "cos", "exp"], s_limits = ["max", "min", "sum"];

    private readonly string _tex;
    private readonly bool _isDisplay;
    private int _at;

    private MathML(string tex, bool isDisplay) => (_tex, _isDisplay) = (tex, isDisplay);

    /// <summary>A formula within a line.</summary>
    public static XElement Of(string tex) => Element("math", new MathML(tex.ReplaceLineEndings(" "), isDisplay: false).Row());

    /// <summary>A formula that has lines of its own. Where it leaves wide spaces, a narrow page begins
    /// a new line.</summary>
    public static XElement Lines(string tex)
    {
        var row = new MathML(tex.ReplaceLineEndings(" "), isDisplay: true).Row();
        List<List<XElement>> lines = [[]];
        foreach (var part in row.Name.LocalName == "mrow" ? row.Elements() : [row])
            if (IsWide(part)) lines.Add([]);
            else lines[^1].Add(part);
        return Html.Of("span", "formula", lines.Select(line => Element("math", new XAttribute("display", "block"), Element("mrow", line))));
    }

    private static bool IsWide(XElement part) => part.Name.LocalName == "mspace" && (string?)part.Attribute("width") is Quad or TwoQuads;

    private static XElement Element(string name, params object?[] content) => new(s_math + name, content);

    /// <summary>Up to the end, a closing brace, or what parts cells.</summary>
    private XElement Row()
    {
        List<XElement> parts = [];
        while (_at < _tex.Length && _tex[_at] is not ('}' or '&') && !Follows(@"\\") && !Follows(@"\end"))
            if (Scripted(parts) is { } part) parts.Add(part);
        return parts is [var only] ? only : Element("mrow", parts);
    }

    private bool Follows(string text) => string.CompareOrdinal(_tex, _at, text, 0, text.Length) == 0;

    /// <summary>The next atom; a script joins the atom before it.</summary>
    private XElement? Scripted(List<XElement> parts)
    {
        if (_tex[_at] is not ('_' or '^')) return Atom();
        char first = _tex[_at++];
        var (script, other) = (Argument(), (XElement?)null);
        SkipBlanks();
        if (_at < _tex.Length && _tex[_at] is '_' or '^' && _tex[_at] != first)
        {
            _at++;
            other = Argument();
        }
        var (below, above) = first == '_' ? (script, other) : (other, script);
        var root = parts.Count > 0 ? parts[^1] : Element("mrow");
        if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        bool isUnder = _isDisplay && root.Value is "∑" or "max" or "min";
        return (below, above) switch
        {
            ({ }, null) => Element(isUnder ? "munder" : "msub", root, below),
            (null, { }) => Element(isUnder ? "mover" : "msup", root, above),
            _ => Element(isUnder ? "munderover" : "msubsup", root, below, above),
        };
    }

    private void SkipBlanks()
    {
        while (_at < _tex.Length && _tex[_at] == ' ') _at++;
    }

    /// <summary>A group, a command or one character: \tfrac12 is a half.</summary>
    private XElement Argument()
    {
        SkipBlanks();
        if (_at < _tex.Length && char.IsAsciiDigit(_tex[_at])) return Element("mn", $"{_tex[_at++]}");
        return _at < _tex.Length && Atom() is { } atom ? atom : Element("mrow");
    }

    /// <summary>One character, number, command or group; null for a blank.</summary>
    private XElement? Atom()
    {
        char next = _tex[_at++];
        switch (next)
        {
            case ' ': return null;
            case '~': return Space("0.35em");
            case '{':
                var group = Row();
                _at++; // its brace
                return group;
            case '\\': return Command(Name());
            case >= '0' and <= '9':
                int start = _at - 1;
                while (_at < _tex.Length && (char.IsAsciiDigit(_tex[_at]) || _tex[_at] == '.' && _at + 1 < _tex.Length && char.IsAsciiDigit(_tex[_at + 1]))) _at++;
                return Element("mn", _tex[start.._at]);
            case '-': return Element("mo", "−");
            case '\'': return Element("mo", "′");
            case '|': return Operator("|");
            default: return char.IsLetter(next) ? Element("mi", $"{next}") : Element("mo", $"{next}");
        }
    }

    private string Name()
    {
        int start = _at;
        while (_at < _tex.Length && char.IsAsciiLetter(_tex[_at])) _at++;
        if (_at == start && _at < _tex.Length) _at++;
        return _tex[start.._at];
    }

    private XElement? Command(string name)
    {
        switch (name)
        {
            case "frac" or "tfrac": return Element("mfrac", Argument(), Argument());
            case "sqrt": return Element("msqrt", Argument());
            case "hat": return Element("mover", new XAttribute("accent", "true"), Argument(), Element("mo", "^"));
            case "tilde": return Element("mover", new XAttribute("accent", "true"), Argument(), Element("mo", "~"));
            case "text": return Element("mtext", Raw().Replace(' ', '\u00a0')); // a blank at its end would be left out
            case "operatorname": return Element("mi", Raw());
            case "mathbb": return Raw() is var letter && s_doubled.TryGetValue(letter, out string? doubled) ? Element("mi", doubled) : Element("mi", letter);
            case "begin": return Cases(Raw());
            case "left" or "right" or "big" or "Big": return null; // brackets grow by themselves
            case "quad": return Space(Quad);
            case "qquad": return Space(TwoQuads);
            case "," or ";" or " " or ":": return Space("0.2em");
            case "|" or "lVert" or "rVert": return Operator("‖");
            case "lfloor" or "rfloor" or "lceil" or "rceil" or "mid": return Operator(Tex.Symbols[name]);
        }
        if (s_functions.Contains(name)) return Element("mi", name);
        if (!Tex.Symbols.TryGetValue(name, out string? symbol)) return Element("mtext", $"\\{name}");
        return Element(s_limits.Contains(name) || !char.IsLetter(symbol[0]) && symbol != "∞" ? "mo" : "mi", symbol);
    }

    /// <summary>A bracket that keeps its size.</summary>
    private static XElement Operator(string symbol) => Element("mo", new XAttribute("stretchy", "false"), symbol);

    private static XElement Space(string width) => Element("mspace", new XAttribute("width", width));

    /// <summary>What stands between the next two braces.</summary>
    private string Raw()
    {
        SkipBlanks();
        int open = _tex.IndexOf('{', _at), close = _tex.IndexOf('}', open);
        _at = close + 1;
        return _tex[(open + 1)..close];
    }

    private XElement Cases(string name)
    {
        List<XElement> rows = [], cells = [];
        while (_at < _tex.Length && !Follows(@"\end"))
        {
            cells.Add(Element("mtd", new XAttribute("columnalign", "left"), Row()));
            if (Follows("&")) _at++;
            else if (Follows(@"\\"))
            {
                _at += 2;
                rows.Add(Element("mtr", cells));
                cells = [];
            }
        }
        rows.Add(Element("mtr", cells));
        _at += @"\end".Length;
        Raw();
        return Element("mrow", name == "cases" ? Element("mo", "{") : null, Element("mtable", rows));
    }
}
