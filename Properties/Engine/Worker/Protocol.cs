using System.Text.Json.Serialization;

namespace Etudes.Engine;

/// <summary>What the kata command asks of its worker, the process that runs a learner's code.</summary>
[JsonDerivedType(typeof(Warm), nameof(Warm))]
[JsonDerivedType(typeof(Examine), nameof(Examine))]
[JsonDerivedType(typeof(Blame), nameof(Blame))]
[JsonDerivedType(typeof(TryExamples), nameof(TryExamples))]
[JsonDerivedType(typeof(Describe), nameof(Describe))]
public abstract record Request(string Kata);

/// <summary>Run the laws of the reference answer, so that the code that judges is compiled before it is needed.</summary>
public sealed record Warm(string Kata) : Request(Kata);

/// <summary>Judge a compiled answer; a newer request ends this one after the law that is running.</summary>
/// <param name="Seed">Where every law starts.</param>
/// <param name="Replay">The token of a case to be tried first, or null.</param>
/// <param name="Examples">The learner's own, to be tried before the laws; or null.</param>
public sealed record Examine(string Kata, byte[] Image, byte[] Symbols, int Seed, string? Replay, CompiledExamples? Examples) : Request(Kata);

/// <summary>Try a learner's examples without an answer of hers.</summary>
public sealed record TryExamples(string Kata, CompiledExamples Examples) : Request(Kata);

/// <summary>Put into words how another worker died, on the case that its <see cref="CaseRecord"/> names.</summary>
public sealed record Blame(string Kata, LastCase Last, int Seed, string? Replay, string Sentence) : Request(Kata);

/// <summary>Tell the known mistakes of a kata that an example can show.</summary>
public sealed record Describe(string Kata) : Request(Kata);

[JsonDerivedType(typeof(Ready), nameof(Ready))]
[JsonDerivedType(typeof(Described), nameof(Described))]
[JsonDerivedType(typeof(Refused), nameof(Refused))]
[JsonDerivedType(typeof(ExamplesTried), nameof(ExamplesTried))]
[JsonDerivedType(typeof(Plan), nameof(Plan))]
[JsonDerivedType(typeof(LawVerdict), nameof(LawVerdict))]
[JsonDerivedType(typeof(Judged), nameof(Judged))]
[JsonDerivedType(typeof(Diagnosis), nameof(Diagnosis))]
[JsonDerivedType(typeof(Finished), nameof(Finished))]
public abstract record Reply;

/// <summary>The compiler's errors. The command says so itself: the worker is not asked then.</summary>
public sealed record NotCompiled(string[] Errors) : Reply;

/// <summary>The same of a learner's examples, which keep nothing else from being judged.</summary>
public sealed record ExamplesNotCompiled(string[] Errors) : Reply;

/// <summary>The worker is warm.</summary>
public sealed record Ready : Reply;

/// <summary>What was compiled cannot be judged, for the reason that the sentence tells.</summary>
public sealed record Refused(string Sentence) : Reply;

/// <summary>The laws that follow, in the order in which they run, the large ones last.</summary>
public sealed record Plan(PlannedLaw[] Laws) : Reply;

public sealed record PlannedLaw(string Sentence, bool Large);

/// <param name="Law">Its place in the plan.</param>
public sealed record LawVerdict(int Law, Verdict Verdict) : Reply;

/// <summary>What is wrong with the answer, as far as its behaviour tells.</summary>
/// <param name="Mistake">The one of the gallery's mistakes that it behaves like; null where the advice says all.</param>
public sealed record Diagnosis(string? Mistake, string Advice) : Reply
{
    /// <summary>Another one that it behaves like just as much, or null.</summary>
    public Diagnosis? Or { get; init; }
}

/// <summary>They, in the order of the gallery.</summary>
public sealed record Described(KnownMistake[] Mistakes) : Reply;

public sealed record KnownMistake(string Name, string Advice);

/// <summary>All laws of the plan that were to be run have been run.</summary>
/// <param name="Mistakes">The mistakes of the kata's gallery.</param>
public sealed record Judged(string[] Mistakes) : Reply;

/// <summary>The end of a judgement.</summary>
/// <param name="Reusable">The answer has been unloaded and left nothing behind.</param>
public sealed record Finished(bool Reusable) : Reply;
