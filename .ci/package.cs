// Looks at the package as its user gets it: dotnet run .ci/package.cs FOLDER. Each line that it prints is a fault; the exit code is their number.
#:property PublishAot=false
#:package Microsoft.CodeAnalysis.CSharp
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

const string Library = "lib/net10.0/Etudes";
var (package, symbols) = (Read("*.nupkg"), Read("*.snupkg"));
List<string> faults = [];

string spec = Text(package["Etudes.nuspec"]);
Expect(spec.Contains("""<license type="expression">MIT</license>"""), "the licence is not MIT");
Expect(!spec.Contains("<dependency "), "it depends on another package");

using var pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols[$"{Library}.pdb"]));
var sources = pdb.GetMetadataReader();
foreach (var name in sources.Documents.Select(document => sources.GetString(sources.GetDocument(document).Name)))
    Expect(name.StartsWith("/_/"), $"the symbols name a folder of the machine that built them: {name}");

var library = MetadataReference.CreateFromImage(package[$"{Library}.dll"]);
var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
var program = CSharpCompilation.Create("Program", references: [library, .. platform]);
var members = XDocument.Parse(Text(package[$"{Library}.xml"])).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
string readme = Text(package["README.md"]);
foreach (var type in TypesOf(((IAssemblySymbol)program.GetAssemblyOrModuleSymbol(library)!).GlobalNamespace))
{
    CheckDocumentation(type);
    Expect(type.TypeKind == TypeKind.Interface || readme.Contains($"`{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}`"), $"README.md does not tell of {type}");
    foreach (var member in type.GetMembers().Where(IsDocumented)) CheckDocumentation(member);
}
foreach (Match example in Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline))
    foreach (var diagnostic in program.AddSyntaxTrees(CSharpSyntaxTree.ParseText(example.Groups[1].Value)).GetDiagnostics())
        Expect(diagnostic.Severity < DiagnosticSeverity.Warning, $"an example of README.md: {diagnostic}");

faults.ForEach(Console.WriteLine);
return faults.Count;

Dictionary<string, byte[]> Read(string pattern)
{
    using var archive = ZipFile.OpenRead(Directory.GetFiles(args[0], pattern).Single());
    return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    });
}

static string Text(byte[] file) => new StreamReader(new MemoryStream(file)).ReadToEnd();

void Expect(bool holds, string fault)
{
    if (!holds) faults.Add(fault);
}

static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
    .SelectMany(member => TypesOf(member).Concat(member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type ? [type] : []));

// Properties rather than their accessors; not the constructors that the compiler writes.
static bool IsDocumented(ISymbol member) => member is { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected }
    and not INamedTypeSymbol and not IMethodSymbol { AssociatedSymbol: not null } and not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [] };

void CheckDocumentation(ISymbol symbol)
{
    if (!members.TryGetValue(symbol.GetDocumentationCommentId()!, out var docs))
    {
        faults.Add($"{symbol} has no documentation");
        return;
    }
    Expect(!docs.Descendants("inheritdoc").Any(), $"{symbol} leaves its documentation to another");
    Expect(symbol is INamedTypeSymbol || docs.Element("summary")?.Value.Contains("O(") == true, $"{symbol} does not tell its cost");
    var parameters = symbol switch // those of a primary constructor stand with the type
    {
        INamedTypeSymbol type => type.InstanceConstructors.SelectMany(constructor => constructor.Parameters),
        IMethodSymbol method => method.Parameters,
        _ => [],
    };
    foreach (var name in docs.Descendants().Where(part => part.Name.LocalName is "param" or "paramref").Select(part => part.Attribute("name")!.Value))
        Expect(parameters.Any(parameter => parameter.Name == name), $"{symbol} has no parameter {name}");
    foreach (var id in docs.Descendants().Attributes("cref").Select(cref => cref.Value))
        Expect(DocumentationCommentId.GetFirstSymbolForDeclarationId(id, program) is not null, $"{symbol} refers to {id}, which is not there");
}
