namespace Etudes.ML;

// What each answer conforms to is said here, so that its own file compiles alone.
public partial class KlDivergence : IKlDivergence;
public partial class MaskingRatio : IMaskingRatio;
public partial class NceLoss : INceLoss;
