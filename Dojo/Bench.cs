namespace Etudes.Dojo;

internal static class Bench
{
    public static void Run(Kata kata) => throw new RefusedException(kata.Name);
}
