namespace Etudes.Gates;

public sealed class Answers : AnswersGate<Program>;

public sealed class Gallery : GalleryGate<Program>;

public sealed class Parts : PartsGate<Program>;

public sealed class Promises(Xunit.Abstractions.ITestOutputHelper output) : PromisesGate<Program>(output);
