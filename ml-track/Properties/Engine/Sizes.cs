namespace Etudes.Engine;

/// <summary>Sizes of batches that show what small ones hide.</summary>
public static class Sizes
{
    /// <summary>A prime beyond 2048. An answer that cuts a batch into blocks has a shorter one left,
    /// whose mean must not weigh as much as the others; and float16 and bfloat16 cannot count so
    /// far.</summary>
    public const int Uneven = 2503;
}
