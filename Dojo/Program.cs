using Etudes.Dojo;

if (BuildFreshness.OfProgram() is var old && old != 0)
{
    Console.Error.WriteLine("The kata command is older than its sources; ./kata builds it again.");
    return old;
}
Notices.Tell = Terminal.Aside;
return await Verbs.Run(args);
