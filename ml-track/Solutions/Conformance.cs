namespace Etudes.ML;

// What each answer conforms to is said here, so that its own file compiles alone.
public partial class KlDivergence : IKlDivergence;
public partial class AutoregressiveNll : IAutoregressiveNll;
public partial class NceLoss : INceLoss;
public partial class RoiMaxPool : IRoiMaxPool;
public partial class PositionSensitivePool : IPositionSensitivePool;
public partial class DeformableConv : IDeformableConv;
public partial class Patchify : IPatchify;
public partial class MaskingRatio : IMaskingRatio;
