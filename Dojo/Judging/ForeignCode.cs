using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Etudes.Dojo;

/// <summary>
/// What an answer refers to that no answer needs: by reflection it could call the reference or change the judge. The compiled
/// image says it, whatever the text looks like. What it does not find, Dojo/README.md names.
/// </summary>
internal static class ForeignCode
{
    private const string DefaultMember = "DefaultMemberAttribute"; // the compiler's, on every type with an indexer

    private const string Operands = "Operands"; // of the judge of tensors, which has one member

    /// <summary>"uses reflection: System.Reflection.Assembly"; null where there is nothing.</summary>
    public static string? In(Stream image)
    {
        image.Position = 0;
        using var reader = new PEReader(image, PEStreamOptions.LeaveOpen);
        var metadata = reader.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => OfType(metadata, metadata.GetTypeReference(handle)));
        var members = metadata.MemberReferences.Select(handle => OfMember(metadata, metadata.GetMemberReference(handle)));
        return types.Concat(members).FirstOrDefault(found => found is not null);
    }

    private static string? OfType(MetadataReader metadata, TypeReference type)
    {
        string space = metadata.GetString(type.Namespace), name = metadata.GetString(type.Name);
        return space switch
        {
            "System.Reflection" when name == DefaultMember => null,
            "System.Reflection" or "System.Reflection.Emit" or "System.Runtime.Loader" => Reflection(),
            "System" when name == nameof(AppDomain) => Reflection(),
            "System.Runtime.CompilerServices" when name.StartsWith("UnsafeAccessor") => Reflection(),
            "Etudes.Engine" when name is not (nameof(StepCounter) or Operands) => $"uses the judge: {name}",
            _ => null,
        };

        string Reflection() => $"uses reflection: {space}.{name}";
    }

    private static string? OfMember(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        string name = metadata.GetString(member.Name);
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name), name) switch
        {
            ("System", nameof(Type), "GetType" or "get_Assembly" or "get_Module" or "InvokeMember") => $"uses reflection: System.Type.{name.Replace("get_", "")}",
            ("System", nameof(Activator), not nameof(Activator.CreateInstance)) => $"uses reflection: System.Activator.{name}",
            ("System", nameof(Activator), _) when !IsGeneric(metadata, member) => "uses reflection: System.Activator.CreateInstance",
            ("Etudes.Engine", nameof(StepCounter), not (nameof(StepCounter.Loop) or nameof(StepCounter.Body))) => "uses the judge: StepCounter",
            _ => null,
        };
    }

    /// <summary>new T() calls CreateInstance&lt;T&gt;.</summary>
    private static bool IsGeneric(MetadataReader metadata, MemberReference member) => metadata.GetBlobReader(member.Signature).ReadSignatureHeader().IsGeneric;
}
