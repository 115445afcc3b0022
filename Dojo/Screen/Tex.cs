using System.Text;

namespace Etudes.Dojo;

/// <summary>The formulas of the statements as Unicode that can be read in a terminal: $a_1 \le a_n$ becomes a₁ ≤ aₙ.</summary>
internal sealed class Tex
{
    private const char WideSpace = '\u2003';
    private const int LongestWordBelow = 3;

    /// <summary>What a command without arguments stands for.</summary>
    public static IReadOnlyDictionary<string, string> Symbols { get; } = @"
        alpha α epsilon ε gamma γ delta δ lambda λ pi π theta θ mu μ rho ρ sigma σ tau τ omega ω Delta Δ Omega Ω Theta Θ nabla ∇
        le ≤ ge ≥ ne ≠ sim ~ approx ≈ in ∈ notin ∉ cap ∩ setminus ∖ to → leftarrow ← iff ⇔
        cdot · times × odot ⊙ mid | infty ∞ sum ∑ dots … cdots ⋯
        lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ | ‖ { { } } \ ; log log ln ln max max min min sin sin cos cos"
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly Dictionary<char, char> s_below = Pairs("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");
    private static readonly Dictionary<char, char> s_above = Pairs("0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ");

    private readonly string _tex;
    private int _at;

    private Tex(string tex) => _tex = tex;

    /// <summary>What is not known keeps its backslash.</summary>
    public static string ToText(string tex)
    {
        string text = new Tex(tex.ReplaceLineEndings(" ").Replace(@"\lVert ", @"\|").Replace(@" \rVert", @"\|")).Sequence();
        while (text.Contains("  ")) text = text.Replace("  ", " ");
        foreach (string close in (string[])["( ", "⌊ ", "⌈ ", $"{WideSpace} "]) text = text.Replace(close, close[..1]);
        foreach (string close in (string[])[" )", " ⌋", " ⌉", " ,", " ;", $" {WideSpace}"]) text = text.Replace(close, close[1..]);
        return text.Trim().Replace(WideSpace, ' ');
    }

    private static Dictionary<char, char> Pairs(string plain, string small) => plain.Zip(small).ToDictionary();

    /// <summary>Up to the end, or a closing brace.</summary>
    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _tex.Length && _tex[_at] != '}') text.Append(Atom());
        return text.ToString();
    }

    /// <summary>One character, command or group.</summary>
    private string Atom()
    {
        char next = _tex[_at++];
        switch (next)
        {
            case '{':
                string group = Sequence();
                _at++; // its brace
                return group;
            case '\\': return Command(Name());
            case '_': return Script(s_below, '_');
            case '^': return Script(s_above, '^');
            case '&' or '~': return " ";
            default: return next.ToString();
        }
    }

    /// <summary>What a command takes: blanks before it count nothing.</summary>
    private string Argument()
    {
        while (_at < _tex.Length && _tex[_at] == ' ') _at++;
        return _at < _tex.Length ? Atom() : "";
    }

    private string Name()
    {
        int start = _at;
        while (_at < _tex.Length && char.IsAsciiLetter(_tex[_at])) _at++;
        if (_at == start && _at < _tex.Length) _at++;
        return _tex[start.._at];
    }

    private string Command(string name) => name switch
    {
        "frac" or "tfrac" => Fraction(Argument(), Argument()),
        "text" or "operatorname" or "mathbb" => Argument(),
        "hat" => Argument() + '\u0302',
        "tilde" => Argument() + '\u0303',
        "sqrt" => $"√{Bracketed(Argument())}",
        "begin" => Argument() == "cases" ? "{ " : "",
        "," or ";" or " " => " ",
        "quad" => $"{WideSpace}",
        "qquad" => $"{WideSpace}{WideSpace}",
        "big" or "Big" or "left" or "right" => "", // how large the next bracket is
        "end" => Argument() == "cases" ? " }" : "",
        _ => Symbols.TryGetValue(name, out string? symbol) ? symbol + Glue(symbol) : $"\\{name}",
    };

    /// <summary>A Greek letter stands close to the letter behind it, from which TeX has to be told it apart: \Delta p.</summary>
    private string Glue(string symbol)
    {
        if (symbol is [>= 'Α' and <= 'ω'] && _at + 1 < _tex.Length && _tex[_at] == ' ' && char.IsAsciiLetter(_tex[_at + 1])) _at++;
        return "";
    }

    private static string Fraction(string above, string below) => (above, below) is ("1", "2") ? "½" : $"{Bracketed(above)}/{Bracketed(below)}";

    /// <summary>In brackets, unless it holds together by itself.</summary>
    private static string Bracketed(string text)
    {
        text = text.Trim();
        return text.Any(letter => " +-·/∑".Contains(letter)) ? $"({text})" : text;
    }

    private string Script(Dictionary<char, char> small, char mark)
    {
        string text = Argument();
        string close = text.Replace(" ", "");
        bool isWord = close.Length > LongestWordBelow && close.All(char.IsAsciiLetter);
        if (!isWord && close.All(small.ContainsKey)) return string.Concat(close.Select(letter => small[letter]));
        return isWord || close.All(char.IsLetterOrDigit) || close is ['⌊', .., '⌋'] ? $"{mark}{text.Trim()}" : $"{mark}({text.Trim()})";
    }
}
