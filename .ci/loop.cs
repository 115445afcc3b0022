// Measures the loop from saving a file to its verdict, in a copy of the katas:
//   dotnet run .ci/loop.cs -- [--saves 25] [--against CHECKOUT] [--page] [--short]
// With another checkout each figure has both medians and their ratio, new by base; the two take
// turns, save by save. With --page the watch of this one also serves the page, to one reader; so
// "--against . --page" tells what the page costs. The machine should have nothing else to do.
#:property PublishAot=false
#:package System.CommandLine
#:project loop/Etudes.Loop.csproj
using System.CommandLine;
using System.Globalization;
using Etudes.Loop;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var saves = new Option<int>("--saves") { Description = "saves per kata", DefaultValueFactory = _ => 25 };
var against = new Option<DirectoryInfo>("--against") { Description = "another checkout, to compare with" }.AcceptExistingOnly();
var page = new Option<bool>("--page") { Description = "also serve the page here, to one reader" };
var isShort = new Option<bool>("--short") { Description = "two katas and four saves, to see that it works" };
var command = new RootCommand("Measures the loop from saving a file to its verdict.") { saves, against, page, isShort };
command.SetAction(call =>
{
    using var here = new Checkout(Directory.GetCurrentDirectory(), call.GetValue(page));
    using var there = call.GetValue(against) is { } folder ? new Checkout(folder.FullName) : null;
    var figures = new Figures(there is null ? [here] : [here, there]);
    var answers = new Answers(here); // both get the same
    try
    {
        if (call.GetValue(isShort))
        {
            foreach (string kata in (string[])["TopK", "Kruskal"]) Save(figures, answers, kata, 4);
            return;
        }
        foreach (string kata in (string[])["RunningMedian", "TopK", "Prim", "Kruskal"]) Save(figures, answers, kata, call.GetValue(saves));
        Wait(figures, answers, "RunningMedian");
        Call(figures, "RunningMedian");
    }
    finally
    {
        figures.Tell(); // also what there is where a save gets another verdict than it must
    }
});
return command.Parse(args).Invoke();

// A wrong answer and the right one, again and again.
static void Save(Figures figures, Answers answers, string kata, int saves)
{
    figures.Take(turn: 0, (checkout, add) =>
    {
        foreach (string needed in answers.NeedsOf(kata)) checkout.Save(needed, answers.Right(needed));
        add("start to the end of the first check, s", checkout.StartWatch(kata).Verdict("NotWritten").End);
    });
    for (int save = 0; save < saves; save++)
        figures.Take(turn: save, (checkout, add) =>
        {
            Thread.Sleep(150);
            bool isRight = save % 2 == 1;
            var (broken, end) = isRight ? checkout.Watch.Save(answers.Right(kata), "Green") : checkout.Watch.Save(answers.Wrong(kata), "Red");
            string what = save == 0 ? "first save" : isRight ? "right answer" : "wrong answer";
            if (!isRight) add($"{what} to its first broken law, s", broken);
            add($"{what} to the end of the check, s", end);
        });
}

// A watch that has nothing to do, and then sees five hundred saves.
static void Wait(Figures figures, Answers answers, string kata) => figures.Take(turn: 0, (checkout, add) =>
{
    checkout.Save(kata, answers.Right(kata));
    var watch = checkout.StartWatch(kata);
    watch.Verdict("Green");
    Thread.Sleep(10_000); // what has just run is still being compiled once more
    var before = watch.Processor;
    Thread.Sleep(20_000);
    add("processor time of an idle minute, s", (watch.Processor - before).TotalSeconds * 3);
    for (int save = 1; save <= 500; save++)
    {
        watch.Save($"{answers.Right(kata)}\n// {save}\n", "Green");
        if (save is 50 or 500) add($"memory after {save} saves, GB", watch.Memory / 1e9);
    }
});

// Without a watch: one check, and the same laws as plain tests after a save.
static void Call(Figures figures, string kata)
{
    for (int round = 0; round < 5; round++)
        figures.Take(turn: round, (checkout, add) =>
        {
            add($"kata check {kata}, s", checkout.TimeCheck(kata));
            add($"dotnet test Katas -p:Kata={kata}, s", checkout.TimeTest(kata));
        });
}
