using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Etudes.Dojo;

/// <summary>
/// Where a judge has Operands, puts a call of its Note around every tensor that is handed to an operation, and around what an
/// operation makes, on the same line: so an error of libtorch has its shapes.
/// </summary>
internal sealed class OperandRewriter : CSharpSyntaxRewriter
{
    private const string Type = "Etudes.Engine.Operands";

    private readonly SemanticModel _model;
    private readonly ITypeSymbol? _tensor;
    private readonly ExpressionSyntax _note = ParseExpression($"global::{Type}.Note");

    private OperandRewriter(SemanticModel model, ITypeSymbol tensor) => (_model, _tensor) = (model, tensor);

    /// <param name="written">The compilation of the tree as it was written.</param>
    public static SyntaxNode Of(SyntaxTree tree, CSharpCompilation written) =>
        written.GetTypeByMetadataName(Type)?.GetMembers("Note") is not [IMethodSymbol note] ? tree.GetRoot()
            : new OperandRewriter(written.GetSemanticModel(tree), note.ReturnType).Visit(tree.GetRoot());

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) =>
        Noted(node.OperatorToken.Text, node, node.Left, node.Right) is [var left, var right] ? node.WithLeft(left).WithRight(right) : node;

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.WithOperand(Noted(node.OperatorToken.Text, node, node.Operand)[0]);

    public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node) =>
        Noted("[]", node, [node.Expression, .. node.ArgumentList.Arguments.Select(argument => argument.Expression)]) is [var of, .. var arguments]
            ? node.WithExpression(of).WithArgumentList(node.ArgumentList.WithArguments(With(node.ArgumentList.Arguments, arguments))) : node;

    /// <summary>A property; a method is called.</summary>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
        node.WithExpression(Noted(node.Name.Identifier.Text, node, node.Expression)[0]);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" }) return node;
        var arguments = node.ArgumentList.Arguments.Select(argument => argument.Expression);
        if (node.Expression is MemberAccessExpressionSyntax member)
        {
            var noted = Noted(member.Name.Identifier.Text, node, [member.Expression, .. arguments]);
            return node.WithExpression(member.WithExpression(noted[0])).WithArgumentList(node.ArgumentList.WithArguments(With(node.ArgumentList.Arguments, noted[1..])));
        }
        string name = node.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.Text,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
            _ => "",
        };
        return node.WithExpression((ExpressionSyntax)Visit(node.Expression)!)
            .WithArgumentList(node.ArgumentList.WithArguments(With(node.ArgumentList.Arguments, Noted(name, node, [.. arguments]))));
    }

    public override SyntaxNode? VisitEqualsValueClause(EqualsValueClauseSyntax node) => node.WithValue(Made(node.Value));

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node) => node.WithLeft((ExpressionSyntax)Visit(node.Left)!).WithRight(Made(node.Right));

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) => node.WithExpression(node.Expression is { } value ? Made(value) : null);

    public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => node.WithExpression(Made(node.Expression));

    private static SeparatedSyntaxList<ArgumentSyntax> With(SeparatedSyntaxList<ArgumentSyntax> arguments, ExpressionSyntax[] expressions) =>
        SeparatedList(arguments.Zip(expressions, (argument, expression) => argument.WithExpression(expression)), arguments.GetSeparators());

    private ExpressionSyntax[] Noted(string operation, SyntaxNode at, params ExpressionSyntax[] operands)
    {
        bool isFirst = true;
        return [.. operands.Select(operand =>
        {
            var visited = (ExpressionSyntax)Visit(operand)!;
            if (!IsTensor(operand)) return visited;
            visited = Note(visited, operand, operation, at.SpanStart, isFirst);
            isFirst = false;
            return visited;
        })];
    }

    private ExpressionSyntax Made(ExpressionSyntax value)
    {
        var visited = (ExpressionSyntax)Visit(value)!;
        return IsTensor(value) && IsNew(value) ? Note(visited, value, "", value.SpanStart, isFirst: true) : visited;
    }

    private InvocationExpressionSyntax Note(ExpressionSyntax visited, ExpressionSyntax written, string operation, int at, bool isFirst)
    {
        int line = written.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        ExpressionSyntax[] arguments = [visited.WithoutTrivia(), Number(at), Number(line), Truth(isFirst), Truth(IsNew(written))];
        var text = LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(operation));
        return InvocationExpression(_note, ArgumentList(SeparatedList(((ExpressionSyntax[])[arguments[0], text, .. arguments[1..]]).Select(Argument)))).WithTriviaFrom(visited);

        static ExpressionSyntax Number(int value) => LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(value));
        static ExpressionSyntax Truth(bool value) => LiteralExpression(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);
    }

    /// <summary>A value, and of no derived type, which would be lost.</summary>
    private bool IsTensor(ExpressionSyntax written) => written.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: not 0 } && !GoesOn(written)
        && !written.IsKind(SyntaxKind.DefaultLiteralExpression) && SymbolEqualityComparer.Default.Equals(_model.GetTypeInfo(written).Type, _tensor)
        && _model.GetSymbolInfo(written).Symbol is not ITypeSymbol;

    /// <summary>What follows the ?. of an expression is a part of it, and no expression by itself.</summary>
    private static bool GoesOn(ExpressionSyntax written) => written switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: var of } => GoesOn(of),
        MemberAccessExpressionSyntax { Expression: var of } => GoesOn(of),
        ElementAccessExpressionSyntax { Expression: var of } => GoesOn(of),
        PostfixUnaryExpressionSyntax { Operand: var of } => GoesOn(of),
        _ => false,
    };

    private bool IsNew(ExpressionSyntax written) => written switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => IsNew(inner),
        MemberAccessExpressionSyntax => _model.GetSymbolInfo(written).Symbol is IPropertySymbol,
        _ => written is InvocationExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ElementAccessExpressionSyntax,
    };
}
