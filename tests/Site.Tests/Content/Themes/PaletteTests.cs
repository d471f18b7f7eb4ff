using System.Text.RegularExpressions;
using Site.Content.Themes;

namespace Site.Tests;

public sealed partial class PaletteTests
{
    private static readonly string Styles = Path.Combine(Repository.Root, "themes/Campaign/Assets");

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#1d7149", "#ffffff", 5.98)]
    [InlineData("#767676", "#ffffff", 4.54)]
    public void The_contrast_is_that_of_WCAG(string one, string other, double ratio)
    {
        Assert.Equal(ratio, Color.Contrast(Color.Read(one)!.Value, Color.Read(other)!.Value), 0.01);
        Assert.Equal(ratio, Color.Contrast(Color.Read(other)!.Value, Color.Read(one)!.Value), 0.01);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_palette_is_that_of_the_styles(bool isDark)
    {
        var parts = File.ReadAllText(Path.Combine(Styles, "css/tokens.css")).Split("@media");
        var values = parts.Take(isDark ? 2 : 1).SelectMany(part => Token().Matches(part)).GroupBy(token => token.Groups["name"].Value)
            .ToDictionary(token => token.Key, token => token.Last().Groups["value"].Value);

        Assert.All(Palette.Names, name => Assert.Equal(
            values[name.Style switch { "accent-fill" => "green-fill", "accent-text" => "green-text", var style => style }], (isDark ? Palette.Dark : Palette.Light)[name.Name].ToString()));
    }

    [Fact]
    public void No_style_and_no_script_has_a_color_of_its_own_that_a_theme_should_change()
    {
        // What stays: black, white and grey of paper, and the colors of signs.
        var own = new[] { "#1d7149", "#14532f", "#1a6b44", "#1f7a4f", "#1f2421", "#4a524d", "#f1f3ef" };
        var found = Directory.EnumerateFiles(Styles, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".css" or ".js" or ".mjs" && Path.GetFileName(path) is not ("tokens.css" or "print.css"))
            .SelectMany(path => File.ReadLines(path).Where(line => own.Any(color => line.Contains(color, StringComparison.OrdinalIgnoreCase))), (path, line) => $"{Path.GetFileName(path)}: {line}");

        Assert.Empty(found);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): (?<value>#[0-9a-f]{6});", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
