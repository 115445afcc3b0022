using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Etudes.Dojo;

/// <summary>The declarations of the answers that can be reached from where one begins, member by member; where in doubt, more.</summary>
/// <param name="whole">Of a type that is reached all members are.</param>
internal sealed class Reach(CSharpCompilation answers, bool whole)
{
    private readonly HashSet<ISymbol> _reached = new(SymbolEqualityComparer.Default);
    private readonly List<MemberDeclarationSyntax> _parts = [];
    private readonly HashSet<MemberDeclarationSyntax> _kept = [];
    private readonly Queue<MemberDeclarationSyntax> _open = [];

    /// <summary>The types outside of others, or their parts, file by file as they were reached.</summary>
    public IEnumerable<MemberDeclarationSyntax> Parts =>
        _parts.GroupBy(part => part.SyntaxTree).SelectMany(file => file.OrderBy(part => part.SpanStart));

    /// <summary>The members that are left out of a part.</summary>
    public IEnumerable<MemberDeclarationSyntax> LeftOut(MemberDeclarationSyntax part) => part is not TypeDeclarationSyntax type ? []
        : type.Members.SelectMany(member => _kept.Contains(member) ? LeftOut(member) : [member]);

    /// <summary>From all that a program means.</summary>
    public void From(SyntaxNode program, SemanticModel model)
    {
        foreach (var node in program.DescendantNodesAndSelf()) Add(UsedSymbols.Of(node, model));
        Close();
    }

    /// <summary>From what the public types of a file offer.</summary>
    public void From(string file)
    {
        var tree = answers.SyntaxTrees.Single(tree => tree.FilePath == file);
        var model = answers.GetSemanticModel(tree);
        foreach (var type in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax))
            Offer(model.GetDeclaredSymbol(type)!);
        Close();
    }

    private void Offer(ISymbol symbol)
    {
        if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return;
        Add(symbol);
        if (symbol is INamedTypeSymbol type)
            foreach (var member in type.GetMembers()) Offer(member);
    }

    private void Close()
    {
        int before;
        do
        {
            while (_open.TryDequeue(out var declaration)) Follow(declaration);
            before = _reached.Count + _kept.Count;
            foreach (var type in _reached.OfType<INamedTypeSymbol>().ToArray()) Imply(type);
        } while (_reached.Count + _kept.Count > before);
    }

    private void Follow(MemberDeclarationSyntax declaration)
    {
        var model = answers.GetSemanticModel(declaration.SyntaxTree);
        var inside = declaration is TypeDeclarationSyntax type ? type.ChildNodes().Where(child => child is not MemberDeclarationSyntax) : [declaration];
        foreach (var node in inside.SelectMany(child => child.DescendantNodesAndSelf())) Add(UsedSymbols.Of(node, model));
    }

    private void Add(IEnumerable<ISymbol?> symbols)
    {
        foreach (var symbol in symbols) Add(symbol);
    }

    private void Add(ISymbol? symbol)
    {
        symbol = (symbol switch
        {
            IMethodSymbol method => method.AssociatedSymbol ?? method.ReducedFrom ?? method,
            IFieldSymbol field => field.AssociatedSymbol ?? field,
            IPropertySymbol or IEventSymbol or INamedTypeSymbol => symbol,
            _ => null,
        })?.OriginalDefinition;
        if (symbol is null || !IsAnswers(symbol) || !_reached.Add(symbol)) return;
        Add(symbol.ContainingType);
        if (symbol is INamedTypeSymbol { TypeKind: not (TypeKind.Enum or TypeKind.Delegate) } type) Add(type.GetMembers().Where(member => whole || IsCalledUnnamed(member)));
        else
            foreach (var reference in symbol.DeclaringSyntaxReferences)
                if (reference.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration) Keep(declaration);
    }

    private void Keep(MemberDeclarationSyntax declaration)
    {
        if (!_kept.Add(declaration)) return;
        _open.Enqueue(declaration);
        if (declaration.Parent is TypeDeclarationSyntax outer) Keep(outer);
        else if (declaration.Parent is BaseNamespaceDeclarationSyntax) _parts.Add(declaration);
    }

    private bool IsAnswers(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, answers.Assembly);

    /// <summary>Needed as soon as its type is, and called without a name that would show it; the fields of a value and of a record are its size and its equality.</summary>
    private static bool IsCalledUnnamed(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor } => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaredAccessibility: not Accessibility.Private } make => make.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams),
        IMethodSymbol { Name: "op_Equality" or "op_Inequality" or "op_True" or "op_False" } => true,
        IFieldSymbol { IsStatic: false, ContainingType: { IsValueType: true } or { IsRecord: true } } => true,
        _ => false,
    };

    /// <summary>What a type that is reached brings along, given what else is.</summary>
    private void Imply(INamedTypeSymbol type)
    {
        var parts = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().ToArray();
        foreach (var part in parts.Where(Stands)) Keep(part);
        if (parts.Length > 0 && !parts.Any(_kept.Contains)) Keep(parts[0]);
        // A directive, such as #if, does not end with its member.
        foreach (var member in parts.Where(_kept.Contains).SelectMany(part => part.Members).Where(member => member.ContainsDirectives)) Keep(member);

        Add(type.GetMembers().Where(member => Overridden(member) is { } above && IsExpected(above)));
        Add(type.AllInterfaces.SelectMany(contract => contract.GetMembers()).Where(IsExpected).Select(type.FindImplementationForInterfaceMember));
        Add(type.GetMembers().Where(member => Twin(member.Name) is { } twin && type.GetMembers(twin).Any(_reached.Contains)));
    }

    /// <summary>A part that says something of its type; one that only names contracts does where somebody uses them.</summary>
    private bool Stands(TypeDeclarationSyntax part)
    {
        if (part.AttributeLists.Count > 0) return true;
        var model = answers.GetSemanticModel(part.SyntaxTree);
        return part.BaseList?.Types.Select(named => model.GetTypeInfo(named.Type).Type?.OriginalDefinition)
            .Any(named => named is not { TypeKind: TypeKind.Interface } || !IsAnswers(named) || _reached.Contains(named)) ?? false;
    }

    /// <summary>It can be called through the base class or interface.</summary>
    private bool IsExpected(ISymbol above) => !IsAnswers(above) || _reached.Contains(above.OriginalDefinition);

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    /// <summary>The operator that a type must have where it has this one.</summary>
    private static string? Twin(string name) => name switch
    {
        "op_LessThan" => "op_GreaterThan",
        "op_GreaterThan" => "op_LessThan",
        "op_LessThanOrEqual" => "op_GreaterThanOrEqual",
        "op_GreaterThanOrEqual" => "op_LessThanOrEqual",
        _ => null,
    };
}
