namespace Etudes.ML;

// What each answer conforms to is said here, so that its own file compiles alone.
partial class KlDivergence : IKlDivergence;
partial class MaskingRatio : IMaskingRatio;
partial class NceLoss : INceLoss;
