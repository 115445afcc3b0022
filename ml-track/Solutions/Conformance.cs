namespace Etudes.ML;

// What each answer conforms to is said here, so that its own file compiles alone.
public partial class KlDivergence : IKlDivergence;
public partial class AutoregressiveNll : IAutoregressiveNll;
public partial class AncestralSampling : IAncestralSampling;
public partial class MaskedAutoregression : IMaskedAutoregression;
public partial class PretextTasks : IPretextTasks;
public partial class MutualInformation : IMutualInformation;
public partial class NceLoss : INceLoss;
public partial class InfoNce : IInfoNce;
public partial class RoiMaxPool : IRoiMaxPool;
public partial class RoiAlign : IRoiAlign;
public partial class DeformablePool : IDeformablePool;
public partial class PositionSensitivePool : IPositionSensitivePool;
public partial class DeformableConv : IDeformableConv;
public partial class Patchify : IPatchify;
public partial class MaskingRatio : IMaskingRatio;
public partial class MaeLoss : IMaeLoss;
public partial class Attention : IAttention;
public partial class MaskedAutoencoder : IMaskedAutoencoder<MaskedAutoencoder>;
