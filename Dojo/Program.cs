using Etudes.Dojo;

if (args is [CompilerProcess.Argument]) return await CompilerProcess.Serve();
if (BuildFreshness.IsOld)
{
    Console.Error.WriteLine("The kata command is older than its sources; ./kata builds it again.");
    return BuildFreshness.Stale;
}
Notices.Tell = Terminal.Aside;
return await Verbs.Run(args);
