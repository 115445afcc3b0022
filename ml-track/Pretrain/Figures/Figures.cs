using ScottPlot;

namespace Etudes.ML.Pretraining;

/// <summary>Curves, as PNG.</summary>
public static class Figures
{
    /// <summary>The loss of every step, and the error on held-out pictures after each epoch.</summary>
    public static void Curve(LearningCurve history, double ofTheMean, string path)
    {
        using var plot = new Plot();
        var loss = plot.Add.Signal(history.Losses.ToArray());
        loss.LegendText = "loss";
        if (history.HeldOut.Count > 0)
        {
            var error = plot.Add.Scatter(history.HeldOut.Select(point => (double)point.Step).ToArray(), history.HeldOut.Select(point => point.Error).ToArray());
            error.LegendText = "held-out pictures";
            plot.Add.HorizontalLine(ofTheMean).LegendText = "predicting the visible mean";
        }
        plot.XLabel("step");
        plot.YLabel("mean squared error of the masked pixels");
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, 800, 500);
    }
}
