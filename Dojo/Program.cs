using System.CommandLine;
using Etudes.Dojo;

var name = new Argument<string?>("name") { Description = "The kata.", Arity = ArgumentArity.ZeroOrOne };
var watch = new Command("watch", "Checks a kata on every save.") { name };
watch.SetAction((result, _) => Guard(async () =>
{
    using var desk = new Desk();
    using var watching = new Watch(desk, result.GetValue(name) is { } given ? Named(given) : Kata.All.First(kata => Progress.Of(kata, Screen.Tell).State != State.Green));
    await watching.Run();
    return 0;
}));

var names = new Argument<string[]>("name") { Description = "The katas.", Arity = ArgumentArity.ZeroOrMore };
var check = new Command("check", "Gives the verdict once.") { names };
check.SetAction((result, _) => Guard(async () =>
{
    using var desk = new Desk();
    bool green = true;
    foreach (string given in result.GetValue(names)!)
        green &= (await desk.Check(Named(given), null, Screen.Tell))!.State == State.Green;
    return green ? 0 : 1;
}));

var list = new Command("list", "All katas with their state.");
list.SetAction(_ => Listing.Print());

var root = new RootCommand("Etudes, from saving a file to a verdict in a tenth of a second.") { watch, check, list };
return await root.Parse(args).InvokeAsync();

static Kata Named(string name) => Kata.All.FirstOrDefault(kata => kata.Name == name) ?? throw new RefusedException($"'{name}' is no kata");

static async Task<int> Guard(Func<Task<int>> act)
{
    try { return await act(); }
    catch (RefusedException refused) { return Screen.Refuse(refused.Message); }
}
