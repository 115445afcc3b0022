// Draws a counterexample per kata into its folder, and puts it into HINTS.md:
// dotnet run --project .ci/drawings. With --check it writes nothing, names each file that differs,
// and exits with 1 if there is one. A kata's name after it narrows it.
// The counterexample is the verdict on one of the first mistakes of the gallery that an example can
// show: on the first whose picture has what the answer said, else on the first.
using System.Reflection;
using System.Text.RegularExpressions;
using Etudes.Dojo;
using Etudes.Engine;

const int Tried = 6;
bool isCheck = args.Contains("--check");
string[] names = [.. args.Where(arg => arg != "--check")];
int differing = 0;
foreach (string judge in (string[])["Properties", "Properties.ML"])
    foreach (var kata in new LawAssembly(Assembly.Load(judge)).Katas.Where(kata => names.Length == 0 || names.Contains(kata.Name)))
        Draw(kata);
return differing == 0 ? 0 : 1;

void Draw(JudgedKata kata)
{
    string folder = Path.GetDirectoryName(kata.Part("Katas", $"{kata.Name}/HINTS.md"))!, hints = $"{folder}/HINTS.md";
    var shown = kata.Mistakes.Where(mistake => mistake.ShowsOnSmallInput)
        .Select(mistake => (mistake, verdict: LawRunner.Run(mistake.LawNamed(mistake.CaughtBy)!, Start.FromSeed(1)))).Where(one => IsDrawn(one.verdict)).Take(Tried).ToArray();
    var (mistake, verdict) = shown.FirstOrDefault(one => IsTold(one.verdict), shown[0]);
    string section = $"""
        ## A common mistake

        {string.Join('\n', Illustration.Lines($"*{mistake.Name}*: {mistake.Advice}", longest: 100))}

        ![{Alt(verdict)}](counterexample.svg)

        """;
    string text = Regex.Replace(File.ReadAllText(Repository.Full(hints)), @"\n## A common mistake\n.*\z", "", RegexOptions.Singleline).TrimEnd();
    Keep($"{folder}/counterexample.svg", Illustration.Of(verdict));
    Keep(hints, $"{text}\n\n{section}");
}

// What was said is drawn, and the input is more than a point.
static bool IsTold(Verdict verdict) => Figure.Of(verdict).Any(figure => figure.Kind == "actual")
    && verdict.Arguments.Any(argument => argument.Shape is not (null or GraphShape { Edges: [] } or SequenceShape { Items: [] }));

// At least the input has a drawing, or what was said.
static bool IsDrawn(Verdict verdict) => verdict.Outcome == Outcome.Broken && (verdict.Actual?.Shape is not null || verdict.Arguments.Any(argument => argument.Shape is not null));

static string Alt(Verdict verdict) => verdict.Sentence.Replace('[', '(').Replace(']', ')').ReplaceLineEndings(" ");

void Keep(string file, string text)
{
    string path = Repository.Full(file);
    if (File.Exists(path) && File.ReadAllText(path) == text) return;
    differing++;
    if (isCheck) Console.WriteLine($"{file} is not what the judge says today: dotnet run --project .ci/drawings draws it anew");
    else File.WriteAllText(path, text);
}
