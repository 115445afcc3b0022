namespace Etudes.ML;

/// <summary>The vote of the bins, behind what holds of any pooling of regions.</summary>
public abstract class VoteLaws<T> : RegionLaws<VoteLaws<T>>, IRegionPooling where T : IPositionSensitivePool
{
    protected const int Classes = 2;

    public static Tensor MapsOf(Regions regions) => regions.Maps(Classes * regions.BinsHigh * regions.BinsHigh);

    public static Tensor Pool(Regions regions, Tensor maps, Tensor boxes) => T.Pool(maps, boxes, regions.BinsHigh, regions.Scale);

    public static int Large => 128; // of 98 maps

    [Law]
    public static void Without_boxes_there_are_no_votes()
    {
        using var scope = NewDisposeScope();
        var empty = zeros(0, 2, 3, 3, dtype: float64).requires_grad_();
        var vote = T.Vote(empty);
        MustTensor.Be(zeros(0, 2, dtype: float64), vote, "without boxes, Vote");
        if (!vote.requires_grad) throw new LawBroken("without boxes, Vote has no gradient: a step of training without boxes goes backward too");
        vote.sum().backward();
        MustTensor.Be(zeros_like(empty), empty.grad, "without boxes, the gradient of the sum of Vote");
    }

    [Law(MaxTest = 100, First = true)]
    public static void The_vote_is_the_softmax_of_the_mean_over_the_bins(Matrix scores)
    {
        using var scope = NewDisposeScope();
        double[] expected = [.. scores.Rows.SelectMany(row =>
        {
            double[] means = [.. row.Select(score => score / 2)]; // of four bins, as Bins spreads them
            double[] parts = [.. means.Select(mean => Math.Exp(mean - means.Max()))];
            return parts.Select(part => part / parts.Sum());
        })];
        MustTensor.Be(tensor(expected, scores.Count, scores.Width), T.Vote(Bins(scores.Tensor())), "Vote");
    }

    [Law(MaxTest = 60)]
    public static void The_vote_has_the_type_of_the_scores_and_leaves_them_unchanged(Matrix scores, Layout layout)
    {
        using var scope = NewDisposeScope();
        var vote = T.Vote(Bins(scores.Tensor()));
        foreach (var type in (ScalarType[])[float32, float64])
        {
            var pooled = Bins(scores.Tensor()).to(type).In(layout, "scores");
            MustTensor.Be(vote.to(type), T.Vote(pooled), $"of scores of {type}, Vote", 1e-5, 1e-5);
        }
    }

    [Law(MaxTest = 60)]
    public static void The_vote_stays_finite_for_scores_of_ten_thousand(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var large = (scores.Tensor().sign() * 1e4).unsqueeze(-1).unsqueeze(-1).requires_grad_(); // [K, C, 1, 1]
        var vote = T.Vote(large);
        MustTensor.Be(ones(scores.Count, dtype: float64), vote.sum(1), "of scores of 1e4, the sum of Vote over the classes");
        (vote * Regions.WeightsLike(vote)).sum().backward();
        if (large.grad is not { } gradient) throw new LawBroken("Vote has no gradient");
        Must.Hold(MustTensor.Read(gradient).All(double.IsFinite), "the gradient of Vote at scores of 1e4 should be finite");
    }

    [Law(MaxTest = 30)]
    public static void The_gradient_of_the_vote_is_the_slope(Matrix scores)
    {
        using var scope = NewDisposeScope();
        Tensor Weighed(Tensor vote) => (vote * Regions.WeightsLike(vote)).sum();
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.Vote(Bins(x))), scores.Tensor().clamp(-5, 5), "the weighted sum of Vote");
    }

    protected static Tensor Pool(Regions regions, Tensor maps) => Pool(regions, maps, regions.BoxTensor());

    /// <summary>Each score [K, C] as four bins [K, C, 2, 2] of the mean score / 2.</summary>
    private static Tensor Bins(Tensor scores) => scores.reshape(scores.shape[0], -1, 1, 1) * tensor(new double[] { 1, 0, -2, 3 }, 2, 2);
}
