// Writes what statements and contracts say into the tables of README.md and Solutions/README.md:
// dotnet run .ci/tables.cs. With --check it writes nothing, prints each row that differs, and
// exits with 1 if there is one.
// A statement says level and minutes. A contract says the costs, or the answer's header where it
// has no contract. The table itself says the order of its rows and what a type is; what is new
// comes last in its track.
#:property PublishAot=false
#:package Microsoft.CodeAnalysis.CSharp
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

Directory.SetCurrentDirectory(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
bool check = args is ["--check"];
Dictionary<string, string> texts = [];
List<string> faults = [];

var sources = Directory.EnumerateFiles("Katas", "*.Contract.cs", SearchOption.AllDirectories)
    .Concat(Directory.EnumerateFiles("Solutions", "*.cs", SearchOption.AllDirectories));
var program = CSharpCompilation.Create("Facts",
    sources.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)));
var etudes = program.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "Etudes");

Make("README.md", "Katas", KataRows);
foreach (var track in etudes.GetNamespaceMembers()) Make("Solutions/README.md", track.Name, old => TypeRows(track, old));
if (!check && faults.Count == 0)
    foreach (var (file, text) in texts) File.WriteAllText(file, text);

faults.ForEach(Console.WriteLine);
return faults.Count == 0 ? 0 : 1;

// Makes the rows of the table that stands between <!-- NAME: ... --> and <!-- end --> anew.
void Make(string file, string name, Func<string[], IEnumerable<string>> make)
{
    var lines = (texts.GetValueOrDefault(file) ?? File.ReadAllText(file)).Split('\n');
    int first = Array.FindIndex(lines, line => line.StartsWith($"<!-- {name}: ")) + 3; // behind the table's head
    int end = Array.IndexOf(lines, "<!-- end -->", first);
    if (first < 3 || end < 0)
    {
        faults.Add($"{file} should have a table between the lines <!-- {name}: ... --> and <!-- end -->");
        return;
    }
    int before = faults.Count;
    string[] old = lines[first..end], rows = [.. make(old)];
    texts[file] = string.Join('\n', [.. lines[..first], .. rows, .. lines[end..]]);
    if (check && faults.Count == before) Compare(file, old, rows);
}

void Compare(string file, string[] old, string[] rows)
{
    string[] odd = [.. old.Except(rows)];
    foreach (string row in rows.Except(old))
        faults.Add(odd.FirstOrDefault(other => Key(other) == Key(row)) is string other
            ? $"{file} says {other} but should say {row}" : $"{file} lacks {row}");
    foreach (string row in odd.ExceptBy(rows.Select(Key), Key)) faults.Add($"{file} should not have {row}");
    foreach (var twice in old.GroupBy(Key).Where(same => same.Count() > 1)) faults.Add($"{file} has {twice.Key} twice");
    if (rows.Order().SequenceEqual(old.Order()) && !rows.SequenceEqual(old))
        faults.Add($"{file} has a row under another track than its own");
}

static string Key(string row) => row.Split(" | ")[0];

IEnumerable<string> KataRows(string[] old)
{
    var katas = Folders("Katas").SelectMany(track => Folders(track).Select(folder => (Track: Path.GetFileName(track), Folder: folder)))
        .Concat(Folders("ml-track/Katas").Select(folder => (Track: "ML", Folder: folder)));
    foreach (var track in katas.GroupBy(kata => kata.Track, kata => kata.Folder).OrderBy(track => Place(Heading(track.Key))))
    {
        yield return old.ElementAtOrDefault(Place(Heading(track.Key))) ?? $"{Heading(track.Key)} | | |";
        foreach (string folder in track.OrderBy(folder => Place(Link(folder)))) yield return $"{Link(folder)} | {Facts(folder)} |";
    }

    int Place(string start) => Array.FindIndex(old, row => row.StartsWith(start)) is >= 0 and var at ? at : int.MaxValue;
    string Heading(string track) => $"| **{track}**";
    string Link(string folder) => $"| [{Path.GetFileName(folder)}]({folder}/README.md)";
}

// Tracks of a room, katas of a track: bin, obj and what editors leave begin otherwise.
static IEnumerable<string> Folders(string room) => Directory.GetDirectories(room)
    .Where(folder => char.IsUpper(Path.GetFileName(folder)[0]))
    .Where(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any())
    .Select(folder => folder.Replace('\\', '/')).Order(StringComparer.Ordinal);

string Facts(string folder)
{
    string statement = $"{folder}/README.md", text = File.Exists(statement) ? File.ReadAllText(statement) : "";
    return Regex.Match(text, @"^\*Level (\d) · (\d+) minutes · ", RegexOptions.Multiline) is { Success: true } headline
        ? headline.Result("$1 | $2") : Lacks($"{statement} should begin with level and minutes: *Level 2 · 25 minutes · builds on ...");
}

// A row tells of one type, or of several with the same costs.
IEnumerable<string> TypeRows(INamespaceSymbol track, string[] old)
{
    var types = track.GetTypeMembers()
        .Where(type => type is { DeclaredAccessibility: Accessibility.Public, TypeKind: not TypeKind.Interface })
        .ToDictionary(type => $"`{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}`");
    HashSet<string> told = [];
    foreach (string row in old)
    {
        string[] names = [.. Regex.Matches(Key(row), "`.+?`").Select(name => name.Value).Where(types.ContainsKey)];
        told.UnionWith(names);
        if (names.Length > 0) yield return Row(row.Split(" | ")[1], names);
    }
    foreach (string name in types.Keys.Except(told).Order(StringComparer.Ordinal))
        yield return Row(Docs(types[name], "summary").Split(':', '.')[0], name);

    string Row(string what, params string[] names) =>
        $"| {string.Join(", ", names)} | {what} | {string.Join(" or ", names.Select(name => CostOf(types[name], types.Values)).Distinct())} |";
}

string CostOf(INamedTypeSymbol type, IEnumerable<INamedTypeSymbol> track)
{
    if (type.ContainingNamespace.GetTypeMembers($"I{type.Name}").SingleOrDefault() is not { } contract)
        return track.Where(other => SourceOf(other) == SourceOf(type))
            .Select(other => Regex.Match(Docs(other, "remarks"), @"Time: (.+?)\.( |$)")).FirstOrDefault(time => time.Success)?.Groups[1].Value
            ?? Lacks($"{SourceOf(type)} should tell its Time in the header");
    var costs = contract.GetMembers()
        .Where(member => member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
        .GroupBy(Cost, member => member.Name).ToArray();
    return costs is [var one] ? one.Key
        : string.Join("; ", costs.Select(members => $"{string.Join(", ", members.Distinct())} {members.Key}"));
}

// From O( to the end of that clause.
string Cost(ISymbol member) =>
    Regex.Match(Docs(member, "summary"), @"O\(((?<open>\()|(?<-open>\))|[^()])*(?(open)(?!))\)[^,;.]*") is { Success: true } cost
        ? cost.Value : Lacks($"{member} should tell its cost, O(...), in its summary");

static string SourceOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
    .Select(part => part.SyntaxTree.FilePath).First(file => !file.EndsWith("Conformance.cs"));

static string Docs(ISymbol symbol, string part) => symbol.GetDocumentationCommentXml() is { Length: > 0 } docs
    ? Regex.Replace(XElement.Parse(docs).Element(part)?.Value ?? "", @"\s+", " ").Trim() : "";

string Lacks(string fault)
{
    if (!faults.Contains(fault)) faults.Add(fault);
    return "?";
}
