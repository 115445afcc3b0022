using System.Reflection;
using Spectre.Console;

namespace Etudes.Dojo;

public sealed class ColourTests
{
    private const double Legible = 3; // WCAG 2's least contrast for large text

    /// <summary>By WCAG 2's contrast of the colours that a terminal has when nobody has changed them.</summary>
    [Fact]
    public void Every_colour_can_be_read_on_black_and_on_white()
    {
        var styles = typeof(Terminal).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(Style)).ToArray();
        Assert.NotEmpty(styles);
        Assert.All(styles, property =>
        {
            double luminance = Luminance(((Style)property.GetValue(null)!).Foreground);
            Assert.True((luminance + 0.05) / 0.05 >= Legible, $"{property.Name} on black");
            Assert.True(1.05 / (luminance + 0.05) >= Legible, $"{property.Name} on white");
        });
    }

    private static double Luminance(Color colour) => 0.2126 * Linear(colour.R) + 0.7152 * Linear(colour.G) + 0.0722 * Linear(colour.B);

    private static double Linear(byte channel) => channel / 255.0 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);
}
