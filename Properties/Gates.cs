namespace Etudes.Gates;

public sealed class Answers : AnswersGate<Program>;

public sealed class Gallery : GalleryGate<Program>;

public sealed class Parts : PartsGate<Program>;
