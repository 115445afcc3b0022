using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>A further class like <see cref="Arbitraries"/>, whose records the laws of this assembly take.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ArbitrariesAttribute(Type arbitraries) : Attribute
{
    public Type Arbitraries { get; } = arbitraries;

    internal static IArbMap MapOf(Assembly assembly) => assembly.GetCustomAttributes<ArbitrariesAttribute>()
        .Aggregate(ArbMap.Default.Merge(typeof(Arbitraries)), (map, further) => map.Merge(further.Arbitraries));
}
