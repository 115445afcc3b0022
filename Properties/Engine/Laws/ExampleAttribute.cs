namespace Etudes.Engine;

/// <summary>
/// A law of one case, whose input a learner has chosen: a <c>public static void</c> method without
/// parameters in TopKExamples, beside the stub. Like every law it is an xunit fact.
/// </summary>
public sealed class ExampleAttribute : LawAttribute;
