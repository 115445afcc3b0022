using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Etudes.Dojo;

/// <summary>The symbols that a piece of syntax uses.</summary>
internal static class UsedSymbols
{
    /// <summary>Those that a node names, and those that the language calls for it.</summary>
    public static IEnumerable<ISymbol?> Of(SyntaxNode node, SemanticModel model)
    {
        var info = model.GetSymbolInfo(node);
        return [info.Symbol, .. info.CandidateSymbols, .. OfSyntax(node, model), .. OfOperation(model.GetOperation(node))];
    }

    /// <summary>What each name in these declarations means. Which overload is meant may change with the version of the language.</summary>
    public static IEnumerable<string> OfNames(IEnumerable<SyntaxNode> declarations, Compilation compilation, HashSet<MemberDeclarationSyntax> leftOut) =>
        from declaration in declarations
        let model = compilation.GetSemanticModel(declaration.SyntaxTree)
        from name in declaration.DescendantNodes(node => !leftOut.Contains(node)).OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol?.OriginalDefinition
        select $"{symbol?.ContainingSymbol?.ToDisplayString()}.{symbol?.Name}";

    private static IEnumerable<ISymbol?> OfSyntax(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case MemberDeclarationSyntax when model.GetDeclaredSymbol(node) is { } declared:
                return Promised(declared);
            case CommonForEachStatementSyntax each:
                var loop = model.GetForEachStatementInfo(each);
                return [loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty, loop.DisposeMethod, loop.CurrentConversion.MethodSymbol, loop.ElementConversion.MethodSymbol,
                    .. each is ForEachVariableStatementSyntax parts ? Deconstructed(model.GetDeconstructionInfo(parts)) : []];
            case AwaitExpressionSyntax wait:
                var awaited = model.GetAwaitExpressionInfo(wait);
                return [awaited.GetAwaiterMethod, awaited.IsCompletedProperty, awaited.GetResultMethod];
            case QueryClauseSyntax clause:
                var query = model.GetQueryClauseInfo(clause);
                return [query.CastInfo.Symbol, query.OperationInfo.Symbol];
            case AssignmentExpressionSyntax assignment when assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax:
                return Deconstructed(model.GetDeconstructionInfo(assignment));
            case VariableDeclarationSyntax resource when resource.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }:
                return Disposed(model.GetTypeInfo(resource.Type).Type);
            case ExpressionSyntax resource when resource.Parent is UsingStatementSyntax:
                return Disposed(model.GetTypeInfo(resource).Type);
            case ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } } item:
                return [model.GetCollectionInitializerSymbolInfo(item).Symbol, model.GetConversion(item).MethodSymbol];
            case ExpressionSyntax expression:
                return [model.GetConversion(expression).MethodSymbol];
            default:
                return [];
        }
    }

    private static IEnumerable<ISymbol?> OfOperation(IOperation? operation) => operation switch
    {
        IListPatternOperation pattern => [pattern.LengthSymbol, pattern.IndexerSymbol],
        ISlicePatternOperation pattern => [pattern.SliceSymbol],
        IImplicitIndexerReferenceOperation index => [index.LengthSymbol, index.IndexerSymbol],
        ICompoundAssignmentOperation assignment => [assignment.InConversion.MethodSymbol, assignment.OutConversion.MethodSymbol],
        ICollectionExpressionOperation collection => [collection.ConstructMethod, .. collection.Type?.GetMembers("Add") ?? []],
        _ => [],
    };

    /// <summary>What a member overrides or implements by name.</summary>
    private static IEnumerable<ISymbol?> Promised(ISymbol declared) => declared switch
    {
        IMethodSymbol method => [method.OverriddenMethod, .. method.ExplicitInterfaceImplementations],
        IPropertySymbol property => [property.OverriddenProperty, .. property.ExplicitInterfaceImplementations],
        IEventSymbol @event => [@event.OverriddenEvent, .. @event.ExplicitInterfaceImplementations],
        _ => [],
    };

    private static IEnumerable<ISymbol?> Deconstructed(DeconstructionInfo info) => [info.Method, .. info.Nested.SelectMany(Deconstructed)];

    private static IEnumerable<ISymbol?> Disposed(ITypeSymbol? type) => [.. type?.GetMembers("Dispose") ?? [], .. type?.GetMembers("DisposeAsync") ?? []];
}
