using System.Diagnostics;
using System.Runtime.InteropServices;
using Etudes.ML;
using TorchSharp;

namespace Etudes.Engine;

/// <summary>Where libtorch does not load, the laws of this assembly are skipped, with the loader's own words and what helps.</summary>
public sealed class NeedsLibTorchAttribute : NeedsAttribute
{
    private const string Disposed = "Tensor invalid", OfANumber = "c10/core/Scalar.h";

    /// <summary>What libtorch does once in a process, and takes long for on a busy machine, is none of a case's time. Whoever is told
    /// of an exception first, is told before the scopes end.</summary>
    private static readonly Lazy<bool> s_warmed = new(() =>
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.ones(2, 2, requires_grad: true);
        x.mm(x).softmax(1).sum().backward();
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is ExternalException error) Operands.Hold(error);
        };
        return true;
    });

    public override string? Missing => LibTorch.Refusal;

    /// <summary>
    /// The tensors of laws are small: more threads only wait for each other. The number holds for the thread that sets it; elsewhere a
    /// logarithm of 900 numbers takes 10 ms on a busy machine.
    /// </summary>
    public override void Enter()
    {
        torch.set_num_threads(1);
        UncaughtByTorchSharp.Strand();
        _ = s_warmed.Value;
    }

    /// <summary>
    /// TorchSharp hands libtorch numbers in objects that nobody holds, in each addition for one. A collection of garbage may free
    /// one while libtorch reads it: "Expected false to be true", once in some 40,000 additions where garbage is collected all the time.
    /// </summary>
    public override bool IsAccident(Exception error) => error is ExternalException && error.Message.Contains(OfANumber);

    /// <summary>"+ of [2] and [3]: The size of tensor a (2) must match the size of tensor b (3)": libtorch's first line, after the operation
    /// that said it and what it was given.</summary>
    public override string? Words(Exception error)
    {
        if (error.GetType() != typeof(ExternalException) && error.GetType() != typeof(InvalidOperationException)) return null;
        if (TorchOperation.Of(new StackTrace(error)) is not { } operation) return null;
        if (!error.Message.StartsWith(Disposed)) return $"{operation}{Operands.Words(operation, error)}: {error.Message.Split('\n')[0].Trim()}";
        return Place.Of(error) is null
            ? "what was returned has been disposed: all that is made in a scope ends with it, so return result.MoveToOuterDisposeScope()"
            : $"{operation}: this tensor{(Operands.LineOfDisposed() is { } line ? $", made in line {line}," : "")} has been disposed, by Dispose() or by the end of the scope that it was made in";
    }
}
