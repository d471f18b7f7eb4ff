using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;

namespace Site.Content.Themes;

/// <summary>Finds colors of a theme that people could not read (WCAG 2.2: 1.4.3 Contrast (Minimum), 1.4.11 Non-text Contrast).</summary>
internal static class PaletteContrast
{
    private const double Text = 4.5;
    private const double Shape = 3;

    /// <summary>The numbers to call, on the band.</summary>
    private static readonly Color Numbers = Color.Read("#f9a800")!.Value;

    private static readonly ImmutableArray<(string Front, string Back, double Least)> Pairs =
    [
        .. from front in (string[])["ink", "quiet", "accentText"] from back in (string[])["paper", "plate", "hover"] select (front, back, Text),
        ("bandInk", "band", Text), ("edge", "paper", Shape), ("accent", "paper", Shape),
    ];

    /// <param name="palette">All colors, those that the theme leaves as they are included.</param>
    /// <param name="time">白天 or 夜间.</param>
    /// <param name="written">Where the theme gives a color, by its name. A pair without one is the program's own.</param>
    public static IEnumerable<Diagnostic> Find(Palette palette, string time, IReadOnlyDictionary<string, Location> written)
    {
        var needs = Needs(palette, written).ToLookup(need => need.Changed);
        return
            from color in needs
            let better = palette[color.Key].With([.. color.Select(need => (need.Other, need.Least))])
            from need in color
            let ratio = Color.Contrast(palette[need.Changed], need.Other)
            where ratio < need.Least
            select Diagnostic.Error(
                "theme/low-contrast", written[need.Changed],
                string.Create(CultureInfo.InvariantCulture, $"{time}的 {need.Pair} 的对比度是 {Math.Floor(ratio * 100) / 100:0.00}:1，看不清；至少要 {need.Least:0.0}:1。"),
                better is { } enough ? $"把 {need.Changed} 改成 “{enough}”，或者比它更深、更浅一些。" : $"{need.Changed} 怎么改都不够，和它相配的颜色也要换。");
    }

    /// <returns>What each color that the theme gives has to be told from; of two that it gives, the one in front has to.</returns>
    private static IEnumerable<Need> Needs(Palette palette, IReadOnlyDictionary<string, Location> written)
    {
        foreach (var (front, back, least) in Pairs.Where(pair => written.ContainsKey(pair.Front) || written.ContainsKey(pair.Back)))
        {
            var changed = written.ContainsKey(front) ? front : back;
            yield return new(changed, palette[changed == front ? back : front], least, $"{Name(front)}和 {Name(back)}");
        }

        if (written.ContainsKey("accent"))
        {
            yield return new("accent", Color.White, Text, $"{Name("accent")}和上面的白字");
        }

        if (written.ContainsKey("band"))
        {
            yield return new("band", Numbers, Text, $"{Name("band")}和上面的黄色号码 {Numbers}");
        }

        foreach (var back in ImmutableArray.Create("paper", "plate").Where(written.ContainsKey))
        {
            foreach (var (label, color) in palette.Fixed)
            {
                yield return new(back, color, Text, $"{Name(back)}和{label} {color}");
            }
        }
    }

    private static string Name(string color) => $"{color}（{Palette.Names.Single(name => name.Name == color).Label}）";

    /// <summary>That a color is told from another.</summary>
    /// <param name="Changed">Name of the one that the theme gives.</param>
    /// <param name="Pair">Both, as a message calls them.</param>
    private sealed record Need(string Changed, Color Other, double Least, string Pair);
}
