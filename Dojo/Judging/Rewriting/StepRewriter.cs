using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Etudes.Dojo;

/// <summary>
/// Puts a call of <see cref="StepCounter"/> into every loop, every goto and every body with statements, and leaves each on its line, so that a
/// loop or a recursion without an end throws. Bodies of async methods and lambdas that are a single expression stay as they are.
/// </summary>
internal sealed class StepRewriter : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax s_loop = ParseStatement($"global::{typeof(StepCounter).FullName}.{nameof(StepCounter.Loop)}();");
    private static readonly StatementSyntax s_body = ParseStatement($"global::{typeof(StepCounter).FullName}.{nameof(StepCounter.Body)}();");

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => Counted((WhileStatementSyntax)base.VisitWhileStatement(node)!, loop => loop.Statement);
    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => Counted((DoStatementSyntax)base.VisitDoStatement(node)!, loop => loop.Statement);
    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => Counted((ForStatementSyntax)base.VisitForStatement(node)!, loop => loop.Statement);
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => Counted((ForEachStatementSyntax)base.VisitForEachStatement(node)!, loop => loop.Statement);
    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => Counted((ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!, loop => loop.Statement);
    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => Block(s_loop, node.WithoutTrivia()).WithTriviaFrom(node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => Counted((MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!, IsVoid(node.ReturnType), node.Modifiers);
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        node = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        if (node.Body is { } body) return node.WithBody(Starting(body));
        if (node.ExpressionBody is not { } arrow || Statement(arrow, IsVoid(node.ReturnType), node.Modifiers) is not { } statement) return node;
        return node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(s_body, statement).WithTrailingTrivia(node.SemicolonToken.TrailingTrivia));
    }

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => Counted((ConstructorDeclarationSyntax)base.VisitConstructorDeclaration(node)!, true, node.Modifiers);
    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) => Counted((OperatorDeclarationSyntax)base.VisitOperatorDeclaration(node)!, false, node.Modifiers);
    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => Counted((ConversionOperatorDeclarationSyntax)base.VisitConversionOperatorDeclaration(node)!, false, node.Modifiers);

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        node = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        if (node.Body is { } body) return node.WithBody(Starting(body));
        if (node.ExpressionBody is not { } arrow || Statement(arrow, !node.IsKind(SyntaxKind.GetAccessorDeclaration), default) is not { } statement) return node;
        return node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(s_body, statement).WithTrailingTrivia(node.SemicolonToken.TrailingTrivia));
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        node = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        if (node.ExpressionBody is not { } arrow || Statement(arrow, false, default) is not { } statement) return node;
        return node.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(statement, node.SemicolonToken));
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        node = (IndexerDeclarationSyntax)base.VisitIndexerDeclaration(node)!;
        if (node.ExpressionBody is not { } arrow || Statement(arrow, false, default) is not { } statement) return node;
        return node.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(statement, node.SemicolonToken));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Counted((SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!);
    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Counted((ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!);
    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => Counted((AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!);

    private static T Counted<T>(T loop, Func<T, StatementSyntax> bodyOf) where T : StatementSyntax
    {
        var body = bodyOf(loop);
        return loop.ReplaceNode(body, body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, s_loop)) : Block(s_loop, body.WithoutLeadingTrivia()).WithLeadingTrivia(body.GetLeadingTrivia()));
    }

    private static T Counted<T>(T method, bool isVoid, SyntaxTokenList modifiers) where T : BaseMethodDeclarationSyntax
    {
        if (method.Body is { } body) return method.ReplaceNode(body, Starting(body));
        if (method.ExpressionBody is not { } arrow || Statement(arrow, isVoid, modifiers) is not { } statement) return method;
        return (T)method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(s_body, statement).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia));
    }

    private static T Counted<T>(T function) where T : AnonymousFunctionExpressionSyntax =>
        function.Block is { } body ? function.ReplaceNode(body, Starting(body)) : function;

    private static BlockSyntax Starting(BlockSyntax body) => body.WithStatements(body.Statements.Insert(0, s_body));

    private static AccessorListSyntax Getter(StatementSyntax statement, SyntaxToken semicolon) =>
        AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(s_body, statement))]).WithTrailingTrivia(semicolon.TrailingTrivia);

    /// <summary>What an expression body does, as a statement; null where it is better left alone.</summary>
    private static StatementSyntax? Statement(ArrowExpressionClauseSyntax arrow, bool isVoid, SyntaxTokenList modifiers)
    {
        if (arrow.Expression is ThrowExpressionSyntax or RefExpressionSyntax || modifiers.Any(SyntaxKind.AsyncKeyword)) return null;
        var expression = arrow.Expression.WithLeadingTrivia(TriviaList([.. arrow.ArrowToken.GetAllTrivia(), .. arrow.Expression.GetLeadingTrivia()]));
        return isVoid ? ExpressionStatement(expression) : ReturnStatement(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space), expression, Token(SyntaxKind.SemicolonToken));
    }

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
