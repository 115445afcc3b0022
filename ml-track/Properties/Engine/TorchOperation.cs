using System.Diagnostics;
using System.Reflection;
using TorchSharp;

namespace Etudes.Engine;

/// <summary>The operation of TorchSharp that was called, as its caller writes it.</summary>
internal static class TorchOperation
{
    /// <summary>mm, softmax, +, []; null where no operation runs on top of the stack.</summary>
    public static string? Of(StackTrace trace)
    {
        var called = trace.GetFrames().Select(frame => frame.GetMethod()).SkipWhile(method => !IsTorchs(method)).TakeWhile(IsTorchs).LastOrDefault();
        return called?.Name switch
        {
            null => null,
            "op_Addition" => "+",
            "op_Subtraction" or "op_UnaryNegation" => "-",
            "op_Multiply" => "*",
            "op_Division" => "/",
            "op_Modulus" => "%",
            "op_LessThan" => "<",
            "op_LessThanOrEqual" => "<=",
            "op_GreaterThan" => ">",
            "op_GreaterThanOrEqual" => ">=",
            "op_Equality" => "==",
            "op_Inequality" => "!=",
            "op_BitwiseAnd" => "&",
            "op_BitwiseOr" => "|",
            "op_OnesComplement" => "~",
            "get_Item" or "set_Item" => "[]",
            var name => name.Split('_') is ["get" or "set", var property] ? property : name.StartsWith("op_") ? name[3..] : name,
        };
    }

    private static bool IsTorchs(MethodBase? method) => method?.DeclaringType?.Assembly == typeof(torch).Assembly;
}
