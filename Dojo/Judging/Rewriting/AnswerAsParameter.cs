using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Etudes.Dojo;

/// <summary>
/// Makes the class of a learner's examples generic over the answer: wherever a name means the kata's
/// type, however it is written, it means the type parameter of that name.
/// </summary>
/// <param name="answer">The kata's type; of a generic one that of ints, as the laws judge it.</param>
internal sealed class AnswerAsParameter(SemanticModel model, INamedTypeSymbol answer, ClassDeclarationSyntax examples) : CSharpSyntaxRewriter
{
    /// <summary>What stands in the way, as an error of the compiler would be told.</summary>
    public List<(Location Place, string Sentence)> Faults { get; } = [];

    public override SyntaxNode? Visit(SyntaxNode? node) => node switch
    {
        UsingDirectiveSyntax => node,
        ExpressionSyntax expression when IsName(node) && Replaced(expression) is { } name => name.WithTriviaFrom(node),
        _ => base.Visit(node),
    };

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        var visited = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        if (node != examples) return visited;
        var clause = TypeParameterConstraintClause(answer.Name).WithConstraints(SeparatedList(Constraints())).NormalizeWhitespace();
        return visited.WithIdentifier(Identifier(node.Identifier.Text)) // what follows the name comes behind the clause
            .WithTypeParameterList(TypeParameterList([TypeParameter(answer.Name)]))
            .WithConstraintClauses([clause.WithLeadingTrivia(Space).WithTrailingTrivia(node.Identifier.TrailingTrivia)]);
    }

    private static bool IsName(SyntaxNode node) => node is NameSyntax or MemberAccessExpressionSyntax;

    private ExpressionSyntax? Replaced(ExpressionSyntax name)
    {
        var symbol = model.GetSymbolInfo(name).Symbol;
        if (symbol is INamedTypeSymbol type && IsAnswer(type)) return Parameter(name, type);
        // A member that using static brings in.
        if (name is not SimpleNameSyntax simple || symbol is not (IMethodSymbol or IPropertySymbol) || !symbol.IsStatic || !IsAnswer(symbol.ContainingType)
            || simple.Parent is MemberAccessExpressionSyntax access && access.Name == simple) return null;
        return MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName(answer.Name), (SimpleNameSyntax)base.Visit(simple)!.WithoutTrivia());
    }

    private IdentifierNameSyntax Parameter(ExpressionSyntax name, INamedTypeSymbol type)
    {
        if (!name.Ancestors().Contains(examples)) Faults.Add((name.GetLocation(), $"only {examples.Identifier.Text} may name {answer.Name}: move this into it"));
        else if (!type.IsUnboundGenericType && !SymbolEqualityComparer.Default.Equals(type, answer))
            Faults.Add((name.GetLocation(), $"{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} cannot be tried, since the known mistakes hold ints: write {answer.Name}<int>"));
        return IdentifierName(answer.Name);
    }

    private bool IsAnswer(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, answer.OriginalDefinition);

    /// <summary>Its base class and its contracts, as of the parameter itself; a constructor where the contract asks for one.</summary>
    private IEnumerable<TypeParameterConstraintSyntax> Constraints()
    {
        string self = Full(answer);
        if (answer.BaseType is { SpecialType: not SpecialType.System_Object } @base) yield return TypeConstraint(ParseTypeName(Full(@base)));
        foreach (var contract in answer.Interfaces.Where(contract => SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, answer.ContainingAssembly)))
            yield return TypeConstraint(ParseTypeName(Full(contract).Replace(self, answer.Name)));
        if (!answer.IsAbstract && answer.InstanceConstructors.Any(made => made is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 0 })) yield return ConstructorConstraint();
    }

    private static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
